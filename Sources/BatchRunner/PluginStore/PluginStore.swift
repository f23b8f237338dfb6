import Folders
import Glibc
public import PluginHost

/// A folder of plugins to which others' plugins are added.
public struct PluginStore {
  /// The folder.
  public let folder: String

  /// Names a folder of plugins; it is made when the first plugin comes.
  public init(folder: String) { self.folder = folder }

  /// A plugin that was fetched and waits to be added or dropped.
  public struct Arrival: ~Copyable {
    /// What it says of itself.
    public let manifest: PluginManifest
    /// How many files it has, and their hash.
    public let fileCount: Int
    public let hash: String
    fileprivate let source: String
    fileprivate let commit: String?
    fileprivate let temporary: String
    fileprivate let top: String

    deinit { PluginStore.removeTree(temporary) }
  }

  /// Makes an empty folder; its path, which begins with `start`.
  static func makeFolder(_ start: String, in folder: String) throws(RunError) -> String {
    do throws(InputProblem) { return try UniqueName.makeFolder(start) } catch {
      throw .output(path: folder, reason: error.description)
    }
  }

  /// Fetches a plugin beside the others, and looks at it; nothing of it has run but its own file, in the sandbox.
  public func fetch(_ source: PluginSource) throws -> Arrival {
    guard AtomicFile.makeFolder(folder) else {
      throw RunError.output(path: folder, reason: SystemError.message())
    }
    let temporary = try PluginStore.makeFolder("\(folder)/.ibid-add-", in: folder)
    do {
      let origin = try source.fetch(into: temporary)
      let content = try PluginContent(folder: temporary)
      let top = try PluginStore.top(of: content, in: temporary)
      PluginStore.removeTree("\(top)/.git")
      let inner = top == temporary ? content : try PluginContent(folder: top)
      let manifest = try PluginStore.manifest(in: top)
      return Arrival(
        manifest: manifest, fileCount: inner.files.count, hash: inner.hash,
        source: origin.source, commit: origin.commit, temporary: temporary, top: top)
    } catch {
      PluginStore.removeTree(temporary)
      throw error
    }
  }

  /// Loads a plugin; what is wrong with it is told while its files are there, by their names in the plugin.
  private static func manifest(in folder: String) throws(RunError) -> PluginManifest {
    do {
      return try PluginSession(path: "\(folder)/plugin.lua").manifest
    } catch {
      throw .loading(FailureMessage(error).text.replacing("\(folder)/", with: ""))
    }
  }

  /// Where `plugin.lua` lies: at the top, or in the one folder there.
  private static func top(of content: PluginContent, in folder: String) throws(RunError) -> String {
    if content.files.contains(where: { $0.name == "plugin.lua" }) { return folder }
    let tops = Set(content.files.map { $0.name.prefix { $0 != "/" } })
    if tops.count == 1, let top = tops.first,
      content.files.contains(where: { $0.name == "\(top)/plugin.lua" })
    {
      return "\(folder)/\(top)"
    }
    throw .store(
      "there is no plugin.lua in it", hint: "it has to lie at the top, or in the only folder there")
  }

  /// Moves a plugin to its place and notes it in the lock.
  ///
  /// - Parameter replaces: whether a plugin of the name may be there already.
  /// - Returns: the plugin's folder.
  public func add(_ arrival: borrowing Arrival, replaces: Bool) throws(RunError) -> String {
    let name = arrival.manifest.name
    let place = "\(folder)/\(name)"
    // Kept until the new one is in its place.
    let replaced = "\(folder)/.\(name).replaced"
    var lock = try PluginLock(folder: folder)
    if PathKind.of(place) != .missing {
      guard replaces, lock[name] != nil else {
        throw .store(
          "'\(place)' is there already",
          hint: lock[name] == nil
            ? "it was not added by ibid add; move it away first"
            : "--replace puts the new one in its place")
      }
      PluginStore.removeTree(replaced)
      rename(place, replaced)
    }
    guard rename(arrival.top, place) == 0 else {
      let reason = SystemError.message()
      rename(replaced, place)
      throw .output(path: place, reason: reason)
    }
    PluginStore.removeTree(replaced)
    lock.set(
      PluginLock.Entry(
        name: name, version: arrival.manifest.version, source: arrival.source,
        commit: arrival.commit, hash: arrival.hash))
    try lock.write()
    return place
  }

  /// Removes a plugin that was added.
  ///
  /// - Parameter force: also where its files were changed.
  public func remove(_ name: String, force: Bool) throws(RunError) {
    var lock = try PluginLock(folder: folder)
    guard let entry = lock[name] else {
      let near = suggestion(for: name, among: lock.entries.map(\.name))
      throw .store(
        "no plugin '\(name)' was added to \(folder)",
        hint: near.map { "did you mean '\($0)'?" }
          ?? "ibid remove takes away only what ibid add brought")
    }
    if !force, case .changed = state(of: entry) {
      throw .store(
        "the files of '\(name)' were changed since it was added",
        hint: "--force removes them all the same")
    }
    PluginStore.removeTree("\(folder)/\(name)")
    lock.remove(name)
    try lock.write()
  }

  /// Whether a plugin is what was added.
  public enum State: Hashable, Sendable {
    case unchanged
    /// Its files have another hash.
    case changed
    case missing
  }

  /// Compares a plugin's files with the lock.
  public func state(of entry: PluginLock.Entry) -> State {
    let place = "\(folder)/\(entry.name)"
    guard PathKind.of(place) == .folder else { return .missing }
    return (try? PluginContent(folder: place).hash) == entry.hash ? .unchanged : .changed
  }

  // MARK: Files

  static func write(_ bytes: [UInt8], to path: String) throws(RunError) {
    let parent = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    guard AtomicFile.makeFolder(parent) else {
      throw .output(path: parent, reason: SystemError.message())
    }
    do throws(WriteProblem) {
      try AtomicFile.write(bytes, to: path)
    } catch {
      throw RunError(error)
    }
  }

  /// Removes a folder with all in it; links are removed, not followed.
  static func removeTree(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR, let names = try? FolderEntries.names(in: path) else {
      unlink(path)
      return
    }
    for name in names { removeTree("\(path)/\(name)") }
    rmdir(path)
  }
}
