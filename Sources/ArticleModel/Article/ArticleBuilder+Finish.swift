extension ArticleBuilder {
  /// Makes the article: orders the arrays and works out places, sections, siblings and citations.
  public consuming func finish() -> Article {
    appendLabels()
    let ranges = orderNodes()
    linkSiblingsAndSections(blocks: ranges.0)
    orderReferences()
    collectCitations()
    collectURLs()
    findPlaces()
    return Article(self, nodes: nodes, ranges: ranges)
  }

  private mutating func appendLabels() {
    let start = UInt32(text.count)
    text.append(contentsOf: labels)
    for index in references.indices { references[index].label.offset += start }
  }

  /// Puts blocks first, then footnotes, then boilerplate, each in the order in which they were added.
  private mutating func orderNodes() -> (Range<Int>, Range<Int>, Range<Int>) {
    var order: [Int] = []
    order.reserveCapacity(nodes.count)
    func append(_ isPart: (NodeKind) -> Bool) -> Range<Int> {
      let start = order.count
      var index = 0
      while index < nodes.count {
        let end = Int(nodes[index].end)
        if isPart(nodes[index].kind) { for node in index..<end { order.append(node) } }
        index = end
      }
      return start..<order.count
    }
    let blocks = append { $0 != .footnote && $0 != .boilerplate }
    let footnotes = append { $0 == .footnote }
    let boilerplate = append { $0 == .boilerplate }
    if blocks.count < nodes.count {
      rearrange(order.map { ($0, Int(nodes[$0].parent)) })
    }
    return (blocks, footnotes, boilerplate)
  }

  /// Puts nodes into another order and under other parents. Nodes that are left out are dropped.
  ///
  /// - Parameter order: nodes and their parents, or -1, by their indices as added: parents before their children, and each
  ///   node with all below it in one piece.
  public mutating func rearrange(_ order: [(node: Int, parent: Int)]) {
    var moved = [Int32](repeating: -1, count: nodes.count)
    for (new, old) in order.enumerated() { moved[old.node] = Int32(new) }
    func target(_ old: Int32) -> Int32 { old < 0 ? -1 : moved[Int(old)] }
    nodes = order.enumerated().map { new, old in
      var node = nodes[old.node]
      node.parent = target(Int32(old.parent))
      node.of = target(node.of)
      node.end = Int32(new) + 1
      return node
    }
    for index in nodes.indices.reversed() where nodes[index].parent >= 0 {
      let parent = Int(nodes[index].parent)
      nodes[parent].end = max(nodes[parent].end, nodes[index].end)
    }
    for index in footnotes.indices { footnotes[index].node = target(footnotes[index].node) }
    for index in references.indices { references[index].node = target(references[index].node) }
    for index in tables.indices { tables[index].node = target(tables[index].node) }
    for index in polls.indices { polls[index].node = target(polls[index].node) }
  }

  private mutating func linkSiblingsAndSections(blocks: Range<Int>) {
    // The last node of each chain: of the top level, the footnotes and the boilerplate, then of each parent.
    var last = [Int32](repeating: -1, count: nodes.count + 3)
    var section: Int32 = -1
    for index in nodes.indices {
      let parent = nodes[index].parent
      let kind = nodes[index].kind
      // Footnotes and boilerplate are chains of their own.
      let chain =
        parent >= 0 ? Int(parent) + 3 : kind == .footnote ? 1 : kind == .boilerplate ? 2 : 0
      nodes[index].previous = last[chain]
      last[chain] = Int32(index)
      guard blocks.contains(index) else { continue }
      if kind == .heading { section = Int32(index) } else { nodes[index].section = section }
    }
  }

  /// Sorts references by place, so that those of a node lie together.
  private mutating func orderReferences() {
    func precedes(_ a: Int, _ b: Int) -> Bool {
      (references[a].node, references[a].source.offset)
        < (references[b].node, references[b].source.offset)
    }
    if references.indices.dropFirst().contains(where: { !precedes($0 - 1, $0) }) {
      let order = references.indices.sorted(by: precedes)
      var moved = [Int32](repeating: -1, count: references.count)
      for (new, old) in order.enumerated() { moved[old] = Int32(new) }
      references = order.map { references[$0] }
      for index in runs.indices where runs[index].reference >= 0 {
        runs[index].reference = moved[Int(runs[index].reference)]
      }
      for index in impliedCitations.indices {
        impliedCitations[index].reference = Int(moved[impliedCitations[index].reference])
      }
    }
    var start = 0
    while start < references.count {
      let node = Int(references[start].node)
      var end = start
      while end < references.count, references[end].node == Int32(node) { end += 1 }
      nodes[node].references = IndexSlice(start: start, count: end - start)
      start = end
    }
  }

  private mutating func collectCitations() {
    var pairs: [(footnote: Int, reference: Int)] = impliedCitations
    for (index, reference) in references.enumerated() where reference.footnote >= 0 {
      pairs.append((Int(reference.footnote), index))
    }
    pairs.sort { $0 < $1 }
    citations = pairs.map { Int32($0.reference) }
    var start = 0
    for index in footnotes.indices {
      var end = start
      while end < pairs.count, pairs[end].footnote == index { end += 1 }
      footnotes[index].citations = IndexSlice(start: start, count: end - start)
      start = end
    }
  }

  private mutating func collectURLs() {
    let arena = text
    for index in footnotes.indices {
      let start = urls.count
      urls.append(contentsOf: addresses(in: arena.span, nodes[Int(footnotes[index].node)].text))
      footnotes[index].urls = IndexSlice(start: start, count: urls.count - start)
    }
  }

  private mutating func findPlaces() {
    let bytes = source  // a local owner, so that the span does not borrow the builder
    let source = bytes.span
    var cursor = PlaceCursor()
    for index in nodes.indices {
      let span = nodes[index].source
      (nodes[index].line, nodes[index].column) = cursor.place(
        of: span.start, in: source, lines: lines)
      nodes[index].lastLine = UInt32(
        lines.line(at: max(span.start, span.end - 1), near: cursor.line) + 1)
    }
    for index in references.indices {
      (references[index].line, references[index].column) = cursor.place(
        of: references[index].source.start, in: source, lines: lines)
    }
    for index in frontMatter.indices {
      frontMatter[index].line = UInt32(lines.line(at: frontMatter[index].source.start) + 1)
    }
    diagnostics.sort { ($0.byteOffset, $0.code.rawValue) < ($1.byteOffset, $1.code.rawValue) }
    for index in diagnostics.indices {
      (diagnostics[index].line, diagnostics[index].column) = cursor.place(
        of: Int(diagnostics[index].byteOffset), in: source, lines: lines)
    }
  }
}
