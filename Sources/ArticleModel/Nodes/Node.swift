/// One node of an article: a block, a footnote or a piece of boilerplate.
///
/// Nodes lie in one flat array, in document order, parents before children (pre-order). A node names others by
/// their index in that array; `-1` stands for none.
public struct Node: Sendable {
  /// What the node is.
  public var kind: NodeKind
  /// The part that a paragraph plays; `body` for every other kind.
  public var role: ParagraphRole = .body
  /// A heading's level from 1 to 6; 0 for every other kind.
  public var level: UInt8 = 0
  /// Whether a list is numbered.
  public var isOrdered = false
  /// Whether a task item is ticked, or `nil` for an item without a box.
  public var isChecked: Bool?
  /// Why the reader took the lines for this kind.
  public var reason: Reason
  /// The node that contains this one.
  public var parent: Int32 = -1
  /// The index after the last descendant; children are found by jumping from `end` to `end`.
  public var end: Int32 = 0
  /// The sibling before this one.
  public var previous: Int32 = -1
  /// The heading whose section this node is in.
  public var section: Int32 = -1
  /// What a pull quote repeats or a caption describes.
  public var of: Int32 = -1
  /// The index of the table, poll or footnote record; an ordered list's first number.
  public var payload: Int32 = -1
  /// The exact bytes in the source.
  public var source: ByteSpan
  /// The normalised text (no markers, single spaces) in the article's text arena.
  public var text: ByteSpan = .empty
  /// Styled pieces of the text; empty when the text is all plain.
  public var runs: IndexSlice = .empty
  /// The references in this node, in the article's `references`.
  public var references: IndexSlice = .empty
  /// The line of the first byte, counted from 1.
  public var line: UInt32 = 0
  /// The column of the first byte, counted in Unicode scalars from 1.
  public var column: UInt32 = 0
  /// The line of the last byte, counted from 1.
  public var lastLine: UInt32 = 0

  /// Makes a node of `kind` that covers `source`.
  public init(kind: NodeKind, source: ByteSpan, reason: Reason) {
    self.kind = kind
    self.source = source
    self.reason = reason
  }
}
