import ArgumentParser
import BatchRunner

/// The options of every command that runs plugins.
struct PluginOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("Set an option of a plugin.", valueName: "[plugin.]name=value"))
  var set: [String] = []

  @Option(
    help: ArgumentHelp("What a plugin may use for one article.", valueName: "cpu=2s,memory=256M"))
  var limit: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder for files that plugins write.", valueName: "folder"))
  var output: String?

  func configuration(_ plugins: [String]) -> RunConfiguration {
    RunConfiguration(plugins: plugins, settings: set, limits: limit, outputFolder: output)
  }
}
