import ArticleModel
import CHTML

extension HTMLBlocks {
  /// Adds a text node, a reference, or the beginning of an inline element. Returns the next node to handle.
  mutating func addInline(_ index: Int) -> Int {
    switch plan.roles[index] {
    case .skipped: return tree.end(index)
    case .reference(let number):
      let citation = plan.notes.citations[number]
      let source = span(of: index)
      widen(source.range)
      citation.label.withUnsafeBufferPointer {
        inline.appendReference(
          label: $0, footnote: footnoteOf[citation.definition], source: source)
      }
      return tree.end(index)
    case .note(let number) where plan.notes.definitions[number].isInline: return tree.end(index)
    default: break
    }
    guard tree.isElement(index) else {
      appendText(index)
      return index + 1
    }
    // `rt` brings brackets of its own.
    if tree.tag(index) == GUMBO_TAG_RP { return tree.end(index) }
    begin(index)
    return index + 1
  }

  /// Collects the text of a range as one line: blocks within it are kept apart by spaces.
  mutating func collect(_ range: Range<Int>) {
    inline.removeAll()
    extent = nil
    let outer = styles
    styles.removeAll()
    var index = range.lowerBound
    var blockEnds: [Int] = []
    while index < range.upperBound {
      endStyles(before: index)
      while let end = blockEnds.last, end <= index {
        blockEnds.removeLast()
        inline.appendLineEnd()
      }
      let tag = tree.tag(index)
      if plan.dropped[index] != nil {
        index = tree.end(index)
        continue
      }
      if HTMLTraits.of(tag).contains(.block) { blockEnds.append(tree.end(index)) }
      if tag == GUMBO_TAG_BR || HTMLTraits.of(tag).contains(.block) { inline.appendLineEnd() }
      index = addInline(index)
    }
    endStyles(before: range.upperBound)
    styles = outer
  }

  /// Forgets the text that was collected; links that are still open keep their targets.
  mutating func forgetText() {
    inline.removeAll()
    extent = nil
    for index in styles.indices {
      styles[index].href = styles[index].target(in: tree, &inline)
      if styles[index].raisedFrom != nil { styles[index].raisedFrom = 0 }
    }
  }

  /// Ends the styles of elements that end before `index`.
  mutating func endStyles(before index: Int) {
    while let last = styles.last, last.end <= index {
      styles.removeLast()
      append(last.closing)
      if let start = last.raisedFrom { inline.raise(from: start) }
    }
  }

  private mutating func begin(_ index: Int) {
    if inline.isEmpty, plan.hints[index].contains(.caption) { isCaptionText = true }
    let tag = tree.tag(index)
    let outer = styles.last
    var style = HTMLStyle(
      element: outer?.element ?? index, end: tree.end(index), style: outer?.style ?? [],
      href: outer?.href ?? 0..<0, closing: "")
    switch tag {
    case GUMBO_TAG_A:
      guard let href = tree.attribute("href", of: index), !href.isEmpty else { return }
      style.element = index
      style.style.insert(.link)
      style.href = inline.addTarget(href)
    case GUMBO_TAG_Q:
      append("“")
      style.closing = "”"
    case GUMBO_TAG_RT:
      // The reading of a character stands in brackets behind it, as `rp` has it for browsers without ruby.
      append("(")
      style.closing = ")"
    case GUMBO_TAG_SUP: style.raisedFrom = inline.bytes.count
    default:
      guard let added = HTMLStyle.of(tag) else { return }
      style.style.formUnion(added)
    }
    styles.append(style)
  }

  private mutating func append(_ text: StaticString) {
    guard text.utf8CodeUnitCount > 0 else { return }
    inline.append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func appendText(_ index: Int) {
    let whole = tree.text(index)
    let start = plan.labelBytes[index] ?? 0
    let end = max(start, whole.count - (plan.bracketBytes[index] ?? 0))
    let text = UnsafeBufferPointer(rebasing: whole[start..<end])
    let before = inline.bytes.count
    inline.append(text, style: styles.last?.style ?? [], href: styles.last?.href ?? 0..<0)
    let element = tree.elements[index]
    if inline.bytes.count > before, element.kind == .text, element.start >= 0 {
      widen(element.start..<max(element.start, element.stop))
    }
  }

  private mutating func widen(_ range: Range<Int>) {
    guard let known = extent else {
      extent = range
      return
    }
    extent = min(known.lowerBound, range.lowerBound)..<max(known.upperBound, range.upperBound)
  }
}
