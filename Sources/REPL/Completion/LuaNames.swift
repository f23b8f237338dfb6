import PluginHost

/// What names stand for at a prompt.
protocol LuaNames {
  /// The value of a path of names and indices, found without calling anything; `nil` where there is none.
  func value(ofPath path: String) -> DisplayValue?

  /// What may follow a path; the globals for the empty one.
  func members(ofPath path: String) -> [PluginHost.Completion]
}

extension ReplSession: LuaNames {}
