/// A record a line, in JSON, as the workers wrote them, and nothing else: totals are in the forms `json` and `table`.
public final class JSONLinesOutput: RecordOutput {
  private let stream: OutputStream

  /// Writes to a stream.
  public init(_ stream: OutputStream) { self.stream = stream }

  public func write(_ record: RecordLine) throws(RunError) {
    try stream.write(record.bytes)
    try stream.write([UInt8(ascii: "\n")])
  }
  public func write(_ total: TotalLine) throws(RunError) {}
  public func flush() throws(RunError) { try stream.flush() }
  public func finish() throws(RunError) { try stream.flush() }
}
