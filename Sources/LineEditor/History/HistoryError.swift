/// Why the history could not be read or written; the session goes on without the file.
public struct HistoryError: Error, Equatable, CustomStringConvertible {
  public var path: String
  /// The system call that failed.
  public var call: String
  public var errno: Int32

  public var description: String {
    "\(path): the history is not kept: \(call): \(Terminal.describe(errno))"
  }
}
