import ArticleModel
import BatchRunner
import CReport
import PluginHost

/// Renders the page of a run.
///
/// The first rows of the table stand in the page; all of them are data that its script sorts, filters and shows a
/// hundred at a time.
struct CorpusPage {
  private static let rowLimit = 200
  private static let termLimit = 30

  let corpus: Corpus
  let title: String
  let totals: [TotalLine]
  private let columns: [CorpusColumns.Column]

  init(_ corpus: Corpus, title: String, totals: [TotalLine]) {
    self.corpus = corpus
    self.title = title
    self.totals = totals
    columns = corpus.columns.shown
  }

  func render() -> [UInt8] {
    let template = PageTemplate(ibid_index_template(), partials: [("view", ibid_view_template())])
    let style = InlineFile(ibid_page_style())
    let script = InlineFile(ibid_index_script())
    var charts = ResultView()
    for chart in CorpusCharts(corpus).charts { charts.add(chart) }
    let sections = sections()
    let example = columns.last { $0.isNumeric }.map { "\($0.label)>3" } ?? "status=ok"
    return template.render([
      "style": .text(style.text), "style_hash": .text(style.hash),
      "script": .text(script.text), "script_hash": .text(script.hash),
      "version": .text(Release.version), "title": .text(title), "rank": .number(3),
      "plugins": .text(corpus.plugins.joined(separator: ", ")), "figures": figures,
      "has_charts": .flag(!charts.pieces.isEmpty), "charts": .list(charts.pieces),
      "has_failures": .flag(corpus.failureCount > 0),
      "failure_count": .number(corpus.failureCount),
      "failures": .list(corpus.failures.map(values)),
      "failures_left": left(corpus.failureCount, corpus.failures.count),
      "has_findings": .flag(corpus.findingCount > 0),
      "finding_count": .number(corpus.findingCount), "codes": codes,
      "findings": .list(corpus.findings.map(values)),
      "findings_left": left(corpus.findingCount, corpus.findings.count),
      "columns": .list(
        [["name": .text("article"), "label": .text("article")]]
          + columns.map {
            [
              "name": .text($0.name), "label": .text(CorpusPage.label($0)),
              "number": .flag($0.isNumeric),
            ]
          }),
      "rows": .list(corpus.rows.prefix(CorpusPage.rowLimit).map(cells)),
      "rows_left": left(corpus.rows.count, CorpusPage.rowLimit),
      "example": .text(example), "sections": .list(sections), "data": .text(data()),
    ])
  }

  private static func label(_ column: CorpusColumns.Column) -> String {
    column.label.replacing("_", with: " ")
  }

  private func left(_ count: Int, _ shown: Int) -> TemplateValue {
    count > shown ? .number(count - shown) : .flag(false)
  }

  private var figures: TemplateValue {
    var statuses: [String: Int] = [:]
    for row in corpus.rows { statuses[row.cells["status"]?.string ?? "", default: 0] += 1 }
    var figures = [("articles", corpus.rows.count)]
    figures += RecordStatus.allCases.compactMap { status in
      statuses[status.rawValue].map { (status.rawValue, $0) }
    }
    figures.append(("findings", corpus.findingCount))
    return .list(figures.map { ["label": .text($0.0), "value": .number($0.1)] })
  }

  private var codes: TemplateValue {
    .list(
      corpus.codes.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map {
        ["code": .text($0.key), "level": .text($0.value.level), "count": .number($0.value.count)]
      })
  }

  private func values(of entry: Corpus.Entry) -> TemplateValue {
    let row = corpus.rows[entry.row]
    return [
      "input": .text(row.name), "page": row.page.map(TemplateValue.text) ?? .flag(false),
      "line": .number(entry.remark.line), "level": .text(entry.remark.level),
      "status": .text(entry.status), "message": .text(entry.remark.message),
      "code": .text(entry.remark.code ?? ""),
      "plugin": entry.plugin.map(TemplateValue.text) ?? .flag(false),
      "place": entry.place.map(TemplateValue.text) ?? .flag(false),
    ]
  }

  // MARK: The table

  private func cells(of row: Corpus.Row) -> TemplateValue {
    var cells: [TemplateValue] = [
      [
        "class": .flag(false), "link": row.page.map(TemplateValue.text) ?? .flag(false),
        "value": .text(row.name),
        "article_title": row.title.map(TemplateValue.text) ?? .flag(false),
      ]
    ]
    for column in columns {
      let value = ResultView.line(row.cells[column.name] ?? .null)
      let name: String? =
        switch column.name {
        case "status": "status \(value)"
        case "date": "date"
        default: column.isNumeric ? "number" : nil
        }
      cells.append([
        "class": name.map(TemplateValue.text) ?? .flag(false), "link": .flag(false),
        "value": .text(value), "article_title": .flag(false),
      ])
    }
    return ["cells": .list(cells)]
  }

  /// The rows as JSON that may stand in a `script` element: without `<`, nothing in it can end the element.
  private func data() -> String {
    var json = JSONWriter()
    json.beginObject()
    json.key("columns")
    json.beginArray()
    let all = [("article", "article", false)]
    for (name, label, isNumeric) in all
      + columns.map({ ($0.name, CorpusPage.label($0), $0.isNumeric) })
    {
      json.beginObject()
      json.key("name")
      json.value(name)
      json.key("label")
      json.value(label)
      json.key("number")
      json.value(isNumeric)
      json.endObject()
    }
    json.endArray()
    json.key("rows")
    json.beginArray()
    for row in corpus.rows { write(row, to: &json) }
    json.endArray()
    json.endObject()
    return String(decoding: json.finish(), as: UTF8.self).replacing("<", with: "\\u003c")
  }

  private func write(_ row: Corpus.Row, to json: inout JSONWriter) {
    json.beginArray()
    json.value(row.name)
    for column in columns {
      switch row.cells[column.name] ?? .null {
      case .number(let number): json.value((number * 100).rounded() / 100)
      case .bool(let flag): json.value(flag ? "yes" : "no")
      case let value: json.value(value)
      }
    }
    json.value(row.page.map(JSONValue.string) ?? .null)
    json.value(row.title.map(JSONValue.string) ?? .null)
    json.endArray()
  }

  // MARK: What is counted over all articles

  private func sections() -> [TemplateValue] {
    var sections: [TemplateValue] = []
    func add(_ heading: String, _ anchor: String, _ view: ResultView) {
      guard !view.pieces.isEmpty else { return }
      sections.append([
        "heading": .text(heading), "anchor": .text(anchor), "views": .list(view.pieces),
      ])
    }
    var terms = ResultView()
    if let chart = keyTerms { terms.add(chart) }
    add("Key terms", "terms", terms)
    var glossary = ResultView()
    for table in [corpus.glossary.conflicts, corpus.glossary.terms].compactMap(\.self) {
      glossary.add(table)
    }
    add("Glossary", "glossary", glossary)
    for (number, total) in totals.enumerated() {
      var view = ResultView()
      view.add(total.totalValue() ?? .string(total.status.rawValue))
      add("Total of \(total.plugin)", "total-\(number + 1)", view)
    }
    return sections
  }

  /// The terms that a total weighs, such as by tf-idf; without one the most frequent.
  private var keyTerms: Chart? {
    let weighed = totals.lazy.compactMap { $0.totalValue()?.members }.joined()
      .map { ($0.value.array ?? []).compactMap(CorpusPage.weighedTerm) }
      .first { !$0.isEmpty }
    let terms =
      weighed?.map { $0 }
      ?? corpus.terms.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (term: $0.key, weight: Double($0.value)) }
    guard !terms.isEmpty else { return nil }
    let points = terms.prefix(CorpusPage.termLimit).enumerated().map {
      Chart.Point(label: $0.element.term, x: Double($0.offset), y: $0.element.weight)
    }
    return Chart(
      .bar, title: "", xLabel: "term", yLabel: weighed == nil ? "count" : "weight",
      series: [Chart.Series(name: "", points: points)])
  }

  private static func weighedTerm(_ value: JSONValue) -> (term: String, weight: Double)? {
    guard let term = value["term"]?.string else { return nil }
    return switch value["weight"] {
    case .number(let weight): (term, weight)
    case .integer(let weight): (term, Double(weight))
    default: nil
    }
  }
}
