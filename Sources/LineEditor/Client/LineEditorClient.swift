/// What the editor asks the program that reads with it; every answer has a default.
///
/// Offsets are UTF-8 bytes from the start of the text. The questions are asked between two keys,
/// so an answer has to take milliseconds.
public protocol LineEditorClient {
  /// Tells whether Enter submits the text; where it does not, Enter continues on a new line.
  func isComplete(_ text: String) -> Bool

  /// The white space that a line begins with when it is opened after `text`.
  func indentation(after text: String) -> String

  /// The white space that `line` should begin with now, or nil to leave it alone.
  ///
  /// Asked after each key typed at the end of a line, so that a closing word can move out.
  func reindentation(of line: String, after text: String) -> String?

  /// The roles in the text; where ranges overlap, the later one wins.
  func highlight(_ text: String, cursor: Int) -> [StyledRange]

  /// The candidates for what stands before the cursor, or nil where there are none.
  func completions(for text: String, at cursor: Int) -> CompletionSet?

  /// A hint for the place of the cursor, or nil.
  func hint(for text: String, at cursor: Int) -> Hint?

  /// A descriptor that is watched while a block is edited, or nil.
  var descriptor: Int32? { get }

  /// Called when the descriptor is readable or its other end is gone. What it tells the user goes to
  /// the editor's `announcer`.
  func attend()
}

extension LineEditorClient {
  public func isComplete(_ text: String) -> Bool { true }
  public func indentation(after text: String) -> String { "" }
  public func reindentation(of line: String, after text: String) -> String? { nil }
  public func highlight(_ text: String, cursor: Int) -> [StyledRange] { [] }
  public func completions(for text: String, at cursor: Int) -> CompletionSet? { nil }
  public func hint(for text: String, at cursor: Int) -> Hint? { nil }
  public var descriptor: Int32? { nil }
  public func attend() {}
}

/// A client that takes every line as it is.
public struct PlainClient: LineEditorClient {
  public init() {}
}
