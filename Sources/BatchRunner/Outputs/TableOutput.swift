import ArticleModel
import PluginHost

/// A form for people: a table for each plugin, or its own `text` for each article, then its findings and its total.
///
/// Tables stand after the last record; one that grows beyond a page is shown page by page, so that memory stays
/// bounded.
public final class TableOutput: RecordOutput {
  private static let pageLength = 1000
  /// How many findings are shown for a plugin.
  private static let findingLimit = 20

  private let stream: OutputStream
  private let width: Int
  private let style: Style
  /// The plugins in the order of their records, with what waits to be shown.
  private var sections: [(plugin: String, section: Section)] = []

  private struct Section {
    var page = TablePage()
    /// The result of the only record so far.
    var single: JSONValue?
    var count = 0
    var findings: [String] = []
    var findingCount = 0
    /// Whether its name was shown.
    var isStarted = false
  }

  /// Writes to a stream, at most `width` columns wide.
  public init(_ stream: OutputStream, width: Int, style: Style) {
    self.stream = stream
    self.width = width
    self.style = style
  }

  public func write(_ record: RecordLine) throws(RunError) {
    let index = section(of: record.plugin)
    sections[index].section.count += 1
    let value = record.value()
    note(value?["findings"]?.array ?? [], of: record, in: index)
    guard record.status == .ok else {
      sections[index].section.page.append(record.input, failure: TableOutput.failure(record, value))
      return try turnPage(index)
    }
    let result = value?["result"] ?? .null
    if let text = result["text"]?.string {
      try start(index)
      try stream.write("\n" + style.bold(ColumnText.oneLine(record.input)) + "\n")
      let shown = ColumnText.printable(text)
      return try stream.write(shown.hasSuffix("\n") ? shown : shown + "\n")
    }
    sections[index].section.single = result
    var cells = FlatResult(result, depth: 2)
    if !record.files.isEmpty { cells.cells.append(("files", .array(record.files.map(JSONValue.string)))) }
    sections[index].section.page.append(record.input, cells)
    try turnPage(index)
  }

  public func write(_ total: TotalLine) throws(RunError) {
    let index = section(of: total.plugin)
    guard let value = total.totalValue() else {
      sections[index].section.page.append("total", failure: total.status.rawValue)
      return
    }
    // The total of one article says nothing new.
    if sections[index].section.count == 1 { return }
    let cells = FlatResult(value, depth: 2)
    if sections[index].section.page.shares(cells) {
      sections[index].section.page.append("total", cells)
    } else {
      try show(index)
      try stream.write(style.bold("total") + "\n" + Outline(value, width: width).text)
    }
  }

  public func flush() throws(RunError) { try stream.flush() }

  public func finish() throws(RunError) {
    for index in sections.indices { try show(index) }
    try stream.flush()
  }

  private func section(of plugin: String) -> Int {
    if let index = sections.firstIndex(where: { $0.plugin == plugin }) { return index }
    sections.append((plugin, Section()))
    return sections.count - 1
  }

  /// Shows a plugin's name once, above what follows.
  private func start(_ index: Int) throws(RunError) {
    if sections[index].section.isStarted { return }
    let isFirst = !sections.contains { $0.section.isStarted }
    sections[index].section.isStarted = true
    let name = sections[index].plugin
    let rule = String(repeating: "─", count: max(0, min(width, 100) - ColumnText.width(name) - 4))
    try stream.write((isFirst ? "" : "\n") + style.dim("── ") + style.bold(name) + style.dim(" " + rule) + "\n")
  }

  private func turnPage(_ index: Int) throws(RunError) {
    if sections[index].section.page.rows.count >= TableOutput.pageLength { try show(index) }
  }

  /// Shows what waits of a plugin.
  private func show(_ index: Int) throws(RunError) {
    let section = sections[index].section
    guard !section.page.isEmpty || !section.findings.isEmpty else { return }
    try start(index)
    if section.count == 1, section.page.rows.count == 1, let result = section.single {
      try stream.write(style.bold(ColumnText.oneLine(section.page.rows[0].label)) + "\n")
      try stream.write(Outline(result, width: width).text)
    } else if !section.page.isEmpty {
      try stream.write(section.page.text(width: width, style: style))
    }
    for finding in section.findings { try stream.write(finding + "\n") }
    if section.findingCount > section.findings.count {
      try stream.write("… and \(section.findingCount - section.findings.count) more findings\n")
    }
    sections[index].section.page = TablePage()
    sections[index].section.findings = []
    sections[index].section.findingCount = 0
  }

  private func note(_ findings: [JSONValue], of record: RecordLine, in index: Int) {
    sections[index].section.findingCount += findings.count
    for finding in findings where sections[index].section.findings.count < TableOutput.findingLimit {
      let place = [finding["line"]?.integer, finding["column"]?.integer].compactMap(\.self).map { ":\($0)" }
      let level = finding["level"]?.string ?? "info"
      let message = ColumnText.oneLine(finding["message"]?.string ?? "")
      let code = finding["code"]?.string.map { " [\(ColumnText.oneLine($0))]" } ?? ""
      sections[index].section.findings.append(
        "\(ColumnText.oneLine(record.input))\(place.joined()): \(level): \(message)\(code)")
    }
  }

  /// `timeout: message (plugin.lua:12)`.
  private static func failure(_ record: RecordLine, _ value: JSONValue?) -> String {
    let error = value?["error"]
    let message = error?["message"]?.string.map { ": \($0)" } ?? ""
    let place = error?["plugin_line"]?.string.map { " (\($0))" } ?? ""
    return record.status.rawValue + message + place
  }
}
