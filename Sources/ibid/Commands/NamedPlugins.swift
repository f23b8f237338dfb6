import ArgumentParser
import BatchRunner
import PluginHost

/// The plugins that a command for authors works on.
enum NamedPlugins {
  static let help: ArgumentHelp =
    "Names or paths of plugins; without any the one in this folder, else all that are found."

  /// Finds those that are named; where none is, the plugin whose folder this is, else all on the search path.
  static func find(_ names: [String]) throws -> [(name: String, path: String)] {
    let locator = PluginLocator.standard()
    var names = names
    if names.isEmpty {
      guard (try? locator.find(".")) != nil else {
        return locator.all().map { ($0.name, $0.path) }
      }
      names = ["."]
    }
    return try UnpackedPlugins.resolve(names).plugins.map { name in
      let path = try locator.find(name)
      // `.` is no name to read in a report.
      guard name == ".", let own = try? PluginSession(path: path).manifest.name else {
        return (name, path)
      }
      return (own, path)
    }
  }
}
