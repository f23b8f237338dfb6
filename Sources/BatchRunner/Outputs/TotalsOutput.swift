/// Keeps the lines of totals, and passes on everything to another output.
public final class TotalsOutput: RecordOutput {
  /// The totals, in the order of their plugins.
  public private(set) var totals: [TotalLine] = []
  private let output: any RecordOutput

  /// Passes on to an output.
  public init(_ output: any RecordOutput) { self.output = output }

  public var wantsArticles: Bool { output.wantsArticles }
  public func write(_ record: RecordLine) throws(RunError) { try output.write(record) }
  public func write(article: RecordLine) throws(RunError) { try output.write(article: article) }
  public func write(_ total: TotalLine) throws(RunError) {
    totals.append(total)
    try output.write(total)
  }
  public func flush() throws(RunError) { try output.flush() }
  public func finish() throws(RunError) { try output.finish() }
}
