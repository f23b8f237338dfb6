import ArticleModel

/// The lines that a supervisor sends to its workers, each with its end.
enum RequestLine {
  /// Asks for an article in a file.
  ///
  /// - Parameters:
  ///   - name: what records call it, where that is not its path.
  ///   - plugins: the plugins that are to run; `nil` for all.
  static func article(path: String, name: String? = nil, plugins: [String]?) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    if let plugins { add(plugins, to: &json) }
    if let name {
      json.key("id")
      json.value(name)
    }
    json.key("path")
    json.value(path)
    json.endObject()
    return json.finish() + lineEnd
  }

  /// Asks for an article that is a line of a file.
  ///
  /// The line is not the supervisor's own: its first key could be taken for the verb of a request, so another
  /// is put in front.
  static func article(document line: [UInt8], plugins: [String]) -> [UInt8] {
    guard let brace = line.firstIndex(of: UInt8(ascii: "{")) else { return line + lineEnd }
    var json = JSONWriter()
    json.beginObject()
    add(plugins, to: &json)
    return json.finish() + [UInt8(ascii: ",")] + line[(brace + 1)...] + lineEnd
  }

  /// Asks for the value that results merge into.
  static func merge(_ plugin: String, _ values: [[UInt8]]) -> [UInt8] {
    let list = values.joined(separator: [UInt8(ascii: ",")])
    return reduction("merge", plugin, "values", [UInt8(ascii: "[")] + list + [UInt8(ascii: "]")])
  }

  /// Asks for the final value of a merged one.
  static func finish(_ plugin: String, _ value: [UInt8]) -> [UInt8] {
    reduction("finish", plugin, "value", value)
  }

  private static let lineEnd = [UInt8(ascii: "\n")]

  private static func add(_ plugins: [String], to json: inout JSONWriter) {
    json.key("plugins")
    json.beginArray()
    for plugin in plugins { json.value(plugin) }
    json.endArray()
  }

  private static func reduction(
    _ verb: String, _ plugin: String, _ key: String, _ value: [UInt8]
  ) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key(verb)
    json.value(plugin)
    json.key(key)
    json.raw(value)
    json.endObject()
    return json.finish() + lineEnd
  }
}
