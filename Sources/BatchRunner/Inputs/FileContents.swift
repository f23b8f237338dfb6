import Glibc

/// Reads files.
public enum FileContents {
  /// The largest input that is read, in bytes; spans count in 32 bits.
  public static let maximumByteCount = 1 << 30

  /// Reads an article's file, pipe or device: where the name says that it is compressed, what is in it.
  ///
  /// - Throws: what the system says, that it is no sound file of its form, or that there is more than
  ///   `maximumByteCount`.
  public static func unpacked(path: String) throws(InputProblem) -> [UInt8] {
    guard Compression.of(path) != nil else { return try read(path: path) }
    var lines = try LineReader(path: path)
    return try lines.rest()
  }

  /// Reads the bytes of a whole file, pipe or device as they are.
  ///
  /// - Throws: what the system says, or that there is more than `maximumByteCount`.
  public static func read(path: String) throws(InputProblem) -> [UInt8] {
    let descriptor = try descriptor(of: path)
    defer { close(descriptor) }
    return try read(descriptor: descriptor)
  }

  /// Opens a file to read it; the caller closes it.
  static func descriptor(of path: String) throws(InputProblem) -> Int32 {
    let descriptor = path.isEmpty ? -1 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw InputProblem(path.isEmpty ? "the path is empty" : SystemError.message())
    }
    return descriptor
  }

  /// Reads to the end of a descriptor.
  public static func read(descriptor: Int32) throws(InputProblem) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw InputProblem(SystemError.message()) }
    if status.st_mode & S_IFMT == S_IFDIR { throw InputProblem("is a folder") }
    // One byte more than a regular file has, so that its end shows without another growth.
    var capacity = max(1 << 16, min(Int(status.st_size), maximumByteCount)) + 1
    var bytes: [UInt8] = []
    while true {
      let (chunk, isEnd) = try readOnce(descriptor, upTo: capacity)
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= maximumByteCount else { throw InputProblem("is larger than 1 GB") }
      if isEnd { return bytes }
      capacity = max(1 << 16, bytes.count)
    }
  }

  /// Reads until `count` bytes are there or the input ends.
  private static func readOnce(
    _ descriptor: Int32, upTo count: Int
  ) throws(InputProblem) -> (bytes: [UInt8], isEnd: Bool) {
    var isEnd = false
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = Glibc.read(descriptor, buffer.baseAddress! + filled, count - filled)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failure = errno }
        isEnd = got <= 0
        if isEnd { return }
        filled += got
      }
    }
    if failure != 0 { throw InputProblem(SystemError.message(failure)) }
    return (bytes, isEnd)
  }
}
