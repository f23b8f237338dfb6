import Glibc

/// Files that appear whole or not at all.
public enum AtomicFile {
  /// Writes a file, in place of one that is there: whole or not at all. A pipe or a device is written to.
  public static func put(_ bytes: [UInt8], at path: String) throws(WriteProblem) {
    let place = FilePlace(path)
    guard let temporary = place.temporary else {
      return try write(bytes, open(place.path, O_WRONLY | O_CLOEXEC), path)
    }
    try write(bytes, place.open(), path, removing: temporary)
    try place.commit()
  }

  /// Writes a file that is not yet in its place, and removes it again where that fails.
  ///
  /// - Parameter name: what errors call the file; `nil` for its path.
  static func write(
    _ bytes: [UInt8], to path: String, shownAs name: String? = nil
  ) throws(WriteProblem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    try write(bytes, descriptor, name ?? path, removing: path)
  }

  /// Writes a file that is not yet in its place, where none may be, and removes it again where that fails.
  ///
  /// - Parameter name: what errors call the file; `nil` for its path.
  static func create(
    _ path: String, _ bytes: [UInt8], shownAs name: String? = nil
  ) throws(WriteProblem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    try write(bytes, descriptor, name ?? path, removing: path)
  }

  /// Writes bytes to a new file, and removes it again where that fails.
  private static func write(
    _ bytes: [UInt8], _ descriptor: Int32, _ name: String, removing path: String
  ) throws(WriteProblem) {
    do throws(WriteProblem) { try write(bytes, descriptor, name) } catch {
      if descriptor >= 0 { unlink(path) }
      throw error
    }
  }

  /// Writes bytes to a descriptor, which is negative where it could not be opened, and closes it.
  private static func write(
    _ bytes: [UInt8], _ descriptor: Int32, _ path: String
  ) throws(WriteProblem) {
    guard descriptor >= 0 else {
      throw WriteProblem(path: path, reason: SystemError.message())
    }
    var written = 0
    var failure: Int32 = 0
    while written < bytes.count, failure == 0 {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + written, $0.count - written)
      }
      if count >= 0 { written += count } else if errno != EINTR { failure = errno }
    }
    // A full disk may show only here.
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure != 0 {
      throw WriteProblem(path: path, reason: SystemError.message(failure))
    }
  }

  /// Moves a written file to its place below a folder, making the folders between.
  static func move(_ path: String, to name: String, below folder: String) throws(WriteProblem) {
    for (index, byte) in name.utf8.enumerated() where byte == UInt8(ascii: "/") {
      let part = "\(folder)/\(String(decoding: name.utf8.prefix(index), as: UTF8.self))"
      makeFolder(part)
      // A link would lead the file out of the output folder.
      var status = stat()
      guard lstat(part, &status) != 0 || status.st_mode & S_IFMT != S_IFLNK else {
        unlink(path)
        throw WriteProblem(path: "\(folder)/\(name)", reason: "\(part) is a symbolic link")
      }
    }
    try replace("\(folder)/\(name)", with: path)
  }

  /// Moves a written file to its place.
  static func replace(_ path: String, with temporary: String) throws(WriteProblem) {
    guard rename(temporary, path) == 0 else {
      let problem = WriteProblem(path: path, reason: SystemError.message())
      unlink(temporary)
      throw problem
    }
  }

  /// Makes a folder where there is none, with those above it; says whether it is there.
  @discardableResult
  static func makeFolder(_ path: String) -> Bool {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return PathKind.of(path) == .folder }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      return false
    }
    return makeFolder(String(path[..<slash])) && mkdir(path, 0o777) == 0
  }
}
