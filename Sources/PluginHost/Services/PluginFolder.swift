import Glibc

/// The folder of a plugin: the only place that it may read from, and only regular files below it.
struct PluginFolder {
  /// The largest file that is read, in bytes.
  static let maximumSize = 64 << 20

  let path: String

  /// Reads a file below the folder. Follows no symbolic link, and waits for no pipe or device.
  func read(_ name: String) throws(ReadError) -> [UInt8] {
    if let problem = PluginFile.problem(withName: name) { throw ReadError(problem: problem) }
    var parts = name.split(separator: "/").map(String.init)
    let file = parts.removeLast()
    var folder = open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw ReadError(number: errno) }
    for part in parts {
      let next = openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let number = errno
      close(folder)
      guard next >= 0 else { throw ReadError(number: number) }
      folder = next
    }
    defer { close(folder) }
    let descriptor = openat(folder, file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw ReadError(number: errno) }
    defer { close(descriptor) }
    return try PluginFolder.readAll(descriptor)
  }

  /// Reads the file at a path that the user named; it may be a link, but has to lead to a regular
  /// file.
  static func read(at path: String) throws(ReadError) -> [UInt8] {
    guard !path.utf8.contains(0) else { throw ReadError(number: ENOENT) }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw ReadError(number: errno) }
    defer { close(descriptor) }
    return try readAll(descriptor)
  }

  private static func readAll(_ descriptor: Int32) throws(ReadError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw ReadError(number: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw ReadError(problem: "not a regular file") }
    guard status.st_size <= maximumSize else {
      throw ReadError(problem: "larger than \(maximumSize >> 20) MB")
    }
    var bytes: [UInt8] = []
    var number: Int32 = 0
    // A file may grow while it is read: its size at the start is what counts.
    let size = Int(status.st_size)
    bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let read = Glibc.read(descriptor, buffer.baseAddress! + count, size - count)
        if read < 0 && errno == EINTR { continue }
        if read < 0 { number = errno }
        if read <= 0 { break }
        count += read
      }
    }
    if number != 0 { throw ReadError(number: number) }
    return bytes
  }

  /// Why a file cannot be read.
  struct ReadError: Error {
    var problem: String
    /// Whether there is no such file.
    var isMissing = false

    init(problem: String) { self.problem = problem }

    init(number: Int32) {
      isMissing = number == ENOENT || number == ENOTDIR
      problem =
        switch number {
        case ENOENT: "no such file"
        case ELOOP: "a symbolic link"
        default: String(cString: strerror(number))
        }
    }
  }
}
