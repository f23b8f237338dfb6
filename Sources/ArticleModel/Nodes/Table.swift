/// A table: cells in reading order and where each row begins.
public struct Table: Sendable {
  /// The node of kind `table`.
  public var node: Int32
  /// `Table 1`, in the text arena; empty when the table has no label.
  public var label: ByteSpan = .empty
  /// The caption in the text arena; empty when the table has none.
  public var caption: ByteSpan = .empty
  /// Whether the first row is a header.
  public var hasHeader = false
  /// The number of cells in the longest row.
  public var columnCount: UInt32 = 0
  /// The rows, header included, in `Article.tableRows`.
  public var rows: IndexSlice = .empty

  /// Makes the table of `node`.
  public init(node: Int) {
    self.node = Int32(node)
  }
}

/// A cell of a table.
public struct Cell: Sendable {
  /// The text without markers, in the text arena.
  public var text: ByteSpan
  /// Styled pieces of the text and the places of references, in `Article.runs`; empty when the text is all plain.
  public var runs: IndexSlice
  /// The cell in the source, without the marks around it.
  public var source: ByteSpan

  /// Makes a cell.
  public init(text: ByteSpan, runs: IndexSlice = .empty, source: ByteSpan) {
    self.text = text
    self.runs = runs
    self.source = source
  }
}
