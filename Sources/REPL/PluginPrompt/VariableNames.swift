import PluginHost

/// The names in the middle of a plugin: its variables, and behind them what every plugin has.
struct VariableNames: LuaNames {
  var variables: [PluginVariable] = []
  /// For the names that every plugin has; nothing of the plugin is in it.
  let library: ReplSession?

  func value(ofPath path: String) -> DisplayValue? {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let variable = variables.first(where: { $0.name == parts.first }) else {
      return library?.value(ofPath: path)
    }
    var value = variable.value
    for part in parts.dropFirst() {
      guard case .table(let table) = value, let found = table[part] else { return nil }
      value = found
    }
    if case .nil = value { return nil }
    return value
  }

  func members(ofPath path: String) -> [PluginHost.Completion] {
    guard path.isEmpty else {
      return value(ofPath: path).map { PluginHost.Completion.members(of: $0, path: path) } ?? []
    }
    let hidden = Set(variables.map(\.name) + ["article", "articles"])
    return variables.map(\.completion)
      + (library?.members(ofPath: "") ?? []).filter { !hidden.contains($0.name) }
  }
}

extension DisplayTable {
  fileprivate subscript(key: String) -> DisplayValue? {
    entries.first { if case .string(let text) = $0.key { text.text == key } else { false } }?.value
  }
}
