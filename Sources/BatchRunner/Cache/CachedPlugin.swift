import PluginHost

/// A plugin of a run as the cache knows it: its place, its code, and what else its answers depend on.
final class CachedPlugin {
  /// The path of its Lua file; empty for what is part of the executable.
  let path: String
  /// The place of what the plugin says of itself, part of the places of its answers.
  let place: Digest
  /// Executable, code and settings.
  private(set) var code: Digest
  private let settings: [(name: String, value: String)]
  private let canWrite: Bool
  /// Whether it may ask a person, so that its answers are not its own.
  let mayPrompt: Bool
  /// The files that were digested, as they were then.
  private var files: [(path: String, identity: FileIdentity?)] = []

  init(_ plugin: RunConfiguration.Plugin, canWrite: Bool, canPrompt: Bool = false) {
    path = plugin.path
    settings = plugin.settings
    self.canWrite = canWrite
    let source = canPrompt ? try? FileContents.read(path: plugin.path) : nil
    mayPrompt = source?.firstRange(of: Array("prompt".utf8)) != nil
    var place = Digest.Builder(of: "plugin")
    place.add(WorkingFolder.path)
    place.add(path)
    CachedPlugin.add(settings, canWrite, to: &place)
    self.place = place.finish()
    code = self.place
  }

  /// What stands for the article itself.
  static var article: CachedPlugin { CachedPlugin(.init(path: "", settings: []), canWrite: false) }

  /// Digests the code; false where its files cannot all be read.
  func readCode(executable: FileDigest, digest: (String) -> FileDigest?) -> Bool {
    let paths = path.isEmpty ? [] : PluginCode(plugin: path)?.paths
    guard let paths else { return false }
    var builder = Digest.Builder(of: "code")
    builder.add(Release.version)
    builder.add(executable.content)
    CachedPlugin.add(settings, canWrite, to: &builder)
    for path in paths {
      // What cannot be read cannot be loaded either.
      let file = digest(path)
      files.append((path, file?.identity))
      builder.add(path)
      if let file { builder.add(file.content) } else { builder.add("") }
    }
    self.code = builder.finish()
    return path.isEmpty || files[0].identity != nil
  }

  /// The digest of the code and of the files that the manifest and the settings let the plugin read.
  func dependencies(
    on description: Hello.Plugin, digest: (String) -> FileDigest?
  ) -> Digest {
    var builder = Digest.Builder(of: "dependencies")
    builder.add(code)
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let own = description.reads.map { (name: $0, path: folder + $0) }
    for (name, path) in own + description.files.map({ (name: $0, path: $0) }) {
      let file = digest(path)
      files.append((path, file?.identity))
      builder.add(name)
      if let file { builder.add(file.content) } else { builder.add("") }
    }
    return builder.finish()
  }

  /// Whether the files are still what they were when they were digested.
  var isUnchanged: Bool { files.allSatisfy { FileIdentity(path: $0.path) == $0.identity } }

  private static func add(
    _ settings: [(name: String, value: String)], _ canWrite: Bool,
    to builder: inout Digest.Builder
  ) {
    builder.add(canWrite ? 1 : 0)
    builder.add(settings.count)
    for setting in settings {
      builder.add(setting.name)
      builder.add(setting.value)
    }
  }
}
