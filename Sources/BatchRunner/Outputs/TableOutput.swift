import ArticleModel
import PluginHost

/// A form for people: the plugins' own `text` for each article, then a table for each plugin that gives none, its
/// findings and its total.
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
  /// What the last heading says.
  private var heading: String?

  private struct Section {
    var page = TablePage()
    /// The result of the only record so far.
    var single: JSONValue?
    var count = 0
    /// Whether the plugin gives texts.
    var isTextual = false
    var findings: [String] = []
    var findingCount = 0
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
      let failure = TableOutput.failure(record, value)
      if sections[index].section.isTextual || heading == record.input {
        return try write(failure, of: record.plugin, under: record.input)
      }
      sections[index].section.page.append(record.input, failure: failure)
      return try turnPage(index)
    }
    let result = value?["result"] ?? .null
    if let text = result["text"]?.string {
      sections[index].section.isTextual = true
      return try write(text, of: record.plugin, under: record.input)
    }
    sections[index].section.single = result
    var cells = FlatResult(result, depth: 2)
    if !record.files.isEmpty {
      cells.add("files", .array(record.files.map(JSONValue.string)))
    }
    sections[index].section.page.append(record.input, cells)
    try turnPage(index)
  }

  public func write(_ total: TotalLine) throws(RunError) {
    let index = section(of: total.plugin)
    // The total of one article says nothing new.
    if sections[index].section.count == 1 { return }
    guard let value = total.totalValue() else {
      sections[index].section.page.append("total", failure: total.failure)
      return
    }
    let cells = FlatResult(value, depth: 2)
    if let text = value["text"]?.string {
      try write(text, of: total.plugin, under: "total")
    } else if sections[index].section.page.shares(cells) {
      sections[index].section.page.append("total", cells)
    } else {
      try show(index)
      try startHeading("total: " + total.plugin)
      try stream.write(Outline(value, width: width).text)
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

  private func write(_ text: String, of plugin: String, under input: String) throws(RunError) {
    try startHeading(input)
    try stream.write(TextBlock(label: plugin, text: text, width: width, style: style).text)
  }

  /// Writes a heading, unless it is the one that stands above already.
  private func startHeading(_ title: String) throws(RunError) {
    guard heading != title else { return }
    let shown = ColumnText.cutStart(ColumnText.oneLine(title), to: width - 8)
    let rule = String(repeating: "─", count: max(0, min(width, 100) - ColumnText.width(shown) - 4))
    try stream.write(
      (heading == nil ? "" : "\n") + style.dim("── ") + style.bold(shown) + style.dim(" " + rule)
        + "\n")
    heading = title
  }

  private func turnPage(_ index: Int) throws(RunError) {
    if sections[index].section.page.rows.count >= TableOutput.pageLength { try show(index) }
  }

  /// Shows what waits of a plugin.
  private func show(_ index: Int) throws(RunError) {
    let section = sections[index].section
    guard !section.page.isEmpty || !section.findings.isEmpty else { return }
    try startHeading(sections[index].plugin)
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
    for finding in findings where sections[index].section.findings.count < TableOutput.findingLimit
    {
      let place = [finding["line"]?.integer, finding["column"]?.integer].compactMap(\.self).map {
        ":\($0)"
      }
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
