/// A file that cannot be written.
public struct WriteProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What messages call the file.
  public var path: String
  /// What the system says.
  public var reason: String

  public var description: String { "cannot write \(path): \(reason)" }
}

extension RunError {
  /// The end of a command that cannot write what it was asked for.
  public init(_ problem: WriteProblem) {
    self = .output(path: problem.path, reason: problem.reason)
  }
}
