import Glibc

/// Records that wait for the end of a run: in a file without a name, not in memory.
public final class RecordSpool {
  private let descriptor: Int32
  private let stream: OutputStream
  private var reader: LineReader?

  /// Makes an empty spool below `TMPDIR`.
  public init() throws(RunError) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/ibid-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw .output(path: "a temporary file in \(folder)", reason: SystemError.message())
    }
    unlink(template)
    stream = OutputStream(descriptor: descriptor, name: "a temporary file in \(folder)")
  }

  deinit { close(descriptor) }

  /// Adds a record.
  public func write(_ record: RecordLine) throws(RunError) {
    try stream.write(record.bytes)
    try stream.write([UInt8(ascii: "\n")])
  }

  /// Goes back to the first record; nothing is added any more.
  public func rewind() throws(RunError) {
    try stream.flush()
    lseek(descriptor, 0, SEEK_SET)
    reader = LineReader(descriptor: dup(descriptor))
  }

  /// The next record, or `nil` after the last.
  public func next() -> RecordLine? {
    while let line = try? reader?.next() {
      if let record = RecordLine(line) { return record }
    }
    return nil
  }
}
