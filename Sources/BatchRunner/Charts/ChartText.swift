/// A chart in the cells of a terminal: bars of eighths of a column, curves and points in Braille dots.
public struct ChartText {
  /// How high the drawing of two axes is.
  private static let rowCount = 10
  private static let barLimit = 40

  /// The lines, none wider than asked for.
  public let lines: [String]

  /// Draws a chart at most `width` columns wide.
  public init(_ chart: Chart, width: Int) {
    let width = max(24, min(width, 100))
    var lines =
      chart.title.isEmpty ? [] : [ColumnText.cut(ColumnText.oneLine(chart.title), to: width)]
    switch chart.kind {
    case .bar, .histogram:
      for series in chart.series {
        if chart.series.count > 1 {
          lines.append(ColumnText.cut(ColumnText.oneLine(series.name), to: width))
        }
        lines += ChartText.bars(series.points, width: width)
      }
    case .line, .scatter: lines += ChartText.plot(chart, width: width)
    }
    self.lines = lines
  }

  // MARK: Bars

  private static func bars(_ points: [Chart.Point], width: Int) -> [String] {
    let labels = points.map { ColumnText.oneLine($0.label ?? PlotNumber.text($0.x)) }
    let figures = points.map { PlotNumber.text($0.y) }
    let figureWidth = figures.map(ColumnText.width).max() ?? 0
    let labelWidth = min(labels.map(ColumnText.width).max() ?? 0, max(width / 3, 12))
    let barWidth = max(4, min(barLimit, width - labelWidth - figureWidth - 6))
    let bars = BarText(points.map(\.y), width: barWidth)
    return points.indices.map { index in
      let label = ColumnText.padded(ColumnText.cut(labels[index], to: labelWidth), to: labelWidth)
      let bar = ColumnText.padded(bars.bar(points[index].y), to: barWidth)
      let figure = ColumnText.padded(figures[index], to: figureWidth, alignsRight: true)
      return "  \(label)  \(bar)  \(figure)"
    }
  }

  // MARK: Two axes

  private static func plot(_ chart: Chart, width: Int) -> [String] {
    let points = chart.series.flatMap(\.points)
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let low = points.map(\.y).min(), let high = points.map(\.y).max()
    else { return ["  (no data)"] }
    let marks = [PlotNumber.text(high), PlotNumber.text(low)]
    let margin = marks.map(ColumnText.width).max()! + 1
    var canvas = DotCanvas(columns: max(10, min(60, width - margin - 3)), rows: rowCount)
    for series in chart.series {
      let places = series.points.map { point in
        (
          x: share(point.x, left, right) * Double(canvas.dotColumns - 1),
          y: (1 - share(point.y, low, high)) * Double(canvas.dotRows - 1)
        )
      }
      if chart.kind == .line {
        for (from, to) in zip(places, places.dropFirst()) { canvas.draw(from: from, to: to) }
      }
      for place in places { canvas.draw(from: place, to: place) }
    }
    var lines = canvas.lines.enumerated().map { row, dots in
      let mark = row == 0 ? marks[0] : row == rowCount - 1 ? marks[1] : ""
      return "  \(ColumnText.padded(mark, to: margin - 1, alignsRight: true))┤\(dots)"
    }
    let first = chart.series.first?.points.first?.label ?? PlotNumber.text(left)
    let last = chart.series.first?.points.last?.label ?? PlotNumber.text(right)
    let gap = max(1, canvas.columns - ColumnText.width(first) - ColumnText.width(last))
    lines.append(
      String(repeating: " ", count: margin + 2) + ColumnText.oneLine(first)
        + String(repeating: " ", count: gap) + ColumnText.oneLine(last))
    return lines.map { ColumnText.cut(ColumnText.withoutEndSpaces($0), to: width) }
  }

  private static func share(_ value: Double, _ low: Double, _ high: Double) -> Double {
    // Halves, because the difference of two numbers may be too large for a number.
    high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0.5
  }
}

/// A grid of Braille dots, two by four in each cell.
struct DotCanvas {
  let columns: Int
  let rows: Int
  private var cells: [UInt8]

  /// Makes a canvas without dots.
  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: 0, count: columns * rows)
  }

  var dotColumns: Int { columns * 2 }
  var dotRows: Int { rows * 4 }

  /// Sets the dots between two places, both included.
  mutating func draw(from: (x: Double, y: Double), to: (x: Double, y: Double)) {
    let steps = max(1, Int(max(abs(to.x - from.x), abs(to.y - from.y)).rounded(.up)))
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      set(
        Int((from.x + (to.x - from.x) * share).rounded()),
        Int((from.y + (to.y - from.y) * share).rounded()))
    }
  }

  private mutating func set(_ x: Int, _ y: Int) {
    guard (0..<dotColumns).contains(x), (0..<dotRows).contains(y) else { return }
    // The bits of U+2800…28FF: three rows of both columns, then the fourth.
    let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
    cells[y / 4 * columns + x / 2] |= bits[x % 2][y % 4]
  }

  /// The rows as text.
  var lines: [String] {
    (0..<rows).map { row in
      var line = ""
      for cell in cells[row * columns..<(row + 1) * columns] {
        line.unicodeScalars.append(cell == 0 ? " " : Unicode.Scalar(0x2800 + UInt32(cell))!)
      }
      return line
    }
  }
}
