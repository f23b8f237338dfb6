import ArticleModel
import Bytes
import CMarkdown

extension MarkdownBlocks {
  /// Takes a paragraph for what its place says it is: a byline or date below the title, a table's caption above it, a
  /// figure's caption below it. Returns whether it was one of them.
  mutating func takeSpecialParagraph(_ node: OpaquePointer) -> Bool {
    guard containers.isEmpty else { return false }
    if takeTableCaption(node) { return true }
    guard inline.bytes.count <= MarkdownFigure.longestCaption else { return false }
    if inline.marks.isEmpty, takeMetadata() { return true }
    if takePollQuestion(node) { return true }
    return takeFigureCaption(node)
  }

  /// Whether a quotation is a pull quote: one line in bold, whose words the text nearby has as well.
  func isPullQuote(_ quote: OpaquePointer) -> Bool {
    guard let paragraph = cmark_node_first_child(quote), cmark_node_next(paragraph) == nil,
      cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH,
      let strong = cmark_node_first_child(paragraph), cmark_node_next(strong) == nil,
      cmark_node_get_type(strong) == CMARK_NODE_STRONG,
      containers.count < MarkdownBlocks.deepest
    else { return false }
    let text = MarkdownBlocks.allText(of: strong)
    guard text.count >= 16 else { return false }
    let own = places.span(of: quote)
    let around = max(0, own.start - (64 << 10))..<min(builder.source.count, own.end + (64 << 10))
    return [around.lowerBound..<own.start, own.end..<around.upperBound].contains {
      hasWords(of: text, in: $0)
    }
  }

  /// Whether a part of the source has the longer words of a text in their order, whatever marks stand between them.
  private func hasWords(of text: [UInt8], in range: Range<Int>) -> Bool {
    let shortest = 4
    // Its first letter may be a capital in one of the two places.
    let words = MarkdownBlocks.words(of: text[1...]).filter { $0.count >= shortest }
    var start = range.lowerBound
    return !words.isEmpty
      && words.allSatisfy { word in
        let place = text.withUnsafeBytes { text in
          builder.source.withUnsafeBytes { source in
            ByteSearch.first(
              UnsafeRawBufferPointer(rebasing: text[word]),
              in: UnsafeRawBufferPointer(rebasing: source[start..<range.upperBound]))
          }
        }
        if let place { start += place + word.count }
        return place != nil
      }
  }

  /// The runs of letters and digits; bytes beyond ASCII are letters but for typographic punctuation.
  private static func words(of text: ArraySlice<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let byte = text[index]
      let isMark =
        byte == 0xE2 && index + 2 < text.endIndex && text[index + 1] == 0x80
        && text[index + 2] < 0xC0
      let isLetter =
        ASCII.isDigit(byte) || ASCII.isLetter(byte) || byte >= 0x80
      let width = isMark ? 3 : 1
      if !isLetter || isMark {
        if index > start { words.append(start..<index) }
        start = index + width
      }
      index += width
    }
    if index > start { words.append(start..<index) }
    return words
  }

  /// `by Ann Smith, 7 August 2014`, alone or in emphasis, right below the title.
  private mutating func takeMetadata() -> Bool {
    guard builder.title != nil, builder.nodes.isEmpty, inline.bytes.count <= 160 else {
      return false
    }
    let line = inline.bytes.last == 0x20 ? inline.bytes.dropLast() : inline.bytes[...]
    if let date = DateParser.parse(Lexicon.fold(line)) {
      builder.date = builder.date ?? date.date
      builder.frontMatter.append(FrontMatterEntry(field: .date, source: leaf.source))
      return true
    }
    guard let (authors, date) = byline(line) else { return false }
    builder.date = builder.date ?? date?.date
    if builder.authors.isEmpty { builder.authors = authors }
    builder.frontMatter.append(FrontMatterEntry(field: .authors, source: leaf.source))
    return true
  }

  /// The authors and the date of a line right below the title, where headings are marked: `Ann Smith` is none.
  private func byline(_ line: ArraySlice<UInt8>) -> DatedByline.Found? {
    if let found = DatedByline.parse(line) ?? DatedByline.unannounced(line) { return found }
    guard builder.authors.isEmpty, Byline.isCommonName(line) else { return nil }
    return ([Author(name: String(decoding: line, as: UTF8.self))], nil)
  }

  /// `Table 1: What went in`, or `Table: What went in`, above a table.
  private mutating func takeTableCaption(_ node: OpaquePointer) -> Bool {
    guard let next = cmark_node_next(node), MarkdownExtension(next) == .table,
      MarkdownBlocks.pollColumns(next) == nil
    else { return false }
    var caption = inline
    if caption.bytes.starts(with: "Table:".utf8) {
      caption.removeFirst(6 + caption.bytes.dropFirst(6).prefix { $0 == 0x20 }.count)
    } else {
      guard let parts = TableLabel.split(caption.bytes) else { return false }
      // A whole paragraph may begin with `Table 1 shows`.
      let end = parts.label.upperBound
      guard caption.bytes.count <= 400 || caption.bytes[end] == UInt8(ascii: ":") else {
        return false
      }
    }
    table.caption = caption.isEmpty ? nil : caption
    table.captionSource = leaf.source
    return true
  }

  /// All words of an inline node.
  static func allText(of node: OpaquePointer) -> [UInt8] {
    let iterator = cmark_iter_new(node)
    defer { cmark_iter_free(iterator) }
    var text: [UInt8] = []
    while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
      guard event == CMARK_EVENT_ENTER, let inner = cmark_iter_get_node(iterator) else { continue }
      switch cmark_node_get_type(inner) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        text += UnsafeBufferPointer(cString: cmark_node_get_literal(inner))
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.append(UInt8(ascii: " "))
      default: break
      }
    }
    return text
  }

  /// The first words of a paragraph whose inline nodes begin with one.
  static func text(from first: OpaquePointer) -> [UInt8] {
    let inner =
      cmark_node_get_type(first) == CMARK_NODE_TEXT ? first : cmark_node_first_child(first)
    return inner.map { Array(UnsafeBufferPointer(cString: cmark_node_get_literal($0))) } ?? []
  }
}
