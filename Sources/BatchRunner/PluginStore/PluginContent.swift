import Folders
import Glibc

/// The files of a plugin that somebody else wrote: plain files and folders only, and not too many.
struct PluginContent {
  /// The most files, and bytes in all of them together.
  static let maximumFiles = 2000
  static let maximumSize = 64 << 20

  /// More than that.
  static var tooLarge: RunError {
    .store("the plugin has more than \(maximumFiles) files or \(maximumSize >> 20) MB", hint: nil)
  }

  /// The files by their paths below the folder, in order, hidden ones included.
  private(set) var files: [(name: String, bytes: [UInt8])] = []
  private var size = 0

  /// Reads a folder; `.git` is left out.
  ///
  /// - Throws: where there is a link, a pipe, or more than the host takes.
  init(folder: String) throws(RunError) {
    try read(folder, below: "")
    files.sort { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
  }

  /// The hash of all files: that of the lines that `sha256sum` prints for them in the order of their names.
  ///
  /// `find . -type f -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum` gives the same.
  var hash: String {
    let lines = files.map { "\(SHA256.hexadecimal($0.bytes))  \($0.name)\n" }.joined()
    return SHA256.hexadecimal(Array(lines.utf8))
  }

  private mutating func read(_ folder: String, below prefix: String) throws(RunError) {
    for bytes in try PluginContent.names(in: folder) {
      guard let name = String(validating: bytes, as: UTF8.self) else {
        throw .store("a file's name in \(folder) is not UTF-8", hint: nil)
      }
      if name == ".git" { continue }
      if name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
        throw .store("a file's name in \(folder) has control characters", hint: nil)
      }
      try add("\(folder)/\(name)", as: prefix + name)
    }
  }

  private static func names(in folder: String) throws(RunError) -> [[UInt8]] {
    do throws(FolderProblem) {
      var entries = try FolderEntries(folder)
      var names: [[UInt8]] = []
      while let entry = try entries.next() { names.append(Array(entry.name)) }
      return names
    } catch {
      throw .store("cannot read \(folder): \(SystemError.message(error.code))", hint: nil)
    }
  }

  private mutating func add(_ path: String, as name: String) throws(RunError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      throw .store("cannot read \(name): \(SystemError.message())", hint: nil)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: try read(path, below: name + "/")
    case S_IFREG:
      size += Int(status.st_size)
      guard files.count < PluginContent.maximumFiles, size <= PluginContent.maximumSize else {
        throw PluginContent.tooLarge
      }
      do {
        files.append((name, try FileContents.read(path: path)))
      } catch {
        throw .store("cannot read \(name): \(error)", hint: nil)
      }
    case S_IFLNK:
      throw .store("\(name) is a symbolic link", hint: "plugins consist of plain files and folders")
    default:
      throw .store(
        "\(name) is neither a file nor a folder", hint: "plugins consist of plain files and folders"
      )
    }
  }
}
