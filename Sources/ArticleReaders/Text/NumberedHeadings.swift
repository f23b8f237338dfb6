import ArticleModel

/// Finds headings that are numbered as items are: `1. Introduction`, a few paragraphs, `2. The weir`; the best ten of
/// something are mostly counted down.
///
/// One alone may be an item. What tells is that no item stands beside it, that text stands below it, and that the numbers of
/// several go on.
enum NumberedHeadings {
  private static let longest = 100

  static func read(_ document: inout TextDocument) {
    let order = document.blocksInOrder()
    let numbered = order.indices.compactMap { position in
      number(document, order, position).map { (number: $0, block: order[position]) }
    }
    let up = chain(numbered, from: 1)
    let down = chain(numbered.reversed(), from: numbered.last?.number ?? 1)
    let found = up.count >= down.count ? up : down
    guard found.count >= (up.count >= down.count ? fewestUp : fewestDown) else { return }
    for block in found {
      document.blocks[block].kind = .heading
      document.blocks[block].reason = .headingShape
      document.blocks[block].level = 2
      document.blocks[block].body = nil
      document.blocks[block].payload = -1
    }
  }

  private static let fewestUp = 2
  private static let fewestDown = 3

  /// The blocks whose numbers go on from the first; where three do, one may be missing.
  private static func chain(_ numbered: [(number: Int, block: Int)], from first: Int) -> [Int] {
    var chain: [Int] = []
    var last = first - 1
    for (number, block) in numbered
    where number == last + 1 || chain.count >= 3 && number == last + 2 {
      chain.append(block)
      last = number
    }
    return chain
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
