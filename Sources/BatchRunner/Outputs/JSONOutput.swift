/// One JSON object: `{"records": […], "totals": […]}`, a record a line.
public final class JSONOutput: RecordOutput {
  private let stream: OutputStream
  private var count = 0
  private var isInTotals = false

  /// Writes to a stream.
  public init(_ stream: OutputStream) { self.stream = stream }

  public func write(_ record: RecordLine) throws(RunError) {
    try stream.write(count == 0 ? "{\"records\":[\n" : ",\n")
    count += 1
    try stream.write(record.bytes)
  }

  public func write(_ total: TotalLine) throws(RunError) {
    try startTotals()
    if count > 0 { try stream.write(",\n") }
    count += 1
    try stream.write(total.bytes)
  }

  public func flush() throws(RunError) { try stream.flush() }

  public func finish() throws(RunError) {
    try startTotals()
    try stream.write(count == 0 ? "]}\n" : "\n]}\n")
    try stream.flush()
  }

  private func startTotals() throws(RunError) {
    guard !isInTotals else { return }
    try stream.write(count == 0 ? "{\"records\":[],\"totals\":[" : "\n],\"totals\":[\n")
    isInTotals = true
    count = 0
  }
}
