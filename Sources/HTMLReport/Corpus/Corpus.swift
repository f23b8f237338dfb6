import ArticleModel
import BatchRunner
import PluginHost

/// What the page of a run shows: a row of figures for each article, and what is counted over all of them.
struct Corpus {
  /// How many failures and findings are listed one by one.
  static let listLimit = 200

  /// An article of the run.
  struct Row {
    var name: String
    var title: String?
    /// The address of its page.
    var page: String?
    /// The figures, by the names of columns.
    var cells: [String: JSONValue] = [:]
  }

  /// Something that went wrong or was found, with the article that it concerns.
  struct Entry {
    var row: Int
    var plugin: String?
    var status = ""
    var remark: Remark
    var place: String?
  }

  private(set) var rows: [Row] = []
  private(set) var columns = CorpusColumns()
  private(set) var plugins: [String] = []
  private(set) var failures: [Entry] = []
  private(set) var failureCount = 0
  private(set) var findings: [Entry] = []
  private(set) var findingCount = 0
  /// How often each code occurs, with its level.
  private(set) var codes: [String: (level: String, count: Int)] = [:]
  private(set) var terms: [String: Int] = [:]
  private(set) var glossary = CorpusGlossary()
  private(set) var dates: [String] = []

  /// Adds an article with its records.
  mutating func add(_ name: String, article: Article?, records: [RecordLine], page: String?) {
    var row = Row(name: name, title: article?.title, page: page)
    let index = rows.count
    var status = RecordStatus.ok
    var remarkCount = 0
    for diagnostic in article?.diagnostics ?? [] {
      remarkCount += 1
      note(Entry(row: index, remark: Remark(diagnostic)))
    }
    for record in records {
      if !plugins.contains(record.plugin) { plugins.append(record.plugin) }
      let value = record.value() ?? .null
      for finding in value["findings"]?.array ?? [] {
        remarkCount += 1
        note(
          Entry(
            row: index, plugin: record.plugin, remark: Remark(finding, plugin: record.plugin)))
      }
      if record.status == .ok {
        if let result = value["result"] { add(result, of: record.plugin, to: &row) }
      } else {
        if status == .ok { status = record.status }
        if record.status != .skipped { fail(record, value["error"], index) }
      }
    }
    row.cells["status"] = .string(status.rawValue)
    if let article {
      row.cells["date"] = article.date.map(JSONValue.string)
      row.cells["language"] = article.language.map(JSONValue.string)
      row.cells["notes"] = .integer(article.footnotes.count)
      if let date = article.date { dates.append(date) }
    }
    row.cells["findings"] = .integer(remarkCount)
    for (name, value) in row.cells { columns.note(value, in: name) }
    rows.append(row)
  }

  private mutating func note(_ entry: Entry) {
    findingCount += 1
    let code = entry.remark.code ?? entry.plugin ?? ""
    codes[code, default: (entry.remark.level, 0)].count += 1
    if findings.count < Corpus.listLimit { findings.append(entry) }
  }

  private mutating func fail(_ record: RecordLine, _ error: JSONValue?, _ row: Int) {
    failureCount += 1
    guard failures.count < Corpus.listLimit else { return }
    let message = error?["message"]?.string ?? ""
    failures.append(
      Entry(
        row: row, plugin: record.plugin, status: record.status.rawValue,
        remark: Remark(.object([JSONMember("message", .string(message))]), plugin: record.plugin),
        place: error?["plugin_line"]?.string))
  }

  private mutating func add(_ result: JSONValue, of plugin: String, to row: inout Row) {
    for member in result.members ?? [JSONMember("result", result)] {
      switch member.value {
      case .integer, .number, .bool: break
      case .string(let text) where CorpusColumns.takes(text, member.key): break
      case .array(let elements):
        for element in elements {
          guard let term = element["term"]?.string, let count = element["count"]?.integer else {
            break
          }
          terms[term, default: 0] += count
        }
        continue
      default: continue
      }
      let column = "\(plugin).\(member.key)"
      columns.add(column, label: member.key)
      row.cells[column] = member.value
    }
    glossary.add(result, article: row.name, page: row.page)
  }
}
