extension Chart {
  /// Returns the chart with a fixed x range, or another kind of x scale.
  public func chartXScale(domain: ClosedRange<Double>? = nil, type: ScaleType? = nil) -> Chart {
    changed {
      if let domain { $0.x.domain = domain }
      if let type { $0.x.type = type }
    }
  }

  /// Returns the chart with a fixed y range, or another kind of y scale.
  public func chartYScale(domain: ClosedRange<Double>? = nil, type: ScaleType? = nil) -> Chart {
    changed {
      if let domain { $0.y.domain = domain }
      if let type { $0.y.type = type }
    }
  }

  /// Returns the chart with the x categories in the given order.
  public func chartXScale(domain: [String]) -> Chart { changed { $0.x.categories = domain } }

  /// Returns the chart with the y categories in the given order, top to bottom.
  public func chartYScale(domain: [String]) -> Chart { changed { $0.y.categories = domain } }

  /// Returns the chart with zero on the x axis or, where the data allow, without.
  public func chartXScale(includesZero: Bool) -> Chart {
    changed { $0.x.includesZero = includesZero }
  }

  /// Returns the chart with zero on the y axis or, where the data allow, without.
  public func chartYScale(includesZero: Bool) -> Chart {
    changed { $0.y.includesZero = includesZero }
  }

  /// Returns the chart with another x axis title; an empty one hides it.
  public func chartXAxisLabel(_ label: String) -> Chart { changed { $0.x.label = label } }

  /// Returns the chart with another y axis title; an empty one hides it.
  public func chartYAxisLabel(_ label: String) -> Chart { changed { $0.y.label = label } }

  /// Returns the chart with the given x ticks.
  public func chartXAxis(_ ticks: AxisTicks) -> Chart { changed { $0.x.ticks = ticks } }

  /// Returns the chart with the given y ticks.
  public func chartYAxis(_ ticks: AxisTicks) -> Chart { changed { $0.y.ticks = ticks } }

  /// Returns the chart with its legend at the given place.
  public func chartLegend(_ placement: LegendPlacement) -> Chart {
    changed { $0.legend = placement }
  }

  /// Returns the chart with chosen colours for the given series, which come first in the legend.
  ///
  ///     .chartForegroundStyleScale(["trained": .series(1), "chance": .muted])
  public func chartForegroundStyleScale(_ colors: KeyValuePairs<String, ChartColor>) -> Chart {
    changed {
      for (name, color) in colors where $0.styleColors.updateValue(color, forKey: name) == nil {
        $0.styleDomain.append(name)
      }
    }
  }

  /// Returns the chart with fixed ends of the colour scale of numbers, as in a heat map.
  ///
  /// Ends of both signs give a diverging scale whose middle is zero.
  public func chartForegroundStyleScale(domain: ClosedRange<Double>) -> Chart {
    changed { $0.colorLimits = domain }
  }

  /// Returns the chart with its panels in the given number of columns.
  public func chartFacetColumns(_ columns: Int) -> Chart { changed { $0.facetColumns = columns } }

  /// Returns the chart with another size in CSS pixels, from 120 to 4000; the default is 480 by 300.
  public func frame(width: Double? = nil, height: Double? = nil) -> Chart {
    changed {
      if let width, width.isFinite { $0.width = min(max(120, width), 4000) }
      if let height, height.isFinite { $0.height = min(max(60, height), 4000) }
    }
  }

  private func changed(_ change: (inout Chart) -> Void) -> Chart {
    var copy = self
    change(&copy)
    return copy
  }
}
