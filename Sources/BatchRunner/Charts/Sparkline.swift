/// A chart in one line: a block for each value, after Tufte's "sparklines" (*Beautiful Evidence*, 2006).
enum Sparkline {
  private static let limit = 24
  private static let blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// The values of the first series from the least (or 0) to the greatest; `nil` where one line cannot show them.
  ///
  /// More values than fit are drawn as the means of equally long runs.
  static func text(_ chart: Chart) -> String? {
    guard chart.kind != .scatter, let values = chart.series.first?.points.map(\.y), !values.isEmpty
    else { return nil }
    let shown = means(of: values)
    // Halves, because the difference of two numbers may be too large for a number.
    let low = min(0, shown.min()!) / 2
    let span = max(0, shown.max()!) / 2 - low
    return shown.map { value in
      let share = span > 0 ? (value / 2 - low) / span : 0
      return blocks[min(7, Int(share * 8))]
    }.joined()
  }

  private static func means(of values: [Double]) -> [Double] {
    guard values.count > limit else { return values }
    return (0..<limit).map { column in
      let run = values[column * values.count / limit..<(column + 1) * values.count / limit]
      return run.reduce(0) { $0 + $1 / Double(run.count) }
    }
  }
}
