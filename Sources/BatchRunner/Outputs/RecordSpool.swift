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
    let copy = dup(descriptor)
    guard copy >= 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
      if copy >= 0 { close(copy) }
      throw RecordSpool.unreadable(SystemError.message())
    }
    reader = LineReader(descriptor: copy)
  }

  /// The next record, or `nil` after the last.
  public func next() throws(RunError) -> RecordLine? {
    let line: [UInt8]?
    do throws(InputProblem) { line = try reader?.next() } catch {
      throw RecordSpool.unreadable(error.description)
    }
    guard let line else { return nil }
    guard let record = RecordLine(line) else {
      throw RecordSpool.unreadable("a line of it is not what was written")
    }
    return record
  }

  private static func unreadable(_ reason: String) -> RunError {
    .output(path: "the results", reason: "the temporary file that holds them: \(reason)")
  }
}
