import ArgumentParser
import BatchRunner

/// The options of every command that runs plugins.
struct PluginOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("Set an option of a plugin.", valueName: "[plugin.]name=value"),
    completion: .custom(OptionSettings.complete))
  var set: [String] = []

  @Option(
    help: ArgumentHelp("What a plugin may use for one article.", valueName: "cpu=2s,memory=256M"))
  var limit: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder for files that plugins write.", valueName: "folder"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The keys that documents in JSON Lines have for an article's parts; dots lead into objects.",
      valueName: "id=url,text=content"))
  var fields: String?

  func configuration(_ plugins: [String]) throws -> RunConfiguration {
    var configuration = RunConfiguration(
      plugins: plugins, settings: set, limits: limit, outputFolder: output)
    let resolved = try UnpackedPlugins.resolve(configuration.plugins)
    configuration.plugins = resolved.plugins
    // Of several settings the last counts.
    configuration.settings = resolved.settings + set
    if let fields { configuration.fields = try DocumentFields(parsing: fields) }
    return configuration
  }
}
