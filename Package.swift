// swift-tools-version: 6.2
import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A Swift library target of the ladder that DESIGN describes: dependencies only point down.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

/// The tests of one target; fixtures live in Tests/Fixtures and are found by `#filePath`.
func tests(
  of name: String, _ dependencies: [Target.Dependency] = [], golden: Bool = false
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    exclude: golden ? ["Golden"] : [],
    swiftSettings: swiftSettings)
}

let numerics = Target.Dependency.product(name: "ComplexModule", package: "swift-numerics")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "Ketbook",
  products: [.executable(name: "ketbook", targets: ["ketbook"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    // Inner loops. Optimised in debug builds too, and never contracted: every instruction set
    // must give the same bits, so a fused multiply-add stands only where the source says so.
    .target(
      name: "Kernels",
      cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off", "-fno-math-errno"])]),
    library("Markup"),
    library("Digest"),
    library("Records", ["Markup"]),

    library("Simulator", ["Kernels", numerics]),
    library("Experiments", ["Simulator", "Digest"]),
    library("Noise", ["Simulator", "Kernels", numerics]),
    library("QRNN", ["Noise", "Experiments", "Simulator", "Kernels", "Digest", numerics]),
    library(
      "Interpretability",
      ["QRNN", "Noise", "Experiments", "Simulator", "Kernels", numerics]),
    library(
      "Plotting",
      ["Interpretability", "QRNN", "Noise", "Simulator", "Kernels", "Records", "Markup", numerics]),
    library(
      "LessonKit",
      [
        "Plotting", "Interpretability", "QRNN", "Noise", "Experiments", "Simulator", "Records",
        "Markup", "Kernels", "SessionSupport", numerics,
      ]),

    // What a session's process needs below Swift, and what the runner needs to start and end one.
    .target(name: "SessionSupport"),
    .target(name: "Processes"),

    library("LessonModel", ["CMark", yams]),
    library("LessonRunner", ["LessonModel", "Records", "Markup", "Digest", "Processes"]),
    library("LessonSite", ["LessonRunner", "LessonModel", "Records", "Markup", "Digest", yams]),

    .executableTarget(
      name: "ketbook",
      dependencies: [
        "LessonSite", "LessonRunner", "LessonModel", "LessonKit", "Records", argumentParser,
      ],
      swiftSettings: swiftSettings,
      // A lesson's cells are loaded into this executable and resolve against its symbols.
      linkerSettings: [.unsafeFlags(["-Xlinker", "-export-dynamic"])]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["QRNN", "Noise", "Simulator", "Kernels", numerics, argumentParser],
      swiftSettings: swiftSettings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: swiftSettings),
    tests(of: "Markup"),
    tests(of: "Digest"),
    tests(of: "Records", ["Markup"]),
    tests(of: "Simulator", [numerics, "Kernels"]),
    tests(of: "Noise", ["Simulator", numerics]),
    tests(of: "Experiments"),
    tests(of: "QRNN", ["Simulator", "Noise", "Experiments", "Kernels", numerics]),
    tests(of: "Interpretability", ["QRNN", "Simulator", "Noise", "Experiments", numerics]),
    tests(
      of: "Plotting", ["Simulator", "Noise", "Records", "Markup", numerics], golden: true),
    tests(of: "LessonKit", ["Records"]),
    tests(of: "LessonModel", ["CMark"]),
    tests(of: "LessonRunner", ["LessonModel", "Records", "ketbook"]),
    tests(of: "LessonSite", ["LessonModel", "LessonRunner", "Records", "Markup"], golden: true),
    .testTarget(
      name: "KetbookTests", dependencies: ["ketbook", "TestSupport"], swiftSettings: swiftSettings),
  ]
)
