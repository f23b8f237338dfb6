import ArgumentParser
import BatchRunner
import PluginHost

/// `ibid pack`: plugins in one file that travels.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Put plugins and the files that they read into one archive.",
    discussion: """
      The archive, a tar, holds what the plugins load and what their manifests say that they read; its name ends in \
      digits of its hash, and equal files give equal bytes. It stands wherever a plugin can be named: ibid run \
      NAME.ibidpack, ibid worker --plugin NAME.ibidpack; NAME.ibidpack/PLUGIN means one of several plugins in it.

      A pack that was changed or cut off is refused.
      """)

  @Argument(
    help: "Names or paths of plugins.", completion: .custom(PluginNames.complete))
  var names: [String]

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
    let locator = PluginLocator.standard()
    let words = names.flatMap { $0.split(separator: ",").map(String.init) }
    let pack = try PluginPack(of: UnpackedPlugins.resolve(words).map { try locator.find($0) })
    let path = output ?? pack.fileName
    try pack.write(to: path)
    print(path)
    print("  plugins  \(pack.names.joined(separator: ", "))")
    print("  files    \(pack.fileCount), sha256 of the pack \(pack.hash)")
  }
}
