/// The files of an archive, read into memory with a look at each entry: nothing that is refused touches the disk.
struct ArchiveFiles {
  /// The most entries, folders included.
  private static let maximumEntries = 10_000

  /// The files by their paths, in the order of the archive; those of a `.git` are left out.
  private(set) var files: [(name: String, bytes: [UInt8])] = []
  private let path: String
  private var names: Set<String> = []
  private var entryCount = 0
  private var size = 0

  /// What an entry is.
  enum Kind {
    case file, folder
    /// A link, a device, or what else is in archives.
    case other
  }

  /// Reads `.tar`, `.tar.gz`, `.tgz` or `.zip`.
  ///
  /// - Throws: where the archive is broken, an entry leads out of it or is a link, or there is more than a plugin may
  ///   have, which its sizes tell before anything is unpacked.
  init(path: String) throws(RunError) {
    self.path = path
    do throws(ArchiveProblem) {
      if path.hasSuffix(".zip") {
        try ZipReader.read(path, into: &self)
      } else {
        try TarReader.read(path, into: &self)
      }
    } catch {
      throw error.described(of: path)
    }
  }

  /// Looks at an entry, and gives the path under which its content is wanted; `nil` for none.
  mutating func admit(
    _ name: some Collection<UInt8>, _ kind: Kind, size byteCount: Int
  ) throws(ArchiveProblem) -> String? {
    let shown = ColumnText.oneLine(String(decoding: name, as: UTF8.self))
    entryCount += 1
    guard entryCount <= ArchiveFiles.maximumEntries else { throw .tooLarge }
    guard let text = String(validating: name, as: UTF8.self), text == shown else {
      throw .badName(shown)
    }
    let parts = text.split(separator: "/").filter { $0 != "." }
    guard !text.hasPrefix("/"), !parts.contains(".."), !text.contains("\\") else {
      throw .outside(shown)
    }
    guard kind != .other else { throw .special(shown) }
    if kind == .folder || parts.contains(".git") { return nil }
    guard !parts.isEmpty else { throw .badName(shown) }
    guard names.count < PluginContent.maximumFiles,
      byteCount <= PluginContent.maximumSize - size
    else { throw .tooLarge }
    size += byteCount
    let plain = parts.joined(separator: "/")
    guard names.insert(plain).inserted else { throw .twice(shown) }
    return plain
  }

  /// Takes the content of a file that was admitted.
  mutating func add(_ name: String, _ bytes: [UInt8]) { files.append((name, bytes)) }
}

/// Why an archive is not taken.
enum ArchiveProblem: Error {
  /// It is not what its name says, or damaged.
  case broken(String)
  case badName(String), outside(String), special(String), twice(String)
  case tooLarge

  fileprivate func described(of path: String) -> RunError {
    switch self {
    case .broken(let reason): .store("cannot read \(path): \(reason)", hint: nil)
    case .badName(let name):
      .store("the archive has an entry whose name no file can have: \(name)", hint: nil)
    case .outside(let name):
      .store("the archive has an entry that leads out of it: \(name)", hint: nil)
    case .special(let name):
      .store(
        "the archive has an entry that is neither a file nor a folder: \(name)",
        hint: "plugins consist of plain files and folders")
    case .twice(let name): .store("the archive has an entry twice: \(name)", hint: nil)
    case .tooLarge: PluginContent.tooLarge
    }
  }
}
