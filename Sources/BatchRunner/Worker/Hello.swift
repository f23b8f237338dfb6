import ArticleModel
import PluginHost

/// The first line that a worker sends to its supervisor.
enum Hello {
  /// The plugins loaded.
  case ready([Plugin])
  /// They did not; the message says why.
  case failed(String)

  /// What a supervisor needs to know of a plugin.
  struct Plugin: Hashable, Sendable {
    var name: String
    var merges: Bool
    var finishes: Bool
    var writes: Bool
    /// The files in its folder that it may read.
    var reads: [String] = []
    /// The files that its settings name.
    var files: [String] = []
  }

  /// The line, with its end.
  var line: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    switch self {
    case .ready(let plugins):
      json.key("ready")
      json.beginArray()
      for plugin in plugins { plugin.write(to: &json) }
      json.endArray()
    case .failed(let message):
      json.key("failed")
      json.value(message)
    }
    json.endObject()
    return json.finish() + [UInt8(ascii: "\n")]
  }

  /// Reads a line; `nil` where it is none of the two.
  init?(_ line: [UInt8]) {
    guard let value = try? JSONParser.parse(line) else { return nil }
    if let message = value["failed"]?.string {
      self = .failed(message)
    } else if let plugins = value["ready"]?.array {
      self = .ready(plugins.compactMap(Plugin.init(json:)))
    } else {
      return nil
    }
  }
}

extension Hello.Plugin {
  /// What stands for the article itself.
  static let article = Hello.Plugin(
    name: ArticleRecord.plugin, merges: false, finishes: false, writes: false)

  init(_ manifest: PluginManifest, files: [OptionFile]) {
    self.init(
      name: manifest.name, merges: manifest.hasMerge, finishes: manifest.hasFinish,
      writes: manifest.writes, reads: manifest.reads, files: files.map(\.path))
  }

  fileprivate init?(json: JSONValue) {
    guard let name = json["name"]?.string else { return nil }
    self.init(
      name: name, merges: json["merges"] == .bool(true), finishes: json["finishes"] == .bool(true),
      writes: json["writes"] == .bool(true),
      reads: json["reads"]?.array?.compactMap(\.string) ?? [],
      files: json["files"]?.array?.compactMap(\.string) ?? [])
  }

  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("name")
    json.value(name)
    json.key("merges")
    json.value(merges)
    json.key("finishes")
    json.value(finishes)
    json.key("writes")
    json.value(writes)
    json.key("reads")
    json.beginArray()
    for file in reads { json.value(file) }
    json.endArray()
    json.key("files")
    json.beginArray()
    for file in files { json.value(file) }
    json.endArray()
    json.endObject()
  }
}
