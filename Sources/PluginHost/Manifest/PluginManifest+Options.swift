import ArticleModel

extension PluginManifest {
  /// The options that a call of the plugin gets, as one JSON object: defaults, and on top of them
  /// the settings.
  func options(_ settings: [(name: String, value: String)]) throws(PluginError) -> [UInt8] {
    var values: [String: JSONValue] = [:]
    for option in options { values[option.name] = option.defaultValue }
    for setting in settings {
      guard let option = options.first(where: { $0.name == setting.name }) else {
        throw .unknownOption(
          plugin: name, name: setting.name,
          suggestion: suggestion(for: setting.name, among: options.map(\.name)),
          declared: options.map(\.name))
      }
      do {
        values[option.name] = try option.parse(setting.value)
      } catch {
        throw .badOption(
          plugin: name, name: option.name, value: setting.value, problem: error.problem,
          path: path)
      }
    }
    var json = JSONWriter()
    json.beginObject()
    for option in options {
      // The texts of files are kept in the state.
      guard option.type != .file, let value = values[option.name], value != .null else { continue }
      json.key(option.name)
      json.option(value, of: option.type)
    }
    json.endObject()
    return json.finish()
  }
}

extension JSONWriter {
  /// Writes an option's value; a whole number of type `number` keeps its fraction, so that Lua sees
  /// a float.
  fileprivate mutating func option(_ value: JSONValue, of type: OptionType) {
    if case .number(let number) = value, type == .number, let whole = Int(exactly: number) {
      return raw("\(whole).0".utf8)
    }
    self.value(value)
  }
}
