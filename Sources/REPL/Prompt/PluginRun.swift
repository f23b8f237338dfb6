/// A plugin with the settings that it runs with.
struct PluginRun {
  /// The path of its Lua file.
  var path: String
  var settings: [(name: String, value: String)]
}
