/// The definition of a footnote; its text, place and references are those of its node.
public struct Footnote: Sendable {
  /// The node of kind `footnote`.
  public var node: Int32
  /// The number, or `nil` where the label is a letter or a sign.
  public var number: Int?
  /// The label without brackets and dots, in the text arena: `12`, `a`, `*`.
  public var label: ByteSpan
  /// The footnote that an *Ibid.* or *Op. cit.* points to, as an index into `footnotes`, or -1.
  public var antecedent: Int32 = -1
  /// The places that cite this footnote, in `Article.citations`.
  public var citations: IndexSlice = .empty
  /// The addresses in the text, in `Article.urls`.
  public var urls: IndexSlice = .empty

  /// Makes the footnote of `node` with its label.
  public init(node: Int, number: Int?, label: ByteSpan) {
    self.node = Int32(node)
    self.number = number
    self.label = label
  }
}

/// A place that cites a footnote.
public struct Reference: Sendable {
  /// The number, or `nil` where the label is a letter or a sign.
  public var number: Int?
  /// The label without brackets, in the text arena.
  public var label: ByteSpan
  /// The node that the reference stands in.
  public var node: Int32
  /// The footnote that it cites, as an index into `footnotes`; -1 when no definition exists.
  public var footnote: Int32 = -1
  /// The marker in the source: `[12]`, `¹²`.
  public var source: ByteSpan
  /// Where in the text arena the marker stood, as an offset.
  public var textOffset: UInt32
  /// The line of the marker, counted from 1.
  public var line: UInt32 = 0
  /// The column of the marker, counted in Unicode scalars from 1.
  public var column: UInt32 = 0

  /// Makes the reference with `label` that stands in `node`.
  public init(number: Int?, label: ByteSpan, node: Int, source: ByteSpan, textOffset: Int) {
    self.number = number
    self.label = label
    self.node = Int32(node)
    self.source = source
    self.textOffset = UInt32(textOffset)
  }
}
