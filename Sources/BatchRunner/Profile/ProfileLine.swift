import ArticleModel
import PluginHost

/// The last line of a worker whose run is profiled: its part of the profile.
enum ProfileLine {
  /// Writes the line, with its end.
  static func bytes(_ profile: RunProfile) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("profile")
    json.beginObject()
    json.key("articles")
    json.value(profile.articleCount)
    json.key("read")
    json.value(profile.readNanoseconds)
    json.key("plugins")
    json.beginArray()
    for plugin in profile.plugins { write(plugin, to: &json) }
    json.endArray()
    json.endObject()
    json.endObject()
    return json.finish() + [UInt8(ascii: "\n")]
  }

  /// Reads a line; `nil` where it is another.
  static func profile(_ line: [UInt8]) -> RunProfile? {
    guard let json = (try? JSONParser.parse(line))?["profile"],
      let plugins = json["plugins"]?.array
    else { return nil }
    var profile = RunProfile()
    profile.workerCount = 1
    profile.articleCount = json["articles"]?.integer ?? 0
    profile.readNanoseconds = json["read"]?.integer ?? 0
    profile.plugins = plugins.map(plugin)
    return profile
  }

  private static func write(_ plugin: RunProfile.Plugin, to json: inout JSONWriter) {
    json.beginObject()
    json.key("name")
    json.value(plugin.name)
    let figures: [(StaticString, Int)] = [
      ("calls", plugin.callCount), ("run", plugin.runNanoseconds),
      ("result", plugin.resultNanoseconds), ("samples", plugin.functions.sampleCount),
      ("lua", plugin.functions.nanoseconds), ("json", plugin.functions.resultNanoseconds),
    ]
    for (key, figure) in figures {
      json.key(key)
      json.value(figure)
    }
    json.key("functions")
    json.beginArray()
    for name in plugin.functions.functions { json.value(name) }
    json.endArray()
    json.key("nodes")
    json.beginArray()
    for node in plugin.functions.nodes {
      json.beginArray()
      let figures = [node.parent, node.function, node.nanoseconds, node.bytes, node.allocations]
      for figure in figures { json.value(figure) }
      json.endArray()
    }
    json.endArray()
    json.endObject()
  }

  private static func plugin(_ json: JSONValue) -> RunProfile.Plugin {
    var plugin = RunProfile.Plugin(name: json["name"]?.string ?? "")
    plugin.callCount = json["calls"]?.integer ?? 0
    plugin.runNanoseconds = json["run"]?.integer ?? 0
    plugin.resultNanoseconds = json["result"]?.integer ?? 0
    plugin.functions = PluginProfile(
      functions: json["functions"]?.array?.compactMap(\.string) ?? [],
      nodes: json["nodes"]?.array?.compactMap(node) ?? [],
      sampleCount: json["samples"]?.integer ?? 0, nanoseconds: json["lua"]?.integer ?? 0,
      resultNanoseconds: json["json"]?.integer ?? 0)
    return plugin
  }

  private static func node(_ json: JSONValue) -> PluginProfile.Node? {
    guard let figures = json.array?.compactMap(\.integer), figures.count == 5 else { return nil }
    return PluginProfile.Node(
      parent: figures[0], function: figures[1], nanoseconds: figures[2], bytes: figures[3],
      allocations: figures[4])
  }
}
