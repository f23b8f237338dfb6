import Glibc

/// The plugins of packs as files, unpacked once into a folder that has the pack's hash for its name.
///
/// Many processes may do this at once, and again: each writes a folder of its own and moves it into its place whole.
public enum UnpackedPlugins {
  /// Puts the paths of Lua files in the place of packs: `team.ibidpack` stands for all plugins in it, and
  /// `team.ibidpack/counting` for one. Other words stay as they are.
  public static func resolve(_ words: [String]) throws(RunError) -> [String] {
    var resolved: [String] = []
    for word in words {
      guard let (pack, plugin) = parts(of: word) else {
        resolved.append(word)
        continue
      }
      resolved += try paths(in: pack, plugin: plugin)
    }
    return resolved
  }

  /// The same where one plugin is wanted.
  public static func resolve(_ word: String) throws(RunError) -> String {
    let paths = try resolve([word])
    guard paths.count == 1 else {
      let names = paths.map(RunConfiguration.shortName).joined(separator: ", ")
      throw .store(
        "\(word) has \(paths.count) plugins: \(names)",
        hint: "say which: \(word)/\(RunConfiguration.shortName(paths[0]))")
    }
    return paths[0]
  }

  /// A pack's path, and the plugin that is meant of it.
  private static func parts(of word: String) -> (pack: String, plugin: String?)? {
    if word.hasSuffix(PluginPack.ending), PathKind.of(word) != .folder { return (word, nil) }
    guard let slash = word.lastIndex(of: "/"), word[..<slash].hasSuffix(PluginPack.ending),
      PathKind.of(String(word[..<slash])) != .folder
    else { return nil }
    return (String(word[..<slash]), String(word[word.index(after: slash)...]))
  }

  private static func paths(in path: String, plugin: String?) throws(RunError) -> [String] {
    let pack = try PluginPack(path: path)
    if let plugin, !pack.names.contains(plugin) {
      throw .store(
        "\(path) has no plugin '\(plugin)'", hint: "it has \(pack.names.joined(separator: ", "))")
    }
    let folder = try self.folder(of: pack, path)
    return pack.plugins.filter { plugin == nil || $0.name == plugin }.map {
      "\(folder)/\($0.path)"
    }
  }

  /// The folder with the files of a pack, which are those of the pack or are written now.
  private static func folder(of pack: PluginPack, _ path: String) throws(RunError) -> String {
    let parent = try self.parent(path)
    let folder = "\(parent)/\(pack.hash.prefix(32))"
    if isWhole(folder, pack) { return folder }
    var template = Array("\(parent)/.new-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .output(path: parent, reason: SystemError.message())
    }
    let temporary = String(
      decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
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
