/// How a call of `merge` or `finish` ended.
public struct Outcome: Hashable, Sendable {
  /// How it ended: `ok`, `error`, `timeout` or `memory`.
  public var status: RecordStatus
  /// The value that the function returned, as JSON text.
  public var result: [UInt8]?
  /// Why the status is not `ok`.
  public var error: RecordError?

  /// Makes an outcome.
  public init(status: RecordStatus, result: [UInt8]? = nil, error: RecordError? = nil) {
    self.status = status
    self.result = result
    self.error = error
  }
}
