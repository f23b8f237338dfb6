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
    return line(json)
  }

  /// Asks for an article that is a line of a file.
  ///
  /// The line is not the supervisor's own: its first key could be taken for the verb of a request, so another
  /// is put in front.
  static func article(document line: [UInt8], plugins: [String]) -> [UInt8] {
    guard let brace = line.firstIndex(of: UInt8(ascii: "{")) else {
      return line + [UInt8(ascii: "\n")]
    }
    var text: [UInt8] = []
    text.reserveCapacity(line.count + plugins.reduce(32) { $0 + $1.utf8.count + 3 })
    var json = JSONWriter(appendingTo: text)
    json.beginObject()
    add(plugins, to: &json)
    var bytes = json.finish()
    bytes.append(UInt8(ascii: ","))
    bytes.append(contentsOf: line[(brace + 1)...])
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Asks for the value that results merge into.
  static func merge(_ plugin: String, _ values: [PartialValue]) -> [UInt8] {
    reduction("merge", plugin, values)
  }

  /// Asks for the final value of what results merge into.
  static func finish(_ plugin: String, _ values: [PartialValue]) -> [UInt8] {
    reduction("finish", plugin, values)
  }

  private static func reduction(
    _ verb: String, _ plugin: String, _ values: [PartialValue]
  ) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(values.reduce(64 + plugin.utf8.count) { $0 + $1.bytes.count + 1 })
    var json = JSONWriter(appendingTo: text)
    json.beginObject()
    json.key(verb)
    json.value(plugin)
    json.key("values")
    json.beginArray()
    for value in values { json.raw(value.bytes) }
    json.endArray()
    json.endObject()
    return line(json)
  }

  private static func line(_ json: consuming JSONWriter) -> [UInt8] {
    var bytes = json.finish()
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private static func add(_ plugins: [String], to json: inout JSONWriter) {
    json.key("plugins")
    json.beginArray()
    for plugin in plugins { json.value(plugin) }
    json.endArray()
  }
}
