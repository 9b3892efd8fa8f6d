internal import Markup
public import Records

extension Chart: FigureConvertible {
  /// Returns the chart as a picture with its text alternative and its data.
  ///
  /// A chart without anything to show gives a picture that says so.
  ///
  /// - Throws: `PhysicsError` where a domain has no extent, a log domain is not positive, or names
  ///   stand on a log axis.
  public func figure() throws -> Figure {
    let model = try ChartModel(self)
    let description = ChartDescription(model)
    if model.isEmpty { return emptyFigure(description.text) }
    let legend = Legend(model)
    let layout = ChartLayout(model, legend)
    let axes = AxisRendering(model: model, layout: layout)
    var children: [Element?] = [axes.grid()]
    for panel in layout.panels {
      let marks = model.marks.filter {
        model.facets.isEmpty || $0.facet == nil || $0.facet == panel.facet
      }
      children += PanelRenderer(model: model, space: model.space(in: panel.rect), marks: marks)
        .draw()
    }
    children.append(axes.lines())
    children += axes.labels()
    children += axes.titles()
    children += draw(legend, layout, model)
    let svg = SVG.picture(
      width: layout.width, height: layout.height, alternative: description.text,
      children.compactMap { $0 })
    return Figure(svg: svg, alternative: description.text, data: description.table)
  }

  private func draw(_ legend: Legend, _ layout: ChartLayout, _ model: ChartModel) -> [Element?] {
    switch layout.legendPlace {
    case .none: return []
    case .right: return legend.column(at: layout.legendOrigin)
    case .above: return legend.rows(at: layout.legendOrigin, limit: layout.width - 4).elements
    case .inside:
      let (origin, size) = (layout.legendOrigin, legend.columnSize)
      let rect = Rect(
        origin.x - 6, origin.y - 4, origin.x + size.width + 4, origin.y + size.height - 2)
      return [
        SVG.rectangle(rect, [("fill", ChartColor.paper.css), ("fill-opacity", ".85"), ("rx", "3")])
      ] + legend.column(at: origin)
    case .direct:
      return layout.direct.map { label in
        SVG.text(
          label.text, at: Point(label.x + 8, label.y + 4),
          [("fill", model.styles.color(label.key).css)])
      }
    }
  }

  private func emptyFigure(_ text: String) -> Figure {
    let (width, height) = (width ?? 480, 80.0)
    let note = SVG.text(
      "No data to show", at: Point(width / 2, height / 2 + 4), anchor: .middle,
      [("fill", ChartColor.muted.css)])
    return Figure(
      svg: SVG.picture(width: width, height: height, alternative: text, [note]), alternative: text)
  }
}
