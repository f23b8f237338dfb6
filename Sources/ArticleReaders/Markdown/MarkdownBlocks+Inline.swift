import ArticleModel
import Bytes
import CMarkdown
import Glibc

extension MarkdownBlocks {
  mutating func enterInline(_ node: OpaquePointer, _ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_TEXT: appendText(UnsafeBufferPointer(cString: cmark_node_get_literal(node)))
    case CMARK_NODE_CODE:
      append(UnsafeBufferPointer(cString: cmark_node_get_literal(node)), adding: .code)
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
      if let figure = leaf.figure, figure.lineEnd == node {
        openFigure(figure, hasOtherCaption: true)
      } else {
        inline.appendLineEnd()
      }
    case CMARK_NODE_HTML_INLINE:
      appendHTML(UnsafeBufferPointer(cString: cmark_node_get_literal(node)))
    case CMARK_NODE_EMPH: push(.emphasis)
    case CMARK_NODE_STRONG:
      // The marks around all of a pull quote are its sign, not its style.
      let isSign = pullQuote != nil && styles.count == 1
      push(isSign ? [] : .strong)
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      let target = UnsafeBufferPointer(cString: cmark_node_get_url(node))
      let hasNothing = target.isEmpty && type == CMARK_NODE_IMAGE
      push(hasNothing ? [] : .link, target: hasNothing ? nil : target)
    case CMARK_NODE_FOOTNOTE_REFERENCE: appendReference(node)
    default: if MarkdownExtension(type) == .strikethrough { push(.deletion) }
    }
  }

  mutating func exitInline(_ node: OpaquePointer, _ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, CMARK_NODE_IMAGE: styles.removeLast()
    default: if MarkdownExtension(type) == .strikethrough { styles.removeLast() }
    }
  }

  private mutating func push(_ style: RunStyle, target: UnsafeBufferPointer<UInt8>? = nil) {
    let outer = styles[styles.count - 1]
    let href = target.map { inline.addTarget($0) } ?? outer.href
    styles.append((outer.style.union(style), href))
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, adding style: RunStyle = []) {
    let current = styles[styles.count - 1]
    guard !guarded.isUnchanged else {
      inline.append(bytes, style: current.style.union(style), href: current.href)
      return
    }
    inline.append(guarded.restored(bytes), style: current.style.union(style), href: current.href)
  }

  /// Appends text, in which cmark leaves a reference whose footnote does not exist as `[^label]`.
  private mutating func appendText(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress,
      memchr(base, Int32(UInt8(ascii: "[")), bytes.count) != nil
    else {
      append(bytes)
      return
    }
    let span = bytes.span
    var plain = 0
    var index = 0
    while index + 3 < bytes.count {
      guard bytes[index] == UInt8(ascii: "["), let label = MarkdownFootnotes.label(span, at: index)
      else {
        index += 1
        continue
      }
      let text = UnsafeBufferPointer(rebasing: bytes[label])
      index = label.upperBound + 1
      // Not found in the source where a backslash made it plain text.
      guard let source = locate(text, near: nil) else { continue }
      append(UnsafeBufferPointer(rebasing: bytes[plain..<label.lowerBound - 2]))
      inline.appendReference(label: text, footnote: -1, source: source)
      plain = index
    }
    append(UnsafeBufferPointer(rebasing: bytes[plain...]))
  }

  private mutating func appendReference(_ node: OpaquePointer) {
    let number = decimal(UnsafeBufferPointer(cString: cmark_node_get_literal(node))) ?? 0
    guard number >= 1, number <= footnotes.labels.count else { return }
    let line = Int(cmark_node_get_start_line(node))
    let guess = places.offset(line: line, column: Int(cmark_node_get_start_column(node)))
    let text = builder.source
    text[footnotes.labels[number - 1]].withUnsafeBufferPointer { label in
      let source = locate(label, near: line > 0 ? guess : nil)
      inline.appendReference(
        label: label, footnote: number - 1,
        source: source ?? ByteSpan(offset: leaf.source.start, count: 0))
    }
  }

  /// Finds the next `[^label]` of the leaf in the source: at cmark's place where that is right, else by search.
  ///
  /// cmark counts columns within a paragraph's text, so they are wrong after the markers of quotes and items.
  private mutating func locate(
    _ label: UnsafeBufferPointer<UInt8>, near guess: Int?
  ) -> ByteSpan? {
    let end = leaf.source.end
    if let guess, guess >= leaf.cursor, guess < end,
      MarkdownFootnotes.matches(label, builder.source.span, at: guess, end: end)
    {
      leaf.cursor = guess + label.count + 3
      return ByteSpan(offset: guess, count: label.count + 3)
    }
    guard leaf.misses < MarkdownBlocks.mostMisses else { return nil }
    let found = MarkdownFootnotes.find(label, in: min(leaf.cursor, end)..<end, of: builder.source)
    if let found { leaf.cursor = found.end } else { leaf.misses += 1 }
    return found
  }

  /// A tag within a paragraph has no text; a line break is a space.
  private mutating func appendHTML(_ bytes: UnsafeBufferPointer<UInt8>) {
    if MarkdownBlocks.begins(bytes, with: "<br") {
      inline.appendLineEnd()
    } else if MarkdownBlocks.begins(bytes, with: "<sup") {
      leaf.raisedFrom = inline.bytes.count
    } else if MarkdownBlocks.begins(bytes, with: "</sup"), let start = leaf.raisedFrom {
      inline.raise(from: start)
      leaf.raisedFrom = nil
    }
  }

  /// Whether a tag has a name, written in small letters, in whatever case.
  private static func begins(
    _ tag: UnsafeBufferPointer<UInt8>, with name: StaticString
  ) -> Bool {
    let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    return tag.count > name.count && zip(tag, name).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
      && !ASCII.isLetter(tag[name.count])
  }
}
