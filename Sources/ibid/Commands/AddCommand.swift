import ArgumentParser
import BatchRunner
import Glibc
import PluginHost

/// `ibid add`: a plugin that somebody else wrote.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a plugin from a folder, an archive or a repository.",
    discussion: """
      Shows what the plugin may read and write, and asks before it is added. ibid.lock in the folder of plugins \
      notes where it comes from and the hash of its files; ibid doctor compares them.

      SOURCE is a folder with plugin.lua, an archive (.tar.gz, .tgz, .tar, .zip), or URL@TAG of a git repository. \
      Links, and entries that lead out of an archive, are refused.
      """)

  @Argument(help: "A folder, an archive, or URL@TAG.", completion: .file())
  var source: String

  @Flag(name: .shortAndLong, help: "Add it without a question.")
  var yes = false

  @Flag(help: "Put it in the place of the one that was added before.")
  var replace = false

  @Option(
    name: .customLong("in"), help: ArgumentHelp("The folder of plugins.", valueName: "folder"),
    completion: .directory)
  var parent = "plugins"

  func run() throws {
    let store = PluginStore(folder: parent)
    let arrival = try store.fetch(PluginSource(source))
    let manifest = arrival.manifest
    print(
      "\(manifest.name) \(manifest.version)\(manifest.summary.isEmpty ? "" : ": \(manifest.summary)")"
    )
    let reads = manifest.reads.isEmpty ? "nothing" : manifest.reads.joined(separator: ", ")
    print("  reads   \(reads) (in its own folder)")
    print("  writes  \(manifest.writes ? "files below the folder that -o names" : "nothing")")
    print("  files   \(arrival.fileCount), sha256 \(arrival.hash)")
    fflush(nil)
    if !yes { try ask() }
    let place = try store.add(arrival, replaces: replace)
    print("added to \(place); ibid plugins \(manifest.name) shows its options")
  }

  private func ask() throws {
    guard isatty(STDIN_FILENO) != 0 else {
      throw RunError.store(
        "nobody can be asked here", hint: "--yes adds the plugin without a question")
    }
    print("Add it? [y/N] ", terminator: "")
    fflush(nil)
    let answer = readLine() ?? ""
    guard answer == "y" || answer == "yes" else { throw ExitCode(1) }
  }
}
