/// Takes the records of a run in their order and writes them in one form.
public protocol RecordOutput: AnyObject {
  /// Takes the next record.
  func write(_ record: RecordLine) throws(RunError)
  /// Whether it takes articles beside records.
  var wantsArticles: Bool { get }
  /// Takes an article, an `ArticleRecord`, after the records of its plugins.
  func write(article: RecordLine) throws(RunError)
  /// Takes the line of a plugin's total; totals follow the records.
  func write(_ total: TotalLine) throws(RunError)
  /// Passes on what is collected, where the form allows it before the end.
  func flush() throws(RunError)
  /// Ends the form; also called when a run was interrupted, so that what is written is whole.
  func finish() throws(RunError)
}

extension RecordOutput {
  public var wantsArticles: Bool { false }
  public func write(article: RecordLine) throws(RunError) {}
}
