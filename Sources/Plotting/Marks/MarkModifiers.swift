extension ChartContent {
  /// Returns the marks coloured by a value: categories by series, numbers on a colour scale.
  ///
  /// Series of categories also differ in dashes, symbols or hatching, for readers without colour.
  public func foregroundStyle(by value: PlottableValue) -> MarkGroup {
    changed { $0.foreground = value }
  }

  /// Returns the marks in one colour.
  public func foregroundStyle(_ color: ChartColor) -> MarkGroup { changed { $0.color = color } }

  /// Returns the marks with a symbol for each value.
  public func symbol(by value: PlottableValue) -> MarkGroup { changed { $0.symbolKey = value } }

  /// Returns the marks with one symbol.
  public func symbol(_ symbol: ChartSymbol) -> MarkGroup { changed { $0.symbol = symbol } }

  /// Returns the marks with symbols of the given diameter in CSS pixels.
  public func symbolSize(_ diameter: Double) -> MarkGroup { changed { $0.symbolSize = diameter } }

  /// Returns the marks with a dash pattern for each value.
  public func lineStyle(by value: PlottableValue) -> MarkGroup { changed { $0.lineKey = value } }

  /// Returns the marks with one stroke.
  public func lineStyle(_ style: StrokeStyle) -> MarkGroup { changed { $0.stroke = style } }

  /// Returns bars side by side for each value instead of stacked.
  public func position(by value: PlottableValue) -> MarkGroup { changed { $0.positionKey = value } }

  /// Returns the marks in a panel of their own for each value.
  public func facet(by value: PlottableValue) -> MarkGroup { changed { $0.facet = value } }

  /// Returns the marks with lines between points that run in the given way.
  public func interpolationMethod(_ method: InterpolationMethod) -> MarkGroup {
    changed { $0.interpolation = method }
  }

  /// Returns the marks with an opacity from 0 to 1.
  public func opacity(_ opacity: Double) -> MarkGroup { changed { $0.opacity = opacity } }

  /// Returns the marks with a text beside each.
  ///
  ///     RuleMark(y: .value("chance", 0.5)).annotation(position: .top) { "chance" }
  public func annotation(
    position: AnnotationPosition = .top, _ text: () -> String
  ) -> MarkGroup {
    let text = text()
    return changed { $0.annotation = Annotation(position: position, text: text) }
  }

  private func changed(_ change: (inout Mark) -> Void) -> MarkGroup {
    MarkGroup(
      marks: marks.map {
        var mark = $0
        change(&mark)
        return mark
      })
  }
}
