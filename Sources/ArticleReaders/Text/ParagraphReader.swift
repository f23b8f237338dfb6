import ArticleModel

/// Joins the lines that no other reader took into paragraphs, list items and quotations.
enum ParagraphReader {
  static func read(_ document: inout TextDocument) {
    var line = 0
    while line < document.lines.count {
      guard document.isFree(line) else {
        line += 1
        continue
      }
      line = readBlock(&document, from: line)
    }
  }

  private static func readBlock(_ document: inout TextDocument, from line: Int) -> Int {
    let content = document.lines[line].content
    if document.source[content.lowerBound] == UInt8(ascii: ">") {
      return readQuote(&document, from: line)
    }
    if let marker = document.listMarker(line) {
      return readItem(&document, from: line, marker)
    }
    let end = document.layout.isWrapped ? wrappedEnd(document, from: line) : line + 1
    document.claim(line..<end, .paragraph, .prose)
    return end
  }

  /// A run of lines that begin with `>`.
  private static func readQuote(_ document: inout TextDocument, from line: Int) -> Int {
    var end = line
    while end < document.lines.count, document.isFree(end),
      document.source[document.lines[end].content.lowerBound] == UInt8(ascii: ">")
    { end += 1 }
    document.claim(line..<end, .quote, .quoteMarks)
    return end
  }

  private static func readItem(_ document: inout TextDocument, from line: Int, _ marker: ListMarker)
    -> Int
  {
    let end = document.layout.isWrapped ? wrappedEnd(document, from: line) : line + 1
    let isSpoken = Speech.isSpoken(
      document.source[document.span(of: line..<end)], body: marker.body)
    if isSpoken || isAttribution(document, line..<end) {
      document.claim(line..<end, .paragraph, .prose)
      return end
    }
    let block = document.claim(line..<end, .item, .bullets)
    document.blocks[block].body = marker.body..<document.span(of: line..<end).upperBound
    document.blocks[block].payload = marker.isOrdered ? marker.number : -1
    return end
  }

  /// Whether lines begin with a dash and no item stands beside them: below a quotation, `— Ann Smith` says who spoke.
  private static func isAttribution(
    _ document: borrowing TextDocument, _ lines: Range<Int>
  ) -> Bool {
    let source = document.source
    let start = document.lines[lines.lowerBound].content.lowerBound
    guard source[start] == 0xE2, source[start + 1] == 0x80 else { return false }
    let dash = source[start..<start + 3]
    guard dash.elementsEqual("—".utf8) || dash.elementsEqual("–".utf8) else { return false }
    let neighbours = [
      document.previousContent(before: lines.lowerBound),
      document.nextContent(after: lines.upperBound - 1),
    ]
    return !neighbours.contains { line in
      line.map { source[document.lines[$0].content].starts(with: dash) } ?? false
    }
  }

  /// Where a paragraph that runs over several lines ends.
  ///
  /// It ends at a blank line, at a line that starts something else, and after a line so short that the next word
  /// would have fitted on it, when a capital letter follows.
  private static func wrappedEnd(_ document: borrowing TextDocument, from first: Int) -> Int {
    var end = first + 1
    let isItem = ListMarker.parse(document.source.span, document.lines[first].content) != nil
    while end < document.lines.count, document.isFree(end) {
      let line = document.lines[end]
      let previous = document.lines[end - 1]
      if document.source[line.content.lowerBound] == UInt8(ascii: ">")
        || HeadingReader.isUnderline(document, end)
      {
        break
      }
      if ListMarker.parse(document.source.span, line.content) != nil { break }
      if !isItem, line.indent >= previous.indent + 4, end - 1 > first,
        !isCentred(line, below: previous, document.source)
      {
        break
      }
      if isItem, line.indent <= document.lines[first].indent, line.indent == 0, previous.indent > 0
      {
        break
      }
      if startsNewParagraph(document, end) { break }
      end += 1
    }
    return end
  }

  /// Whether two lines have one middle, as those of a title that a text browser wraps; some count bytes instead of columns.
  private static func isCentred(
    _ line: TextLine, below previous: TextLine, _ source: [UInt8]
  ) -> Bool {
    let (middle, above) = (middle(line, source), middle(previous, source))
    return abs(middle - above) <= 4
  }

  /// The middle of a line in half columns.
  private static func middle(_ line: TextLine, _ source: [UInt8]) -> Int {
    line.indent + TextLayout.columns(line, source)
  }

  private static func startsNewParagraph(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let previous = document.lines[line - 1]
    guard previous.indent + previous.count + 24 < document.layout.width else { return false }
    let first = document.source[document.lines[line].content.lowerBound]
    let isLower = first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z")
    return !isLower
  }
}
