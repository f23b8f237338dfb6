import BatchRunner

/// A chart as SVG, with its data as a table.
///
/// Bars are drawn in the rows of the table itself, so that long labels stay readable on a telephone; what has two
/// axes is a drawing of 440 by 200 with the table folded below.
struct ChartPlot {
  private static let left = 44.0
  private static let right = 432.0
  private static let top = 12.0
  private static let bottom = 172.0
  private static let colourCount = 5

  let piece: TemplateValue

  init(_ chart: Chart) {
    piece = chart.kind == .bar ? ChartPlot.bars(chart) : ChartPlot.plot(chart)
  }

  // MARK: Bars

  private static func bars(_ chart: Chart) -> TemplateValue {
    let points = chart.series.flatMap { series in
      series.points.map { point in
        var point = point
        let label = point.label ?? PlotNumber.text(point.x)
        point.label = chart.series.count > 1 ? "\(label), \(series.name)" : label
        return point
      }
    }
    let head = (chart.xLabel, chart.yLabel.isEmpty ? chart.title : chart.yLabel)
    return bars(points, label: chart.title, caption: chart.title, head: head)
  }

  /// Bars from 0, the longest as wide as there is room; negative ones to the left.
  static func bars(
    _ points: [Chart.Point], label: String, caption: String = "", head: (String, String)
  ) -> TemplateValue {
    let low = min(0, points.map(\.y).min() ?? 0)
    let span = max(0, points.map(\.y).max() ?? 0) - low
    return [
      "bars": [
        "label": .text(label.isEmpty ? "Bars" : label), "bars_caption": .flag(false),
        "label_head": .text(head.0.isEmpty ? "Name" : head.0),
        "value_head": .text(head.1.isEmpty ? "Value" : head.1),
        "rows": .list(
          points.map { point in
            [
              "label": .text(point.label ?? ""), "value": .text(PlotNumber.text(point.y)),
              "offset": .text(percent(min(point.y, 0) - low, of: span)),
              "share": .text(percent(abs(point.y), of: span)),
            ]
          }),
      ],
      "view_name": .optional(caption),
    ]
  }

  private static func percent(_ part: Double, of whole: Double) -> String {
    PlotNumber.text(whole > 0 ? part / whole * 100 : 0)
  }

  // MARK: Two axes

  private static func plot(_ chart: Chart) -> TemplateValue {
    let points = chart.series.flatMap(\.points)
    let isColumns = chart.kind == .histogram
    let y = PlotAxis(points.map(\.y), includesZero: chart.kind != .scatter, from: bottom, to: top)
    let x = PlotAxis(points.map(\.x), includesZero: false, from: left + 8, to: right - 8)
    var boxes: [TemplateValue] = []
    var curves: [TemplateValue] = []
    var dots: [TemplateValue] = []
    for (number, series) in chart.series.enumerated() {
      let colour = TemplateValue.number(number % colourCount)
      if isColumns {
        boxes += columns(series, y)
        continue
      }
      let places = series.points.map { (x.place($0.x), y.place($0.y)) }
      if chart.kind == .line {
        curves.append([
          "colour": colour,
          "points": .text(
            places.map { "\(PlotNumber.text($0.0)),\(PlotNumber.text($0.1))" }
              .joined(separator: " ")),
        ])
      }
      for (point, place) in zip(series.points, places) {
        dots.append([
          "colour": colour, "x": .text(PlotNumber.text(place.0)),
          "y": .text(PlotNumber.text(place.1)), "r": .text(chart.kind == .line ? "2.5" : "3.5"),
          "tip": .text(
            "\(point.label ?? PlotNumber.text(point.x)): \(PlotNumber.text(point.y))"),
        ])
      }
    }
    let names = chart.series.count > 1 ? chart.series.enumerated().map { $0 } : []
    return [
      "plot": [
        "plot_title": .text(chart.title.isEmpty ? "Chart" : chart.title),
        "ticks_y": .list(y.ticks.map { tick(at: y.place($0), PlotNumber.text($0)) }),
        "ticks_x": .list(isColumns ? columnTicks(chart.series) : xTicks(chart, x)),
        "boxes": .list(boxes), "curves": .list(curves), "dots": .list(dots),
        "legend": .list(
          names.map { ["colour": .number($0 % colourCount), "label": .text($1.name)] }),
        "head": .list(head(of: chart).map(TemplateValue.text)),
        "rows": .list(rows(of: chart)),
      ]
    ]
  }

  private static func tick(at place: Double, _ label: String, anchor: String = "middle")
    -> TemplateValue
  {
    [
      "at": .text(PlotNumber.text(place)), "label": .text(label), "anchor": .text(anchor),
    ]
  }

  /// One box a bin, side by side.
  private static func columns(_ series: Chart.Series, _ y: PlotAxis) -> [TemplateValue] {
    let width = (right - left) / Double(max(1, series.points.count))
    return series.points.enumerated().map { index, point in
      let height = max(0, bottom - y.place(point.y))
      return [
        "x": .text(PlotNumber.text(left + Double(index) * width + 1)),
        "y": .text(PlotNumber.text(bottom - height)),
        "width": .text(PlotNumber.text(max(1, width - 2))),
        "height": .text(PlotNumber.text(height)),
        "tip": .text("\(point.label ?? ""): \(PlotNumber.text(point.y))"),
      ]
    }
  }

  /// The beginning of a bin below its left border, as many as have room.
  private static func columnTicks(_ series: [Chart.Series]) -> [TemplateValue] {
    let points = series.first?.points ?? []
    let width = (right - left) / Double(max(1, points.count))
    let step = max(1, (points.count + 5) / 6)
    return stride(from: 0, to: points.count, by: step).map { index in
      let point = points[index]
      let isBin = point.label?.unicodeScalars.contains("–") ?? false
      let label = isBin ? PlotNumber.text(point.x) : point.label ?? PlotNumber.text(point.x)
      return isBin
        ? tick(at: left + Double(index) * width, label, anchor: index == 0 ? "start" : "middle")
        : tick(at: left + (Double(index) + 0.5) * width, label)
    }
  }

  private static func xTicks(_ chart: Chart, _ x: PlotAxis) -> [TemplateValue] {
    let points = chart.series.first?.points ?? []
    guard points.contains(where: { $0.label != nil }) else {
      return x.ticks.map { tick(at: x.place($0), PlotNumber.text($0)) }
    }
    let step = max(1, (points.count + 5) / 6)
    return stride(from: 0, to: points.count, by: step).map {
      tick(at: x.place(points[$0].x), points[$0].label ?? "")
    }
  }

  private static func head(of chart: Chart) -> [String] {
    let axes = [
      chart.xLabel.isEmpty ? "x" : chart.xLabel,
      chart.yLabel.isEmpty ? (chart.kind == .histogram ? "count" : "y") : chart.yLabel,
    ]
    return chart.series.count > 1 ? ["series"] + axes : axes
  }

  private static func rows(of chart: Chart) -> [TemplateValue] {
    chart.series.flatMap { series in
      series.points.prefix(ResultView.rowLimit).map { point in
        var cells: [TemplateValue] = [
          ["value": .text(point.label ?? PlotNumber.text(point.x)), "number": .flag(false)],
          ["value": .text(PlotNumber.text(point.y)), "number": .flag(true)],
        ]
        if chart.series.count > 1 {
          cells.insert(["value": .text(series.name), "number": .flag(false)], at: 0)
        }
        return ["cells": .list(cells)]
      }
    }
  }
}
