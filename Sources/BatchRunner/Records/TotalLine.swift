public import ArticleModel
import PluginHost

/// What a plugin's results were merged into, as a worker wrote it.
public struct TotalLine: Sendable {
  /// The JSON text, without line end: `{"plugin", "total"}`, or `{"plugin", "status", "error"}`.
  public let bytes: [UInt8]
  public let plugin: String
  /// `ok`, or why there is no total.
  public let status: RecordStatus
  /// The bytes of the total.
  let total: Range<Int>?

  /// Reads a line; `nil` where it is not one of a total.
  init?(_ line: [UInt8]) {
    guard let members = JSONMembers(line) else { return nil }
    var plugin: String?
    var status = RecordStatus.ok
    var total: Range<Int>?
    for member in members {
      switch String(decoding: line[member.key], as: UTF8.self) {
      case "plugin": plugin = (try? JSONParser.parse(line, in: member.value))?.string
      case "status":
        let name = (try? JSONParser.parse(line, in: member.value))?.string
        status = name.flatMap(RecordStatus.init(rawValue:)) ?? .error
      case "total": total = member.value
      default: break
      }
    }
    guard let plugin, (total == nil) == (status != .ok) else { return nil }
    bytes = line
    self.plugin = plugin
    self.status = status
    self.total = total
  }

  /// Takes a line apart that was read before: `parts` says where.
  init(_ line: [UInt8], plugin: String, _ status: RecordStatus, _ parts: LineParts) {
    bytes = line
    self.plugin = plugin
    self.status = status
    total = parts.value
  }

  /// What has to be known of the line to take it apart again without reading it.
  var parts: LineParts { LineParts(value: total) }

  /// Makes the line of an outcome.
  init(plugin: String, _ outcome: Outcome) {
    var json = JSONWriter()
    json.beginObject()
    json.key("plugin")
    json.value(plugin)
    if outcome.status == .ok, let result = outcome.result {
      json.key("total")
      json.raw(result)
    } else {
      json.key("status")
      json.value((outcome.status == .ok ? RecordStatus.error : outcome.status).rawValue)
      if let error = outcome.error {
        json.key("error")
        error.write(to: &json)
      }
    }
    json.endObject()
    self.init(json.finish())!
  }

  /// The total as JSON text.
  var totalText: [UInt8]? { total.map { Array(bytes[$0]) } }

  /// Why there is no total: its message, and the place in the plugin where it has one.
  func error() -> (message: String, pluginLine: String?)? {
    guard let error = (try? JSONParser.parse(bytes))?["error"] else { return nil }
    return (error["message"]?.string ?? "", error["plugin_line"]?.string)
  }

  /// Why there is no total, in a line: `timeout: message (plugin.lua:12)`.
  public var failure: String {
    let error = error()
    let message = error.map { ": \(ColumnText.oneLine($0.message))" } ?? ""
    return status.rawValue + message + (error?.pluginLine.map { " (\($0))" } ?? "")
  }

  /// The total as a value.
  public func totalValue() -> JSONValue? { total.flatMap { try? JSONParser.parse(bytes, in: $0) } }
}
