public import ArticleModel

/// A chart that a plugin gives in its result, as `ibid.chart` makes it.
///
/// In a record it is an object with `"ibid": "chart"`, so that it travels like every other value.
public struct Chart: Hashable, Sendable {
  /// How the data is drawn; the raw value is the name in Lua.
  public enum Kind: String, CaseIterable, Sendable {
    case bar, line, histogram, scatter
  }

  /// Points of one name: a legend's entry.
  public struct Series: Hashable, Sendable {
    public var name: String
    public var points: [Point]

    /// Makes a series.
    public init(name: String, points: [Point]) {
      self.name = name
      self.points = points
    }
  }

  /// A value with its place on the other axis.
  public struct Point: Hashable, Sendable {
    /// What stands below it, or `nil` for a number on the axis.
    public var label: String?
    public var x: Double
    public var y: Double

    /// Makes a point.
    public init(label: String? = nil, x: Double, y: Double) {
      self.label = label
      self.x = x
      self.y = y
    }
  }

  public var kind: Kind
  public var title: String
  /// What the axes count.
  public var xLabel: String
  public var yLabel: String
  public var series: [Series]

  /// Makes a chart.
  public init(
    _ kind: Kind, title: String, xLabel: String = "", yLabel: String = "", series: [Series]
  ) {
    self.kind = kind
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.series = series
  }

  /// Reads a chart of a result; `nil` where the value is none.
  ///
  /// The data is a list of numbers or of pairs: a label or number, and a number. A histogram's numbers are what it
  /// counts.
  public init?(_ value: JSONValue) {
    guard value["ibid"] == .string("chart"),
      let kind = value["kind"]?.string.flatMap(Kind.init(rawValue:))
    else { return nil }
    self.kind = kind
    title = value["title"]?.string ?? ""
    xLabel = value["x"]?.string ?? ""
    yLabel = value["y"]?.string ?? ""
    var series = (value["series"]?.array ?? []).map { each in
      Series(name: each["name"]?.string ?? "", points: Chart.points(each["data"]))
    }
    if let data = value["data"] {
      series.insert(Series(name: yLabel, points: Chart.points(data)), at: 0)
    }
    let bins = value["bins"]?.integer
    self.series =
      kind == .histogram ? series.map { Chart.histogram($0, binCount: bins) } : series
  }

  /// What stands for a chart or a table in one line, such as `▃▁█` or `[table]`; `nil` for another value.
  static func line(of value: JSONValue) -> String? {
    switch value["ibid"]?.string {
    case "chart":
      Chart(value).flatMap(Sparkline.text) ?? "[\(value["kind"]?.string ?? "") chart]"
    case "table": "[table]"
    default: nil
    }
  }

  private static func points(_ data: JSONValue?) -> [Point] {
    (data?.array ?? []).enumerated().compactMap { index, value in
      if let y = number(value) { return Point(x: Double(index + 1), y: y) }
      guard let pair = value.array, pair.count == 2, let y = number(pair[1]) else { return nil }
      if let label = pair[0].string { return Point(label: label, x: Double(index + 1), y: y) }
      return number(pair[0]).map { Point(x: $0, y: y) }
    }
  }

  private static func number(_ value: JSONValue) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }

  /// Counts the values of a series in bins of equal width, with labels such as `10–20`.
  private static func histogram(_ series: Series, binCount: Int?) -> Series {
    let bins = Bins(series.points.map(\.y), count: binCount)
    return Series(
      name: series.name,
      points: bins.counts.enumerated().map { index, count in
        Point(label: bins.label(of: index), x: bins.start(of: index), y: Double(count))
      })
  }
}
