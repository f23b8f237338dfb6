import ArgumentParser
import BatchRunner
import PluginHost

/// `ibid pack`: plugins in one file that travels.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Put plugins and the files that they read into one archive.",
    discussion: """
      The archive, a tar, holds what the plugins load, what their manifests say that they read, and with --set what is set for \
      them, term bases for instance; its name ends in \
      digits of its hash, and equal files give equal bytes. It stands wherever a plugin can be named: ibid run \
      NAME.ibidpack, ibid worker --plugin NAME.ibidpack; NAME.ibidpack/PLUGIN means one of several plugins in it.

      A pack that was changed or cut off is refused.
      """)

  @Argument(
    help: "Names or paths of plugins.", completion: .custom(PluginNames.complete))
  var names: [String]

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "Set an option where the pack is used; the file of one that wants a file is packed too.",
      valueName: "[plugin.]name=value"),
    completion: .custom(OptionSettings.complete))
  var set: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write, instead of NAME-HASH.ibidpack.", valueName: "file"))
  var output: String?

  func validate() throws {
    if let output, !output.hasSuffix(".ibidpack") {
      throw ValidationError("the name of a pack ends in .ibidpack")
    }
  }

  func run() throws {
    let words = names.flatMap { $0.split(separator: ",").map(String.init) }
    let resolved = try UnpackedPlugins.resolve(words)
    let configuration = RunConfiguration(
      plugins: resolved.plugins, settings: resolved.settings + set)
    let pack = try PluginPack(of: configuration.resolve())
    let path = output ?? pack.fileName
    try pack.write(to: path)
    print(path)
    print("  plugins  \(pack.names.joined(separator: ", "))")
    for setting in pack.settingTexts { print("  sets     \(setting)") }
    print("  files    \(pack.fileCount), sha256 of the pack \(pack.hash)")
  }
}
