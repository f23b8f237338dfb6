import ArgumentParser
import ArticleModel
import BatchRunner
import PluginHost

/// `ibid plugins`: which plugins there are, and what one of them does.
struct PluginsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugins", abstract: "List the plugins, or describe one with its options.")

  @Argument(
    help: "The name or path of a plugin to describe.", completion: .custom(PluginNames.complete))
  var name: String?

  @Flag(help: "A JSON object for each plugin, a line each.")
  var json = false

  func run() throws {
    let locator = PluginLocator.standard()
    if json {
      let paths =
        try name.map { try UnpackedPlugins.resolve([$0]).plugins.map { try locator.find($0) } }
        ?? locator.all().map(\.path)
      for path in paths { print(ManifestJSON.text(try PluginSession(path: path).manifest)) }
      return
    }
    if let name {
      let session = try PluginSession(path: locator.find(UnpackedPlugins.resolve(name).plugins[0]))
      return print(ManifestDescription(session.manifest, calledAs: name).text, terminator: "")
    }
    let entries = locator.all()
    guard !entries.isEmpty else { throw RunError.noPlugins(locator.searchPath) }
    let width = entries.map(\.name.utf8.count).max() ?? 0
    var failed = false
    for entry in entries {
      let name = entry.name + String(repeating: " ", count: width - entry.name.utf8.count)
      do throws(PluginError) {
        print("\(name)  \(try PluginSession(path: entry.path).manifest.summary)")
      } catch {
        failed = true
        Terminal.say(FailureMessage(error).text)
      }
    }
    if failed { throw ExitCode(1) }
  }
}
