import PluginChecker
import PluginHost

/// The files of one plugin that a pack takes: what it loads, and what it may read.
struct PackedFiles {
  /// By their paths below the plugin's folder.
  private(set) var files: [(name: String, bytes: [UInt8])] = []
  /// The plugin's own Lua file.
  let main: String

  /// Finds them: of a plugin in a folder all but its tests and hidden files, of a plugin in a file the modules that it
  /// requires and the files that its manifest names.
  ///
  /// - Throws: where the plugin does not load, or a file that it may read is not there.
  init(plugin path: String) throws {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[..<$0]) } ?? "."
    main = String(path[(slash.map { path.index(after: $0) } ?? path.startIndex)...])
    let reads = try PluginSession(path: path).manifest.reads
    if main == "plugin.lua" {
      files = try PluginContent(folder: folder).files.filter { PackedFiles.isWanted($0.name) }
    } else {
      let prefix = slash.map { String(path[...$0]) } ?? ""
      files = PluginCheck(path: path).sources.map { path, source in
        (String(path.dropFirst(prefix.utf8.count)), source)
      }
    }
    for name in reads where !files.contains(where: { $0.name == name }) {
      do throws(InputProblem) {
        files.append((name, try FileContents.read(path: "\(folder)/\(name)")))
      } catch {
        throw RunError.store(
          "'\(RunConfiguration.shortName(path))' reads \(name), which cannot be packed: \(error)",
          hint: nil)
      }
    }
  }

  private static func isWanted(_ name: String) -> Bool {
    !name.hasPrefix("tests/") && !name.split(separator: "/").contains { $0.hasPrefix(".") }
  }
}
