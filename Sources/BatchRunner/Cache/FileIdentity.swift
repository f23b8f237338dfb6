import Glibc

/// By what a file is taken for unchanged without reading it: place on disk, size and times.
///
/// The time of the last change to the inode counts, which programs cannot set.
struct FileIdentity: Equatable {
  let numbers: FiveNumbers
  /// Whether the file had been left alone for long enough that every later change shows in its times.
  ///
  /// Clocks of file systems tick in milliseconds, on some in two seconds: of two changes within one tick the
  /// second leaves no trace.
  let isSettled: Bool

  /// Asks for the identity of an open file.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Asks for the identity of the file at a path, links followed.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  private init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    let changed = FileIdentity.nanoseconds(status.st_ctim)
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    isSettled = changed < FileIdentity.nanoseconds(now) - 2_500_000_000
    numbers = FiveNumbers(
      Int64(bitPattern: UInt64(status.st_dev)), Int64(bitPattern: UInt64(status.st_ino)),
      Int64(status.st_size), FileIdentity.nanoseconds(status.st_mtim), changed)
  }

  static func == (one: FileIdentity, other: FileIdentity) -> Bool { one.numbers == other.numbers }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
