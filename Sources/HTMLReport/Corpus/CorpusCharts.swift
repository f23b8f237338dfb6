import ArticleModel
import BatchRunner

/// The distributions of a run's figures and the time line of its articles.
struct CorpusCharts {
  private static let limit = 3

  private(set) var charts: [Chart] = []

  init(_ corpus: Corpus) {
    let columns = corpus.columns.shown.filter { $0.isNumeric && $0.name != "findings" }
    for column in columns where charts.count < CorpusCharts.limit {
      let values = corpus.rows.compactMap { $0.cells[column.name].flatMap(ResultView.number) }
      guard Set(values).count > 1 else { continue }
      let bins = Bins(values)
      let points = bins.counts.enumerated().map { index, count in
        Chart.Point(label: bins.label(of: index), x: bins.start(of: index), y: Double(count))
      }
      charts.append(
        Chart(
          .histogram, title: "Articles by \(column.label)", xLabel: column.label,
          yLabel: "articles", series: [Chart.Series(name: "", points: points)]))
    }
    if let line = CorpusCharts.timeLine(corpus.dates) { charts.append(line) }
  }

  /// Articles a year, or a decade where there are more than forty years; `nil` for fewer than two dates.
  private static func timeLine(_ dates: [String]) -> Chart? {
    let years = dates.compactMap { Int($0.prefix(4)) }
    guard years.count > 1, let first = years.min(), let last = years.max(), first > 0, last < 3000
    else { return nil }
    let step = last - first > 40 ? 10 : 1
    var counts: [Int: Int] = [:]
    for year in years { counts[year / step * step, default: 0] += 1 }
    let points = stride(from: first / step * step, through: last, by: step).map { year in
      Chart.Point(
        label: step == 1 ? String(year) : "\(year)s", x: Double(year), y: Double(counts[year] ?? 0))
    }
    return Chart(
      .histogram, title: step == 1 ? "Articles by year" : "Articles by decade",
      xLabel: step == 1 ? "year" : "decade", yLabel: "articles",
      series: [Chart.Series(name: "", points: points)])
  }
}
