import ArgumentParser
import BatchRunner

/// `ibid remove`: takes away what `ibid add` brought.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a plugin that was added.")

  @Argument(help: "The plugin's name.", completion: .custom(PluginNames.complete))
  var name: String

  @Flag(help: "Remove it also where its files were changed.")
  var force = false

  @Option(
    name: .customLong("in"), help: ArgumentHelp("The folder of plugins.", valueName: "folder"),
    completion: .directory)
  var parent = "plugins"

  func run() throws {
    try PluginStore(folder: parent).remove(name, force: force)
    print("removed \(parent)/\(name)")
  }
}
