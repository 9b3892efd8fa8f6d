import Markup
import Plotting
import Records
import TestSupport
import Testing

/// Expects a picture to be well-formed and the same as its golden file.
func expectGolden(
  _ picture: some FigureConvertible, _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let figure = try picture.figure()
  #expect(
    XMLCheck.problem(figure.svg.xml) == nil, "\(name) is XML", sourceLocation: sourceLocation)
  #expect(figure.svg["aria-label"] == figure.alternative, sourceLocation: sourceLocation)
  #expect(figure.data != nil, sourceLocation: sourceLocation)
  let miss = Golden.mismatch(figure.svg.xml + "\n", named: "\(name).svg")
  #expect(miss == nil, "\(miss ?? "")", sourceLocation: sourceLocation)
}
