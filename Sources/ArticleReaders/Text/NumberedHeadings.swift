import ArticleModel

/// Finds headings that are numbered as items are: `1. Introduction`, a few paragraphs, `2. The weir`.
///
/// One alone may be an item. What tells is that no item stands beside it, that text stands below it, and that the numbers of
/// several go on.
enum NumberedHeadings {
  private static let longest = 100

  static func read(_ document: inout TextDocument) {
    let order = document.blocksInOrder()
    var chain: [Int] = []
    for position in order.indices {
      guard let number = number(document, order, position) else { continue }
      if number == chain.count + 1 { chain.append(order[position]) }
    }
    guard chain.count >= 2 else { return }
    for block in chain {
      document.blocks[block].kind = .heading
      document.blocks[block].reason = .headingShape
      document.blocks[block].level = 2
      document.blocks[block].body = nil
      document.blocks[block].payload = -1
    }
  }

  /// The number of a block that may be a heading.
  private static func number(
    _ document: borrowing TextDocument, _ order: [Int], _ position: Int
  ) -> Int? {
    let block = document.blocks[order[position]]
    guard block.kind == .item, block.lines.count == 1, block.field == nil,
      let marker = document.listMarker(block.lines.lowerBound), marker.isOrdered
    else { return nil }
    let content = document.lines[block.lines.lowerBound].content
    guard content.count <= longest, position + 1 < order.count,
      document.blocks[order[position + 1]].kind == .paragraph,
      position == 0 || document.blocks[order[position - 1]].kind != .item,
      HeadingReader.hasHeadingShape(document.source, marker.body..<content.upperBound)
    else { return nil }
    return marker.number
  }
}
