import Glibc

/// Where a file is to appear, and what is written until it is whole.
struct FilePlace {
  /// The file, links followed: a link stays one.
  let path: String
  /// The file beside it that is written first; `nil` for a pipe or a device, which is written to.
  private(set) var temporary: String?
  /// The permissions of the file that is there; `nil` where none is.
  let permissions: mode_t?

  /// Finds out what a path leads to.
  init(_ path: String) {
    let kind = PathKind.of(path)
    var status = stat()
    permissions = kind == .file && stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
    self.path = kind == .file ? FilePlace.resolved(path) : FilePlace.end(ofLink: path)
    temporary = kind == .special ? nil : UniqueName.temporary(beside: self.path)
  }

  /// The folder that holds the file.
  var folder: String { FilePlace.folder(of: path) }

  /// The same place for a file that is written elsewhere in the same file system first.
  func written(at temporary: String) -> FilePlace {
    var place = self
    place.temporary = temporary
    return place
  }

  /// Opens the file that is written first, empty, for nobody who may not read the one that is there; -1 where that fails.
  func open() -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    return Glibc.open(temporary ?? path, flags, (permissions ?? 0o666) | S_IWUSR)
  }

  /// Moves what was written to its place.
  func commit() throws(WriteProblem) {
    guard let temporary else { return }
    if let permissions {
      // Who owns the folder may have put a link in its place, which must not lead to another file.
      let descriptor = Glibc.open(temporary, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
      if descriptor >= 0 {
        fchmod(descriptor, permissions)
        close(descriptor)
      }
    }
    try AtomicFile.replace(path, with: temporary)
  }

  /// Where a link leads at which nothing is yet; any other path itself.
  private static func end(ofLink path: String) -> String {
    var end = path
    for _ in 0..<mostLinks {
      var target = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(end, &target, target.count)
      guard count > 0, count < target.count else { return end }
      let name = String(decoding: target[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
      let folder = end.lastIndex(of: "/").map { end[...$0] } ?? ""
      end = name.hasPrefix("/") ? name : folder + name
    }
    return path
  }

  /// As many links in a row does Linux follow.
  private static let mostLinks = 40

  /// A path with its links followed; where nothing is there, those of the folders above it that are.
  static func resolved(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    let folder = folder(of: path)
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    if folder == path { return path }
    let above = resolved(folder)
    return above == "/" ? "/\(name)" : "\(above)/\(name)"
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
