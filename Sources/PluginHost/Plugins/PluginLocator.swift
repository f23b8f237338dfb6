import Folders
import Glibc

/// Finds plugins by name on a search path, or by path.
public struct PluginLocator: Hashable, Sendable {
  /// The folders that hold plugins, first match first.
  public var searchPath: [String]

  /// Makes a locator.
  public init(searchPath: [String]) { self.searchPath = searchPath }

  /// A plugin that lies on the search path.
  public struct Entry: Hashable, Sendable {
    /// The name of its folder or file.
    public var name: String
    /// The path of its Lua file.
    public var path: String
  }

  /// The path of the Lua file of a plugin.
  ///
  /// What contains a slash, ends in `.lua`, or is `.` or `..` is a path: a Lua file, or a folder with `plugin.lua`.
  /// Everything else is a name: `NAME/plugin.lua` or `NAME.lua` in a folder of the search path.
  public func find(_ nameOrPath: String) throws(PluginError) -> String {
    if nameOrPath.utf8.contains(UInt8(ascii: "/")) || nameOrPath.hasSuffix(".lua")
      || nameOrPath == "." || nameOrPath == ".."
    {
      if let path = PluginLocator.plugin(at: nameOrPath) { return path }
      throw .notFound(name: nameOrPath, suggestion: nil, searched: [])
    }
    if !nameOrPath.isEmpty, !nameOrPath.hasPrefix("."), !nameOrPath.utf8.contains(0) {
      for folder in searchPath {
        let base = "\(folder)/\(nameOrPath)"
        if let path = PluginLocator.plugin(at: base) ?? PluginLocator.plugin(at: base + ".lua") {
          return path
        }
      }
    }
    throw .notFound(
      name: nameOrPath, suggestion: suggestion(for: nameOrPath, among: all().map(\.name)),
      searched: searchPath)
  }

  /// Every plugin on the search path in the order of names; of two with one name the first found.
  public func all() -> [Entry] {
    var entries: [String: Entry] = [:]
    for folder in searchPath {
      for file in PluginLocator.files(in: folder) {
        let name = file.hasSuffix(".lua") ? String(file.dropLast(4)) : file
        guard !name.isEmpty, entries[name] == nil,
          let path = PluginLocator.plugin(at: "\(folder)/\(file)")
        else {
          continue
        }
        entries[name] = Entry(name: name, path: path)
      }
    }
    return entries.values.sorted { $0.name < $1.name }
  }

  private static func plugin(at path: String) -> String? {
    var status = stat()
    guard !path.utf8.contains(0), stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
      let inside = "\(folder)/plugin.lua"
      return stat(inside, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR ? inside : nil
    default: return path.hasSuffix(".lua") ? path : nil
    }
  }

  private static func files(in folder: String) -> [String] {
    ((try? FolderEntries.names(in: folder)) ?? []).filter { !$0.hasPrefix(".") }
  }
}
