import ArgumentParser
import BatchRunner

/// `ibid new`: a plugin to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a plugin to start from, with a test.")

  @Argument(help: "The plugin's name: small letters, digits, - and _.")
  var name: String

  @Option(
    name: .customLong("in"), help: ArgumentHelp("The folder of plugins.", valueName: "folder"),
    completion: .directory)
  var parent = "plugins"

  func run() throws {
    let template = try PluginTemplate(name: name, in: parent)
    try template.write()
    let reference = parent == "plugins" ? name : template.folder
    var files = template.files.map { (name: $0.name, purpose: $0.purpose) }
    files.insert((PluginTemplate.expected, "what the test expects"), at: 2)
    let width = files.map(\.name.utf8.count).max() ?? 0
    print("\(template.folder)/")
    for file in files {
      let space = String(repeating: " ", count: width - file.name.utf8.count)
      print("  \(file.name)\(space)  \(file.purpose)")
    }
    print(
      """

      run it:     ibid run \(reference) \(template.folder)/tests/counts/article.txt
      test it:    ibid test \(reference)
      change it:  ibid test \(reference) --watch, in a second terminal; --update accepts new results
      check it:   ibid check-plugin \(reference)
      """)
  }
}
