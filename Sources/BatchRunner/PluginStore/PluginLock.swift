import ArticleModel

/// Which plugins were added to a folder, from where, and the hash of their files: `ibid.lock`.
public struct PluginLock: Sendable {
  /// What is known of a plugin.
  public struct Entry: Hashable, Sendable {
    public var name: String
    public var version: String
    public var source: String
    /// The commit that a tag meant when the plugin was added.
    public var commit: String?
    /// See `PluginContent.hash`.
    public var hash: String
  }

  /// The entries in the order of their names.
  public private(set) var entries: [Entry] = []
  private let path: String

  /// Reads the lock of a folder of plugins; empty where there is none.
  public init(folder: String) throws(RunError) {
    path = "\(folder)/ibid.lock"
    guard PathKind.of(path) != .missing else { return }
    let json: JSONValue
    do {
      json = try JSONParser.parse(try FileContents.read(path: path))
    } catch {
      throw .store("\(path): \(error)", hint: nil)
    }
    for member in json["plugins"]?.members ?? [] {
      guard let version = member.value["version"]?.string,
        let hash = member.value["sha256"]?.string,
        let source = member.value["source"]?.string
      else {
        throw .store("\(path): the entry of '\(member.key)' is not complete", hint: nil)
      }
      entries.append(
        Entry(
          name: member.key, version: version, source: source,
          commit: member.value["commit"]?.string, hash: hash))
    }
  }

  /// The entry of a plugin.
  public subscript(name: String) -> Entry? { entries.first { $0.name == name } }

  mutating func set(_ entry: Entry) {
    entries.removeAll { $0.name == entry.name }
    entries.append(entry)
    entries.sort { $0.name < $1.name }
  }

  mutating func remove(_ name: String) { entries.removeAll { $0.name == name } }

  /// Writes the file anew.
  func write() throws(RunError) {
    let plugins = entries.map { entry in
      var members = [
        JSONMember("version", .string(entry.version)), JSONMember("source", .string(entry.source)),
      ]
      if let commit = entry.commit { members.append(JSONMember("commit", .string(commit))) }
      members.append(JSONMember("sha256", .string(entry.hash)))
      return JSONMember(entry.name, .object(members))
    }
    do throws(WriteProblem) {
      try AtomicFile.put(
        PrettyJSON(.object([JSONMember("plugins", .object(plugins))])).bytes, at: path)
    } catch {
      throw RunError(error)
    }
  }
}
