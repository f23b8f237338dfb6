import ArticleModel

/// Collects the text of one node piece by piece, with white space collapsed, its styled runs and its references.
///
/// A reader reuses one value for all nodes, so that nothing is allocated per node.
struct InlineText {
  /// A styled piece of `bytes`.
  private struct Piece {
    var style: RunStyle
    var start: Int
    var href: Range<Int>
    var mark: Int = -1
  }

  /// A reference that stands before byte `offset` of the text.
  struct Mark {
    /// In the labels of all marks.
    var label: Range<Int>
    var footnote: Int
    var source: ByteSpan
    var offset: Int
  }

  private(set) var bytes: [UInt8] = []
  private var pieces: [Piece] = []
  private var hrefs: [UInt8] = []
  private var labels: [UInt8] = []
  private(set) var marks: [Mark] = []
  /// How the text is set, with offsets into `bytes`.
  private var typography = Typography()
  /// How the texts that were committed are set, with offsets into the builder's arena.
  private(set) var committed = Typography()

  /// Whether nothing but white space was appended.
  var isEmpty: Bool { bytes.isEmpty && marks.isEmpty }

  /// Forgets everything, for the next node.
  mutating func removeAll() {
    bytes.clear()
    pieces.clear()
    hrefs.clear()
    labels.clear()
    marks.clear()
    typography.removeAll()
  }

  /// Keeps a link's target. Returns the range that runs with this target name.
  mutating func addTarget(_ target: some Sequence<UInt8>) -> Range<Int> {
    let start = hrefs.count
    hrefs.append(contentsOf: target)
    return start..<hrefs.count
  }

  /// Appends text in a style; white space collapses against what stands before.
  mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, style: RunStyle = [], href: Range<Int> = 0..<0
  ) {
    guard !text.isEmpty else { return }
    if !marks.isEmpty { closeGapAfterMark(before: text[0]) }
    begin(style, href)
    bytes.appendCollapsed(text.indices, of: text.span, from: 0)
  }

  /// Appends text in a style.
  mutating func append(_ text: [UInt8], style: RunStyle = [], href: Range<Int> = 0..<0) {
    text.withUnsafeBufferPointer { append($0, style: style, href: href) }
  }

  /// Appends one space, unless the text is empty or ends in one.
  mutating func appendSpace() { bytes.appendSpace(from: 0) }

  /// Ends a line within the text, which is a space.
  mutating func appendLineEnd() {
    appendSpace()
    typography.lineEnds.append(bytes.count)
  }

  /// Notes that what was appended from `start` on is raised; of pieces within each other the inner one counts. A power is
  /// written in superscript characters.
  mutating func raise(from start: Int) {
    guard start < bytes.count, bytes.count - start <= Typography.longestRaised,
      typography.raised.last.map({ $0.upperBound <= start }) ?? true
    else { return }
    // What is set or cited within it would lose its place.
    let isPlain =
      pieces.last.map { $0.start <= start } ?? true && marks.last.map { $0.offset <= start } ?? true
    if isPlain, let power = Powers.written(bytes[start...], after: bytes[..<start]) {
      bytes.replaceSubrange(start..., with: power)
    }
    typography.raised.append(start..<bytes.count)
  }

  /// Takes off the first bytes of the text, such as a word that announces it.
  mutating func removeFirst(_ count: Int) {
    bytes.removeFirst(count)
    for index in pieces.indices { pieces[index].start = max(0, pieces[index].start - count) }
    for index in marks.indices { marks[index].offset = max(0, marks[index].offset - count) }
    typography.removeFirst(count)
  }

  /// Takes a style off all of the text.
  mutating func remove(_ style: RunStyle) {
    for index in pieces.indices { pieces[index].style.remove(style) }
  }

  /// Whether all of the text is a link to a target and nothing else.
  func isLink(to target: UnsafeBufferPointer<UInt8>) -> Bool {
    marks.isEmpty
      && pieces.allSatisfy { $0.style == .link && hrefs[$0.href].elementsEqual(target) }
  }

  /// Makes plain what is a link to a target.
  mutating func removeLinks(to target: UnsafeBufferPointer<UInt8>) {
    for index in pieces.indices where hrefs[pieces[index].href].elementsEqual(target) {
      pieces[index].style.remove(.link)
      pieces[index].href = 0..<0
    }
  }

  /// Appends a reference to a footnote; it has a place but no text.
  ///
  /// - Parameter footnote: the index of the footnote as added to the builder, or -1 where it is not known.
  mutating func appendReference(
    label: UnsafeBufferPointer<UInt8>, footnote: Int, source: ByteSpan
  ) {
    pieces.append(Piece(style: .reference, start: bytes.count, href: 0..<0, mark: marks.count))
    let start = labels.count
    labels.append(contentsOf: label)
    marks.append(
      Mark(
        label: start..<labels.count, footnote: footnote, source: source, offset: bytes.count))
  }

  /// Adds the text to the builder's arena and the references and runs to `node`. Returns the text's span.
  @discardableResult
  mutating func commit(to builder: inout ArticleBuilder, node: Int) -> ByteSpan {
    let (span, runs) = commitText(to: &builder, node: node)
    builder.update(node) {
      $0.text = span
      $0.runs = runs
    }
    return span
  }

  /// Adds the text of a cell of the table `node`, to which its references belong. Returns the cell.
  mutating func commitCell(
    to builder: inout ArticleBuilder, of node: Int, source: ByteSpan
  ) -> Cell {
    let (span, runs) = commitText(to: &builder, node: node)
    return Cell(text: span, runs: runs, source: source)
  }

  private mutating func commitText(to builder: inout ArticleBuilder, node: Int) -> (
    ByteSpan, IndexSlice
  ) {
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    let span = builder.appendText(bytes)
    committed.append(typography, of: span)
    var first = -1
    for mark in marks {
      let text = labels[mark.label]
      let label = builder.appendLabelOutOfLine(text)
      var reference = Reference(
        number: decimal(text), label: label, node: node, source: mark.source,
        textOffset: span.start + min(mark.offset, bytes.count))
      reference.footnote = Int32(mark.footnote)
      let index = builder.addReference(reference)
      if first < 0 { first = index }
    }
    guard pieces.contains(where: { !$0.style.isEmpty }) else { return (span, .empty) }
    let targets = builder.appendText(hrefs)
    return (span, addRuns(of: span, targets: targets, firstReference: first, to: &builder))
  }

  private func addRuns(
    of text: ByteSpan, targets: ByteSpan, firstReference: Int, to builder: inout ArticleBuilder
  ) -> IndexSlice {
    let firstRun = builder.runs.count
    for (index, piece) in pieces.enumerated() {
      let start = min(piece.start, bytes.count)
      let end = index + 1 < pieces.count ? min(pieces[index + 1].start, bytes.count) : bytes.count
      if piece.mark >= 0 {
        let place = ByteSpan(offset: text.start + start, count: 0)
        builder.addRun(
          Run(style: .reference, text: place, reference: Int32(firstReference + piece.mark)))
        if end == start { continue }
      }
      guard end > start || !piece.href.isEmpty else { continue }
      let style = piece.mark >= 0 ? [] : piece.style
      let href =
        piece.href.isEmpty
        ? .empty : ByteSpan(offset: targets.start + piece.href.lowerBound, count: piece.href.count)
      builder.addRun(
        Run(style: style, text: ByteSpan(text.start + start..<text.start + end), href: href))
    }
    let count = builder.runs.count - firstRun
    return count == 0 ? .empty : IndexSlice(start: firstRun, count: count)
  }

  /// Starts a piece, or goes on with the last where style and target are the same.
  private mutating func begin(_ style: RunStyle, _ href: Range<Int>) {
    if let last = pieces.last, last.style == style, last.href == href, last.mark < 0 { return }
    pieces.append(Piece(style: style, start: bytes.count, href: href))
  }

  /// Removes the space before a marker that is followed by a mark of punctuation: `end [1].` reads `end.`
  private mutating func closeGapAfterMark(before next: UInt8) {
    guard let last = pieces.last, last.mark >= 0, last.start == bytes.count,
      bytes.last == UInt8(ascii: " ")
    else { return }
    switch next {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: ")"):
      bytes.removeLast()
      for index in pieces.indices.reversed() {
        guard pieces[index].start > bytes.count else { break }
        pieces[index].start = bytes.count
      }
      for index in marks.indices.reversed() {
        guard marks[index].offset > bytes.count else { break }
        marks[index].offset = bytes.count
      }
      typography.clamp(to: bytes.count)
    default: break
    }
  }
}

/// The value of a label that is all ASCII digits, or `nil`; at most nine digits.
func decimal(_ label: some Collection<UInt8>) -> Int? {
  guard !label.isEmpty, label.count <= 9 else { return nil }
  var value = 0
  for byte in label {
    guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
    value = value * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return value
}
