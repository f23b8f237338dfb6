/// One article that is to be processed, before it is read.
public struct Input: Sendable {
  /// What records and messages call it: its path, or the identifier that its document gives.
  public var name: String
  /// Where its bytes are.
  public var content: Content

  /// Where the bytes of an input are.
  public enum Content: Sendable {
    /// A file that is opened when its turn comes.
    case file(path: String)
    /// A line of a JSON Lines file: an object with `text`, `markdown` or `html`.
    case document(line: [UInt8])
    /// Bytes that can be read only once, such as standard input.
    case bytes([UInt8])
    /// Nothing: what keeps it from being read.
    case unreadable(InputProblem)
  }

  /// Names an input.
  public init(name: String, content: Content) {
    self.name = name
    self.content = content
  }
}

/// What keeps an input from being read, as one sentence without a full stop.
public struct InputProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String

  /// Makes a problem of a sentence.
  public init(_ description: String) { self.description = description }
}
