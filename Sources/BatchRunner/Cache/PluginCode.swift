import Glibc

/// The files whose code a plugin may run: its own, and all that `require` could find in its folder.
struct PluginCode {
  /// A folder of plugins is small; a Lua file in somebody's home folder is not worth a walk through all of it.
  private static let entryLimit = 20_000
  private static let depthLimit = 32

  /// The paths, the plugin's own first, the others in the order of their names.
  let paths: [String]

  /// Finds the files; `nil` where there are too many to look through, or the plugin cannot be read.
  init?(plugin path: String) {
    guard let source = try? FileContents.read(path: path) else { return nil }
    let isFolder = path == "plugin.lua" || path.hasSuffix("/plugin.lua")
    guard isFolder || PluginCode.mayLoad(source) else {
      paths = [path]
      return
    }
    var walk = Walk()
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    guard walk.visit(folder.isEmpty ? "/" : folder, depth: 0) else { return nil }
    paths = [path] + walk.modules.filter { $0 != path }
  }

  /// Whether a source can load another: it has to name one of these, or an environment to look them up in.
  private static func mayLoad(_ source: [UInt8]) -> Bool {
    ["require", "load", "_G", "_ENV"].contains { source.firstRange(of: Array($0.utf8)) != nil }
  }

  private struct Walk {
    var modules: [String] = []
    private var entryCount = 0

    /// Goes through a folder as `require` would: no links, no hidden names.
    mutating func visit(_ path: String, depth: Int) -> Bool {
      guard depth <= depthLimit, var listing = try? FolderListing(path: path) else { return false }
      while let (kind, name) = listing.next() {
        entryCount += 1
        guard entryCount <= entryLimit else { return false }
        // A name that is not UTF-8 is none of a module.
        guard let name else { continue }
        let entry = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
        switch kind {
        case .folder: guard visit(entry, depth: depth + 1) else { return false }
        case .file, .other: if name.hasSuffix(".lua") { modules.append(entry) }
        }
      }
      return true
    }
  }
}
