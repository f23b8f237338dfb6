/// Passes records on to several outputs.
public final class TeeOutput: RecordOutput {
  private let outputs: [any RecordOutput]

  /// Passes on to these, in this order.
  public init(_ outputs: [any RecordOutput]) { self.outputs = outputs }

  public var wantsArticles: Bool { outputs.contains(where: \.wantsArticles) }

  public func write(_ record: RecordLine) throws(RunError) {
    for output in outputs { try output.write(record) }
  }

  public func write(article: RecordLine) throws(RunError) {
    for output in outputs { try output.write(article: article) }
  }

  public func write(_ total: TotalLine) throws(RunError) {
    for output in outputs { try output.write(total) }
  }

  public func flush() throws(RunError) { for output in outputs { try output.flush() } }

  public func finish() throws(RunError) { for output in outputs { try output.finish() } }
}
