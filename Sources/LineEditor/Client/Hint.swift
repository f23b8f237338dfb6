/// Dim text beside the cursor that is not part of the block.
public struct Hint: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Shown at the end of the cursor's line, such as a signature.
    case note
    /// What the user may want to type next; Right or End at the end of the block inserts it.
    case suggestion
  }

  public var text: String
  public var kind: Kind

  public init(_ text: String, kind: Kind = .note) {
    self.text = text
    self.kind = kind
  }
}
