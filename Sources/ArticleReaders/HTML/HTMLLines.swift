import ArticleModel
import CHTML

/// The text of a page as lines, one a block, as the readers of plain text want it; cells stand between `|`.
struct HTMLLines {
  private(set) var bytes: [UInt8] = []
  /// For each line, the nodes of its first and last text.
  private(set) var nodes: [ClosedRange<Int>] = []
  /// For each line, the offset of its first byte.
  private(set) var starts: [Int] = []

  /// Lays out what stands under `body`, without hidden elements and controls.
  init(_ tree: HTMLTree, _ hints: [HTMLHints], body: Int) {
    var inline = InlineText()
    var line: ClosedRange<Int>?
    var cells: Set<Int> = []
    var ends: [Int] = []
    func endLine(_ lines: inout HTMLLines) {
      if let range = line, !inline.isEmpty {
        lines.starts.append(lines.bytes.count)
        lines.nodes.append(range)
        lines.bytes += inline.bytes.last == 0x20 ? inline.bytes.dropLast() : inline.bytes[...]
        lines.bytes.append(0x0A)
      }
      inline.removeAll()
      line = nil
    }
    var index = body + 1
    while index < tree.end(body) {
      while let end = ends.last, end <= index {
        ends.removeLast()
        endLine(&self)
      }
      guard tree.isElement(index) else {
        inline.append(tree.text(index))
        if tree.elements[index].kind == .text { line = (line?.lowerBound ?? index)...index }
        index += 1
        continue
      }
      let tag = tree.tag(index)
      if HTMLTraits.of(tag).contains(.dropped) || hints[index].contains(.hidden) {
        index = tree.end(index)
        continue
      }
      if tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH {
        if !inline.isEmpty { inline.append(Array(" | ".utf8)) }
        cells.insert(index)
      } else if tag == GUMBO_TAG_BR {
        endLine(&self)
      } else if HTMLTraits.of(tag).contains(.block),
        !cells.contains(tree.parent(index)) || tree.end(index) < tree.end(tree.parent(index))
      {
        endLine(&self)
        ends.append(tree.end(index))
      }
      index += 1
    }
    endLine(&self)
  }
}
