/// A record a line, in JSON, as the workers wrote them; then a line for each total.
public final class JSONLinesOutput: RecordOutput {
  private let stream: OutputStream

  /// Writes to a stream.
  public init(_ stream: OutputStream) { self.stream = stream }

  public func write(_ record: RecordLine) throws(RunError) { try write(record.bytes) }
  public func write(_ total: TotalLine) throws(RunError) { try write(total.bytes) }
  public func flush() throws(RunError) { try stream.flush() }
  public func finish() throws(RunError) { try stream.flush() }

  private func write(_ line: [UInt8]) throws(RunError) {
    try stream.write(line)
    try stream.write([UInt8(ascii: "\n")])
  }
}
