import ArgumentParser
import BatchRunner

/// `ibid new`: a plugin to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a plugin to start from, with a test.")

  @Argument(help: "The plugin's name: small letters, digits, - and _.")
  var name: String

  @Option(
    name: .customLong("in"), help: ArgumentHelp("The folder of plugins.", valueName: "folder"))
  var parent = "plugins"

  func run() throws {
    let template = try PluginTemplate(name: name, in: parent)
    try template.write()
    let reference = parent == "plugins" ? name : template.folder
    print(
      """
      \(template.folder)/plugin.lua
      \(template.folder)/types/ibid.lua
      \(template.folder)/tests/counts/article.txt
      \(template.folder)/tests/counts/expected.json

      try it:  ibid run \(reference) ARTICLE
      test it: ibid test \(reference)
      """)
  }
}
