public import ArticleModel
import PluginHost

/// A record as a worker wrote it: its line, and what a run needs to know of it without parsing the rest.
public struct RecordLine: Sendable {
  /// The JSON text, without line end.
  public let bytes: [UInt8]
  public let input: String
  public let plugin: String
  public let status: RecordStatus
  /// The files that the plugin wrote, relative to the output folder.
  public let files: [String]
  /// Whether a finding has the level `error`.
  public let hasErrorFinding: Bool
  /// The bytes of the result.
  let result: Range<Int>?

  /// Reads what is needed of a line; `nil` where it is not a record.
  public init?(_ line: [UInt8]) {
    guard let members = JSONMembers(line) else { return nil }
    var input: String?
    var plugin: String?
    var status: RecordStatus?
    var files: [String] = []
    var hasErrorFinding = false
    var result: Range<Int>?
    func value(_ range: Range<Int>) -> JSONValue? { try? JSONParser.parse(line, in: range) }
    for member in members {
      let key = line.withUnsafeBytes { String(decoding: $0[member.key], as: UTF8.self) }
      switch key {
      case "input": input = value(member.value)?.string
      case "plugin": plugin = value(member.value)?.string
      case "status": status = value(member.value)?.string.flatMap(RecordStatus.init(rawValue:))
      case "result": result = member.value
      case "files": files = value(member.value)?.array?.compactMap(\.string) ?? []
      case "findings":
        let level = JSONValue.string(Severity.error.rawValue)
        hasErrorFinding = value(member.value)?.array?.contains { $0["level"] == level } ?? false
      default: break
      }
    }
    guard let input, let plugin, let status else { return nil }
    bytes = line
    self.input = input
    self.plugin = plugin
    self.status = status
    self.files = files
    self.hasErrorFinding = hasErrorFinding
    self.result = result
  }

  /// Takes a line apart that was read before: `parts` says where.
  init(_ line: [UInt8], input: String, plugin: String, _ status: RecordStatus, _ parts: LineParts) {
    bytes = line
    self.input = input
    self.plugin = plugin
    self.status = status
    files = []
    hasErrorFinding = parts.hasErrorFinding
    result = parts.value
  }

  /// What has to be known of the line to take it apart again without reading it.
  var parts: LineParts { LineParts(value: result, hasErrorFinding: hasErrorFinding) }

  /// Makes the line of a record that no worker wrote.
  init(_ record: Record) {
    var json = JSONWriter()
    record.write(to: &json)
    self.init(json.finish())!
  }

  /// Makes the line of a record that failed.
  init(input: String, plugin: String, _ status: RecordStatus, _ message: String) {
    self.init(
      Record(input: input, plugin: plugin, status: status, error: RecordError(message: message)))
  }

  /// The result as JSON text.
  var resultText: [UInt8]? { result.map { Array(bytes[$0]) } }

  /// The result as a value, or `nil` where there is none.
  func resultValue() -> JSONValue? { result.flatMap { try? JSONParser.parse(bytes, in: $0) } }

  /// The whole record as a value.
  public func value() -> JSONValue? { try? JSONParser.parse(bytes) }
}
