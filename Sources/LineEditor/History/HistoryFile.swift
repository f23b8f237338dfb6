import Glibc

/// A history file that several programs may read and write at the same time.
///
/// Writers hold an exclusive `flock`. An entry is one `write` to a file opened for appending; a
/// rewrite goes to a file beside it that takes its name, so readers see the old one or the new.
struct HistoryFile {
  let path: String

  /// The bytes of the file; of a file that grew beyond measure only the last 16 MB.
  func read() throws(HistoryError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return [] }
      throw error("open")
    }
    defer { close(descriptor) }
    return try read(descriptor)
  }

  /// Appends bytes; the folders of the path are made where they are missing.
  func append(_ bytes: [UInt8]) throws(HistoryError) {
    let descriptor = try openLocked()
    defer { close(descriptor) }
    var bytes = bytes
    var last: UInt8 = 0x0A
    let end = lseek(descriptor, 0, SEEK_END)
    if end > 0, pread(descriptor, &last, 1, end - 1) == 1, last != 0x0A {
      bytes.insert(0x0A, at: 0)  // a torn last line does not swallow the new entry
    }
    try write(bytes, to: descriptor)
  }

  /// Replaces the contents by what `change` makes of them, under one lock.
  func rewrite(_ change: ([UInt8]) -> [UInt8]) throws(HistoryError) {
    let descriptor = try openLocked()
    defer { close(descriptor) }
    let bytes = change(try read(descriptor))
    var template = Array("\(path).XXXXXX".utf8CString)
    let copy = mkstemp(&template)
    guard copy >= 0 else { throw error("mkstemp") }
    defer { close(copy) }
    _ = fcntl(copy, F_SETFD, FD_CLOEXEC)
    let beside = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    do throws(HistoryError) {
      try write(bytes, to: copy)
      guard rename(beside, path) == 0 else { throw error("rename") }
    } catch {
      unlink(beside)
      throw error
    }
  }

  private func openLocked() throws(HistoryError) -> Int32 {
    makeFolders()
    // A rewrite may replace the file between opening and locking; then the new one is opened.
    for _ in 0..<100 {
      let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw error("open") }
      guard lock(descriptor) else {
        close(descriptor)
        throw HistoryError(path: path, call: "flock", errno: EWOULDBLOCK)
      }
      var opened = stat()
      var named = stat()
      if fstat(descriptor, &opened) == 0, stat(path, &named) == 0, opened.st_ino == named.st_ino,
        opened.st_dev == named.st_dev
      {
        return descriptor
      }
      close(descriptor)
    }
    throw HistoryError(path: path, call: "flock", errno: EAGAIN)
  }

  /// Waits for the lock, but not so long that a prompt seems to hang.
  private func lock(_ descriptor: Int32) -> Bool {
    for _ in 0..<50 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK || errno == EINTR else { return false }
      usleep(5_000)
    }
    return false
  }

  private func read(_ descriptor: Int32) throws(HistoryError) -> [UInt8] {
    let end = lseek(descriptor, 0, SEEK_END)
    let most: off_t = 16 << 20
    let start = max(end - most, 0)
    guard end >= 0, lseek(descriptor, start, SEEK_SET) >= 0 else { throw error("lseek") }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while bytes.count <= Int(most) {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw error("read") }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) throws(HistoryError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw error("write") }
      rest = rest.dropFirst(count)
    }
  }

  private func makeFolders() {
    let bytes = Array(path.utf8)
    for place in bytes.indices where place > 0 && bytes[place] == 0x2F {
      mkdir(String(decoding: bytes[..<place], as: UTF8.self), 0o700)
    }
  }

  private func error(_ call: String) -> HistoryError {
    HistoryError(path: path, call: call, errno: errno)
  }
}
