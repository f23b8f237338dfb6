extension Article {
  /// An indented outline: one node a line with its place, its reason and its first words.
  ///
  /// `@11:1-12:40` gives the first line and column and the last line; the tests of the readers compare this form.
  public func tree() -> String {
    var tree = ArticleTree(article: self)
    tree.write()
    return tree.output
  }
}

private struct ArticleTree {
  let article: Article
  var output = ""

  init(article: Article) { self.article = article }

  mutating func write() {
    output += "article \(article.format.rawValue)"
    if let language = article.language { output += " [\(language)]" }
    output += "\n"
    writeMetadata()
    for index in article.blocks { write(index, depth: 1) }
    writeFootnotes()
    for index in article.boilerplate { write(index, depth: 1) }
    for diagnostic in article.diagnostics {
      output +=
        "  ! \(diagnostic.line):\(diagnostic.column) \(diagnostic.severity.rawValue) \(diagnostic.code.rawValue)\n"
    }
  }

  private mutating func writeMetadata() {
    let fields: [(String, String?)] = [
      ("series", article.series), ("title", article.title), ("subtitle", article.subtitle),
      ("date", article.date),
    ]
    for case (let name, let value?) in fields { output += "  \(name): \(value)\n" }
    for author in article.authors {
      let parts = [author.name, author.about.map { "(\(ArticleTree.shortened($0)))" }].compactMap(
        \.self)
      output += "  author: \(parts.joined(separator: " "))\n"
    }
    let places = article.frontMatter.map { "\($0.field.rawValue)@\($0.line)" }
    if !places.isEmpty { output += "  front matter: \(places.joined(separator: " "))\n" }
  }

  private mutating func write(_ index: Int, depth: Int) {
    let node = article.nodes[index]
    output += String(repeating: "  ", count: depth) + heading(of: node)
    output += " \"\(ArticleTree.shortened(article.string(node.text)))\"\n"
    let inner = depth + 1
    switch node.kind {
    case .table where node.payload >= 0: writeTable(article.tables[Int(node.payload)], depth: inner)
    case .poll where node.payload >= 0: writePoll(article.polls[Int(node.payload)], depth: inner)
    default: break
    }
    for child in article.children(of: index) { write(child, depth: inner) }
  }

  private func heading(of node: Node) -> String {
    var parts = [node.kind.rawValue]
    if node.kind == .heading { parts.append("\(node.level)") }
    if node.role != .body { parts.append(node.role.rawValue) }
    if node.kind == .list {
      parts.append(node.isOrdered ? "ordered from \(node.payload)" : "bulleted")
    }
    if let isChecked = node.isChecked { parts.append(isChecked ? "[x]" : "[ ]") }
    parts.append("@\(node.line):\(node.column)-\(node.lastLine)")
    if node.of >= 0 { parts.append("of @\(article.nodes[Int(node.of)].line)") }
    if !node.references.isEmpty {
      let labels = article.references[node.references.range].map { "[\(article.string($0.label))]" }
      parts.append("cites \(labels.joined())")
    }
    parts.append("<\(node.reason.rawValue)>")
    return parts.joined(separator: " ")
  }

  private mutating func writeFootnotes() {
    for footnote in article.footnotes {
      let node = article.nodes[Int(footnote.node)]
      output +=
        "  footnote [\(article.string(footnote.label))] @\(node.line):\(node.column)-\(node.lastLine)"
      let places = article.citations[footnote.citations.range].map { index in
        let reference = article.references[Int(index)]
        return "\(reference.line):\(reference.column)"
      }
      if !places.isEmpty { output += " cited \(places.joined(separator: " "))" }
      if footnote.antecedent >= 0 {
        output += " -> [\(article.string(article.footnotes[Int(footnote.antecedent)].label))]"
      }
      output +=
        " <\(node.reason.rawValue)> \"\(ArticleTree.shortened(article.string(node.text)))\"\n"
      for child in article.children(of: Int(footnote.node)) { write(child, depth: 2) }
    }
  }

  private mutating func writeTable(_ table: Table, depth: Int) {
    let indent = String(repeating: "  ", count: depth)
    if !table.label.isEmpty { output += "\(indent)label: \(article.string(table.label))\n" }
    if !table.caption.isEmpty { output += "\(indent)caption: \(article.string(table.caption))\n" }
    for (number, row) in article.tableRows[table.rows.range].enumerated() {
      let cells = article.cells[row.range].map {
        ArticleTree.shortened(article.string($0.text), to: 24)
      }
      output +=
        "\(indent)\(number == 0 && table.hasHeader ? "header" : "row"): \(cells.joined(separator: " | "))\n"
    }
  }

  private mutating func writePoll(_ poll: Poll, depth: Int) {
    let indent = String(repeating: "  ", count: depth)
    for option in article.pollOptions[poll.options.range] {
      let votes = option.votes.map { "\($0)" } ?? "?"
      let percent = option.percent.map { "\($0)%" } ?? "?"
      output +=
        "\(indent)\(votes) \(percent) \(ArticleTree.shortened(article.string(option.label)))\n"
    }
    let total = poll.total.map { "\($0)" } ?? "?"
    output += "\(indent)total \(total)\(poll.isConsistent ? "" : " inconsistent")\n"
  }

  private static func shortened(_ text: String, to count: Int = 60) -> String {
    text.count > count ? text.prefix(count - 1) + "…" : text
  }
}
