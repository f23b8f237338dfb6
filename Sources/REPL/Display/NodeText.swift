import ArticleModel

/// One node in full: what it is and where, its text, and what belongs to it.
struct NodeText {
  let article: Article
  let index: Int
  let page: Page

  private var node: Node { article.nodes[index] }

  var lines: [String] {
    switch node.kind {
    case .table: return table
    case .poll:
      return PollBars(article: article, poll: article.polls[Int(node.payload)], page: page).lines
    case .footnote where article.footnotes.indices.contains(Int(node.payload)):
      return FootnoteText(
        article: article, footnote: article.footnotes[Int(node.payload)], page: page
      ).lines
    case .list: return list
    default: return page.cut([head] + body)
    }
  }

  /// `paragraph · line 11 · 3 references`
  private var head: String {
    let lines =
      node.lastLine > node.line ? "lines \(node.line)–\(node.lastLine)" : "line \(node.line)"
    var parts = [NodeLine(article: article, index: index).kind, lines]
    if node.references.count > 0 {
      parts.append(Page.count(Int(node.references.count), "reference"))
    }
    if node.kind == .boilerplate { parts.append(node.reason.rawValue) }
    if node.of >= 0 { parts.append("of the \(of)") }
    return page.dim(page.rest(parts.joined(separator: " · "), after: 0))
  }

  private var of: String {
    let other = article.nodes[Int(node.of)]
    return "\(NodeLine(article: article, index: Int(node.of)).kind) at line \(other.line)"
  }

  private var body: [String] {
    if node.kind == .code || (node.text.isEmpty && node.end == index + 1) {
      let source = article.sourceString(node.source)
      return source.split(separator: "\n", omittingEmptySubsequences: false)
        .map { page.rest("  " + $0, after: 0) }
    }
    let text = page.wrapped(article.string(node.text))
    let styled = node.kind == .heading ? text.map(page.strong) : text
    return (node.text.isEmpty ? [] : styled) + inside(depth: 1)
  }

  private func inside(depth: Int) -> [String] {
    article.children(of: index).flatMap { child in
      let line = NodeLine(article: article, index: child)
      return page.wrapped("\(line.kind): \(line.words)", indent: 2 * depth)
    }
  }

  // MARK: Kinds

  private var table: [String] {
    let table = article.tables[Int(node.payload)]
    let title = [article.string(table.label), article.string(table.caption)].filter { !$0.isEmpty }
    let head =
      title.isEmpty ? [] : page.broken(title.joined(separator: ". "), columns: page.columns)
    let grid = Grid(
      header: article.headerRow(of: table).map(cells) ?? [],
      rows: article.bodyRows(of: table).map(cells))
    return grid.lines(page, after: head.map(page.strong))
  }

  private func cells(_ row: IndexSlice) -> [String] {
    article.cells[row.range].map { article.string($0.text) }
  }

  private var list: [String] {
    var lines = [head]
    // Nested items are walked in document order, their depth told by the lists around them.
    for item in index + 1..<Int(node.end) where article.nodes[item].kind == .item {
      let number = node.isOrdered && article.nodes[item].parent == index
      let position = lines.count - 1 + Int(max(node.payload, 1))
      let mark = number ? "\(position). " : "• "
      let indent = 2 * depth(of: item)
      let wrapped = page.wrapped(
        article.string(article.nodes[item].text), indent: indent + mark.count)
      guard let first = wrapped.first else { continue }
      lines.append(
        String(repeating: " ", count: indent) + mark + first.dropFirst(indent + mark.count))
      lines += wrapped.dropFirst()
    }
    return page.cut(lines)
  }

  private func depth(of item: Int) -> Int {
    var depth = 0
    var parent = Int(article.nodes[item].parent)
    while parent > index {
      if article.nodes[parent].kind == .list { depth += 1 }
      parent = Int(article.nodes[parent].parent)
    }
    return depth
  }
}
