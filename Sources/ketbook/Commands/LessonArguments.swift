internal import ArgumentParser
internal import LessonModel

/// Holds the arguments that every command on lessons has.
struct LessonArguments: ParsableArguments {
  @Argument(help: "Lessons, or folders of lessons.")
  var paths: [String] = ["Lessons"]

  @Flag(help: "Print one JSON object on standard output.")
  var json = false
}
