import ArticleModel
import PluginHost

/// Plugins with all that they load and read in one archive: `NAME-DIGEST.ibidpack`.
///
/// It is a tar whose first entry, `ibid-pack.json`, names the plugins and the hash of each file. Equal files give equal
/// bytes, so that the hash of the archive names what is in it.
public struct PluginPack {
  /// What a file's name ends in.
  static let ending = ".ibidpack"
  private static let indexName = "ibid-pack.json"
  /// How many digits of the hash a pack's name has.
  private static let nameDigits = 12

  /// A plugin of a pack.
  struct Plugin: Hashable {
    var name: String
    /// Its Lua file, below a folder that has the plugin's name.
    var path: String
  }

  /// What is set for a plugin unless the user sets it otherwise.
  struct Setting: Hashable {
    var plugin: String
    var option: String
    /// As `--set` takes it; of an option of type `file` the path in the pack.
    var value: String
    var isFile: Bool
  }

  /// In the order in which they run.
  private(set) var plugins: [Plugin] = []
  private(set) var settings: [Setting] = []
  /// The files by their paths, in the order of the archive, without the index.
  private(set) var files: [(name: String, bytes: [UInt8])] = []
  /// The hash of the archive in 64 hexadecimal digits.
  public private(set) var hash = ""

  /// How many files the plugins have.
  public var fileCount: Int { files.count }
  /// What is set, as `--set` takes it.
  public var settingTexts: [String] { settings.map { "\($0.plugin).\($0.option)=\($0.value)" } }
  /// The names of the plugins.
  public var names: [String] { plugins.map(\.name) }

  // MARK: Packing

  /// Collects the files of plugins, and those that their settings name.
  public init(of plugins: [RunConfiguration.Plugin]) throws {
    for plugin in plugins {
      let content = try PackedFiles(plugin: plugin.path)
      let name = RunConfiguration.shortName(plugin.path)
      guard !names.contains(name) else { throw RunError.pluginTwice(name) }
      self.plugins.append(Plugin(name: name, path: "\(name)/\(content.main)"))
      files += content.files.map { ("\(name)/\($0.name)", $0.bytes) }
      try add(plugin, name)
    }
    files.sort { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
    hash = SHA256.hexadecimal(bytes)
  }

  /// Adds the settings of a plugin, each checked against its declaration.
  private mutating func add(_ plugin: RunConfiguration.Plugin, _ name: String) throws {
    let manifest = try PluginSession(path: plugin.path, settings: plugin.settings).manifest
    for (option, value) in plugin.settings {
      var setting = Setting(plugin: name, option: option, value: value, isFile: false)
      if manifest.options.first(where: { $0.name == option })?.type == .file {
        let base = value.split(separator: "/").last ?? ""
        setting.isFile = true
        // Hidden files of the plugin's folder are not packed: this is no name of one of them.
        setting.value = "\(name)/.set/\(option)/\(base)"
        files.append((setting.value, try FileContents.read(path: value)))
      }
      settings.removeAll { $0.plugin == name && $0.option == option }
      files.removeAll { file in
        file.name.hasPrefix("\(name)/.set/\(option)/") && file.name != setting.value
      }
      settings.append(setting)
    }
  }

  /// The name that tells what is in it.
  public var fileName: String {
    "\(names.joined(separator: "+"))-\(hash.prefix(PluginPack.nameDigits))\(PluginPack.ending)"
  }

  /// The archive.
  private var bytes: [UInt8] {
    var tar = TarWriter()
    tar.add(PluginPack.indexName, index)
    for file in files { tar.add(file.name, file.bytes) }
    return tar.finish()
  }

  private var index: [UInt8] {
    PrettyJSON(
      .object([
        JSONMember("ibid_pack", .integer(1)),
        JSONMember(
          "plugins",
          .array(
            plugins.map {
              .object([
                JSONMember("name", .string($0.name)), JSONMember("path", .string($0.path)),
              ])
            })),
        JSONMember(
          "settings",
          .array(
            settings.map {
              .object([
                JSONMember("plugin", .string($0.plugin)), JSONMember("option", .string($0.option)),
                JSONMember($0.isFile ? "file" : "value", .string($0.value)),
              ])
            })),
        JSONMember(
          "files",
          .object(files.map { JSONMember($0.name, .string(SHA256.hexadecimal($0.bytes))) })),
      ])
    ).bytes
  }

  /// Writes the archive, whole or not at all.
  public func write(to path: String) throws(RunError) {
    do throws(WriteProblem) {
      try AtomicFile.put(bytes, at: path)
    } catch {
      throw RunError(error)
    }
  }

  // MARK: Reading

  /// Reads a pack and holds each file against the hash that the index has of it, and the whole against its name.
  init(path: String) throws(RunError) {
    do throws(InputProblem) { hash = SHA256.hexadecimal(try FileContents.read(path: path)) } catch {
      throw .store("cannot read \(path): \(error)", hint: nil)
    }
    if let digits = PluginPack.digits(inName: path), !hash.hasPrefix(digits) {
      throw PluginPack.damaged(path, "its hash is \(hash.prefix(digits.utf8.count))")
    }
    var files = try ArchiveFiles(path: path).files
    guard files.first?.name == PluginPack.indexName,
      let index = try? JSONParser.parse(files.removeFirst().bytes),
      index["ibid_pack"]?.integer != nil
    else { throw .store("\(path) is no pack of plugins", hint: "ibid pack PLUGIN makes one") }
    guard index["ibid_pack"] == .integer(1) else {
      throw .store("\(path) was packed by a later version of ibid", hint: nil)
    }
    for plugin in index["plugins"]?.array ?? [] {
      guard let name = plugin["name"]?.string, let path = plugin["path"]?.string else { continue }
      plugins.append(Plugin(name: name, path: path))
    }
    for setting in index["settings"]?.array ?? [] {
      guard let plugin = setting["plugin"]?.string, let option = setting["option"]?.string,
        let value = setting["file"]?.string ?? setting["value"]?.string
      else { continue }
      settings.append(
        Setting(plugin: plugin, option: option, value: value, isFile: setting["file"] != nil))
    }
    let hashes = index["files"]?.members ?? []
    for file in files
    where index["files"]?[file.name]?.string != SHA256.hexadecimal(file.bytes) {
      throw PluginPack.damaged(path, "\(file.name) is not what was packed")
    }
    let names = Set(files.map(\.name))
    if let missing = hashes.first(where: { !names.contains($0.key) }) {
      throw PluginPack.damaged(path, "\(missing.key) is missing")
    }
    guard !plugins.isEmpty, plugins.allSatisfy({ names.contains($0.path) }) else {
      throw PluginPack.damaged(path, "it has no plugin")
    }
    // A pack comes from others: what it sets must not lead a plugin to the files of who uses it.
    if let setting = settings.first(where: { $0.isFile && !names.contains($0.value) }) {
      throw PluginPack.damaged(
        path, "\(setting.plugin).\(setting.option) names \(setting.value), which is not in it")
    }
    self.files = files
  }

  private static func damaged(_ path: String, _ reason: String) -> RunError {
    .store("\(path) is damaged: \(reason)", hint: "get it anew from where it comes from")
  }

  /// The digits of the hash in a name such as `counting-0123456789ab.ibidpack`.
  private static func digits(inName path: String) -> Substring? {
    let name = path.dropLast(ending.count)
    guard let dash = name.lastIndex(of: "-") else { return nil }
    let digits = name[name.index(after: dash)...]
    let isHash = digits.utf8.count == nameDigits && digits.allSatisfy { $0.isHexDigit }
    return isHash ? digits : nil
  }
}
