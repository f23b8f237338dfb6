import ArticleModel

/// Opens and closes lists as items follow each other, nested by their indentation.
struct ListNesting {
  private struct Level {
    var indent: Int
    var list: Int
    var item: Int
    var isOrdered: Bool
  }
  private var levels: [Level] = []

  /// Adds an item, inside the list that its indentation belongs to; the item stays open for nested lists.
  mutating func openItem(
    _ node: Node, ordered number: Int?, indent: Int, _ builder: inout ArticleBuilder
  ) {
    while let last = levels.last, indent < last.indent - 1 { close(&builder) }
    if let last = levels.last, indent <= last.indent + 1 {
      if last.isOrdered == (number != nil) {
        builder.close()
        extend(last.list, to: node.source, builder: &builder)
        levels[levels.count - 1].item = builder.open(node)
        extendOuter(to: node.source, &builder)
        return
      }
      close(&builder)
    }
    var list = Node(kind: .list, source: node.source, reason: node.reason)
    list.isOrdered = number != nil
    list.payload = Int32(number ?? 0)
    let listIndex = builder.open(list)
    let item = builder.open(node)
    levels.append(Level(indent: indent, list: listIndex, item: item, isOrdered: number != nil))
    extendOuter(to: node.source, &builder)
  }

  /// Ends all lists.
  mutating func closeAll(_ builder: inout ArticleBuilder) {
    while !levels.isEmpty { close(&builder) }
  }

  private mutating func close(_ builder: inout ArticleBuilder) {
    levels.removeLast()
    builder.close()
    builder.close()
  }

  /// The spans of a list and of all around it reach to their last item.
  private func extendOuter(to span: ByteSpan, _ builder: inout ArticleBuilder) {
    for level in levels.dropLast() {
      extend(level.list, to: span, builder: &builder)
      extend(level.item, to: span, builder: &builder)
    }
  }

  private func extend(_ node: Int, to span: ByteSpan, builder: inout ArticleBuilder) {
    builder.update(node) { $0.source = ByteSpan($0.source.start..<max($0.source.end, span.end)) }
  }
}
