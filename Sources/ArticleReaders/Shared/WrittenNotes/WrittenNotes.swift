import ArticleModel

/// Finds the notes that a page or a Markdown text has without links: `[1]` or a raised digit in a sentence, and a list or
/// paragraphs with those numbers below.
///
/// The texts of the blocks are laid out as a text, and the readers of texts judge it as they do any other: what is cited
/// is a note.
struct WrittenNotes {
  /// A definition that was found.
  struct Definition {
    var label: NoteLabel
    /// The block that the definition stands in.
    var node: Int
    /// The block above it that holds nothing but the label, where it does not begin with the label itself.
    var labelNode: Int?
    /// Whether it is the first of its block.
    var isFirst: Bool
    /// Where its label begins in the builder's arena, and where the note itself does.
    var start: Int
    var body: Int
    /// Further blocks that belong to the note.
    var further: [Int] = []
  }

  /// A marker that was found.
  struct Marker {
    var node: Int
    /// The cell, as an index into the builder's cells, or -1.
    var cell: Int
    /// The bytes of the marker in the builder's arena.
    var place: Range<Int>
    var found: FoundReference
  }

  /// In the order of the text.
  private(set) var definitions: [Definition] = []
  /// In the order of the text.
  private(set) var markers: [Marker] = []

  /// Links the notes of an article whose markup links none.
  static func link(in builder: inout ArticleBuilder, _ typography: Typography) {
    guard builder.footnotes.isEmpty, mayCite(builder, typography) else { return }
    let notes = WrittenNotes(WrittenText(builder, typography), builder)
    if !notes.definitions.isEmpty { WrittenNoteMaker.make(notes, &builder) }
  }

  /// Whether any text has what may be a reference.
  private static func mayCite(_ builder: borrowing ArticleBuilder, _ typography: Typography) -> Bool
  {
    if !typography.raised.isEmpty { return true }
    if builder.runs.contains(where: { WrittenText.isLocalLabel($0, builder) }) { return true }
    let scanner = RawReferenceScanner(bytes: builder.text)
    var found: [RawReference] = []
    scanner.scan(builder.text.indices, marks: .bracket, into: &found)
    if !found.isEmpty { return true }
    scanner.scanParenthesised(builder.text.indices, into: &found)
    return !found.isEmpty
  }

  private init(_ text: WrittenText, _ builder: borrowing ArticleBuilder) {
    var document = TextDocument(markup: text.bytes)
    for (index, line) in text.lines.enumerated() {
      guard let line else { continue }
      let kind = builder.nodes[line.node].kind
      if kind == .table || kind == .heading { document.claim(index..<index + 1, kind, .markup) }
    }
    let (series, citations) = DefinitionReader.read(&document)
    guard !series.isEmpty else { return }
    for index in text.lines.indices where document.isFree(index) {
      document.claim(index..<index + 1, .paragraph, .markup)
    }
    document.sortDefinitions()
    ReferenceReader.read(&document, series, citations)
    document.references.sort { $0.marker.lowerBound < $1.marker.lowerBound }
    for definition in document.definitions { add(definition, text, document, builder) }
    let labels = Set(definitions.compactMap(\.labelNode))
    for reference in document.references {
      let next = document.lines.firstIndex(ofRising: reference.marker.lowerBound + 1) { $0.start }
      guard let line = text.lines[next - 1], !labels.contains(line.node) else { continue }
      markers.append(
        Marker(
          node: line.node, cell: line.cell, place: text.source(of: reference.marker),
          found: reference))
    }
  }

  private mutating func add(
    _ definition: NoteDefinition, _ text: WrittenText, _ document: borrowing TextDocument,
    _ builder: borrowing ArticleBuilder
  ) {
    let lines = document.blocks[definition.block].lines
    guard let first = text.lines[lines.lowerBound] else { return }
    var found = Definition(
      label: definition.label, node: first.node, isFirst: first.isFirst,
      start: first.text.lowerBound, body: text.source(of: definition.body).lowerBound)
    for line in lines.dropFirst() {
      guard let line = text.lines[line], line.isFirst,
        builder.nodes[line.node].parent == builder.nodes[first.node].parent
      else { continue }
      found.further.append(line.node)
    }
    let block = builder.nodes[first.node]
    let isLabelAlone =
      first.text == block.text.range && found.body >= first.text.upperBound
      && !builder.runs[block.runs.range].contains { $0.reference >= 0 }
    if isLabelAlone, let body = found.further.first {
      found.further.removeFirst()
      found.labelNode = found.node
      found.node = body
      found.start = builder.nodes[body].text.start
      found.body = max(found.body, found.start)
    }
    definitions.append(found)
  }
}
