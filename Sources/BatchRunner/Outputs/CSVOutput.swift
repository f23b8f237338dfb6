import ArticleModel
import PluginHost

/// Comma-separated values (RFC 4180, lines end with LF): a row a record, columns from the shape of the results.
///
/// The columns are known only after the last record: the records wait in a file without a name, not in memory.
/// Columns stand in the order in which they first occur. Totals have another shape and are left out.
public final class CSVOutput: RecordOutput {
  private let stream: OutputStream
  private let spool: RecordSpool
  private var columns = ResultColumns()

  /// Writes to a stream.
  public init(_ stream: OutputStream) throws(RunError) {
    self.stream = stream
    spool = try RecordSpool()
  }

  public func write(_ record: RecordLine) throws(RunError) {
    if let result = record.resultValue() {
      for cell in FlatResult(result).cells { columns.insert(cell) }
    }
    try spool.write(record)
  }

  public func write(_ total: TotalLine) throws(RunError) {}

  public func flush() throws(RunError) {}

  public func finish() throws(RunError) {
    try spool.rewind()
    let names = columns.names(besides: ["input", "plugin", "status", "error"])
    try writeRow(["input", "plugin", "status"] + names + ["error"])
    while let record = try spool.next() {
      var cells: [String: JSONValue] = [:]
      for cell in record.resultValue().map({ FlatResult($0).cells }) ?? [] {
        cells[cell.path] = cell.value
      }
      let values = columns.paths.map { CSVOutput.text(cells[$0] ?? .null) }
      let message = record.value()?["error"]?["message"]?.string ?? ""
      try writeRow([record.input, record.plugin, record.status.rawValue] + values + [message])
    }
    try stream.flush()
  }

  /// A value as it stands in a cell: strings as they are, nothing for null, everything else as JSON.
  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: return ""
    case .string(let text): return text
    default:
      var json = JSONWriter()
      json.value(value)
      return String(decoding: json.finish(), as: UTF8.self)
    }
  }

  private func writeRow(_ cells: [String]) throws(RunError) {
    try stream.write(cells.map(CSVOutput.quoted).joined(separator: ",") + "\n")
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) else { return cell }
    var quoted = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
