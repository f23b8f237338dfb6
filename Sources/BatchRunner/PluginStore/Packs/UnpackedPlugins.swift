import Glibc
import PluginHost

/// The plugins of packs as files, unpacked once into a folder that has the pack's hash for its name.
///
/// Many processes may do this at once, and again: each writes a folder of its own and moves it into its place whole.
public enum UnpackedPlugins {
  /// Plugins with what their packs set for them.
  public struct Resolved {
    /// Names and paths, none of a pack.
    public var plugins: [String] = []
    /// `plugin.name=value`, for those that come from packs.
    public var settings: [String] = []
  }

  /// Puts the paths of Lua files in the place of packs: `team.ibidpack` stands for all plugins in it, and
  /// `team.ibidpack/counting` for one. Other words stay as they are.
  public static func resolve(_ words: [String]) throws(RunError) -> Resolved {
    var resolved = Resolved()
    for word in words {
      if let (pack, plugin) = parts(of: word) {
        try add(pack, plugin: plugin, to: &resolved)
      } else {
        resolved.plugins.append(word)
      }
    }
    return resolved
  }

  /// The same where one plugin is wanted.
  public static func resolve(_ word: String) throws(RunError) -> Resolved {
    let resolved = try resolve([word])
    guard resolved.plugins.count == 1 else {
      let names = resolved.plugins.map(RunConfiguration.shortName)
      throw .store(
        "\(word) has \(names.count) plugins: \(names.joined(separator: ", "))",
        hint: "say which: \(word)/\(names[0])")
    }
    return resolved
  }

  /// A pack's path, and the plugin that is meant of it.
  private static func parts(of word: String) -> (pack: String, plugin: String?)? {
    if word.hasSuffix(PluginPack.ending), PathKind.of(word) != .folder { return (word, nil) }
    guard let slash = word.lastIndex(of: "/"), word[..<slash].hasSuffix(PluginPack.ending),
      PathKind.of(String(word[..<slash])) != .folder
    else { return nil }
    return (String(word[..<slash]), String(word[word.index(after: slash)...]))
  }

  private static func add(
    _ path: String, plugin: String?, to resolved: inout Resolved
  ) throws(RunError) {
    let pack = try PluginPack(path: path)
    if let plugin, !pack.names.contains(plugin) {
      throw .store(
        "\(path) has no plugin '\(plugin)'", hint: "it has \(pack.names.joined(separator: ", "))")
    }
    let folder = try self.folder(of: pack, path)
    for own in pack.plugins where plugin == nil || own.name == plugin {
      resolved.plugins.append("\(folder)/\(own.path)")
    }
    for setting in pack.settings where plugin == nil || setting.plugin == plugin {
      try check(setting, in: pack, path, folder)
      let value = setting.isFile ? "\(folder)/\(setting.value)" : setting.value
      resolved.settings.append("\(setting.plugin).\(setting.option)=\(value)")
    }
  }

  /// Refuses a path outside the pack in the guise of another value: an option of type `file` takes its files alone.
  private static func check(
    _ setting: PluginPack.Setting, in pack: PluginPack, _ path: String, _ folder: String
  ) throws(RunError) {
    guard !setting.isFile, let own = pack.plugins.first(where: { $0.name == setting.plugin }) else {
      return
    }
    let manifest: PluginManifest
    do { manifest = try PluginSession(path: "\(folder)/\(own.path)").manifest } catch {
      throw .store("\(path) has a plugin that does not load: \(error)", hint: nil)
    }
    if manifest.options.contains(where: { $0.name == setting.option && $0.type == .file }) {
      throw .store(
        "\(path) sets \(setting.plugin).\(setting.option) to a file that is not in it",
        hint: "set it yourself: --set \(setting.plugin).\(setting.option)=FILE")
    }
  }

  /// The folder with the files of a pack, which are those of the pack or are written now.
  private static func folder(of pack: PluginPack, _ path: String) throws(RunError) -> String {
    let parent = try self.parent(path)
    let folder = "\(parent)/\(pack.hash.prefix(32))"
    if isWhole(folder, pack) { return folder }
    let temporary = try PluginStore.makeFolder("\(parent)/.new-", in: parent)
    defer { PluginStore.removeTree(temporary) }
    for file in pack.files { try PluginStore.write(file.bytes, to: "\(temporary)/\(file.name)") }
    if rename(temporary, folder) == 0 { return folder }
    // Another process was quicker; or somebody changed the files, which then make way.
    if isWhole(folder, pack) { return folder }
    PluginStore.removeTree(folder)
    guard rename(temporary, folder) == 0 || isWhole(folder, pack) else {
      throw .output(path: folder, reason: SystemError.message())
    }
    return folder
  }

  private static func isWhole(_ folder: String, _ pack: PluginPack) -> Bool {
    guard PathKind.of(folder) == .folder,
      let files = try? PluginContent(folder: folder).files
    else { return false }
    // Both are in the order of their names.
    return files.elementsEqual(pack.files, by: ==)
  }

  /// Where packs are unpacked: beside the cache, or where that cannot be written, as on many an executor, in a folder
  /// for temporary files that only this user can write to.
  private static func parent(_ path: String) throws(RunError) -> String {
    if let cache = CacheFolder.standard {
      let folder = "\(cache)/packs"
      if AtomicFile.makeFolder(folder), access(folder, W_OK) == 0 { return folder }
    }
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let folder = "\(place)/ibid-packs-\(getuid())"
    mkdir(folder, 0o700)
    var status = stat()
    guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      status.st_uid == getuid(), status.st_mode & 0o022 == 0
    else {
      throw .store(
        "there is no place to unpack \(path): \(folder) cannot be used",
        hint: "set XDG_CACHE_HOME or TMPDIR to a folder that can be written to")
    }
    return folder
  }
}
