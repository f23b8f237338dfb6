import ArticleModel

/// Turns the nodes of an article into the pieces of its page, in the order of the source.
///
/// The pieces are flat: a container gives one that opens and one that closes it, so that nesting costs no
/// recursion here or in the template.
struct ArticleBody {
  let article: Article
  let inline: InlinePieces
  let remarks: [Remark]
  private var pieces: [TemplateValue] = []
  /// Containers that are open, with the index after their last descendant and the piece that closes them.
  private var open: [(end: Int, piece: TemplateValue)] = []
  /// Notes that stand beside the text already.
  private var noted: Set<Int32> = []

  init(_ article: Article, inline: InlinePieces, remarks: [Remark]) {
    self.article = article
    self.inline = inline
    self.remarks = remarks
  }

  /// The blocks, with boilerplate folded between them.
  mutating func body() -> TemplateValue {
    pieces = []
    var boilerplate = Array(article.boilerplate)[...]
    for block in article.blocks {
      let start = article.nodes[block].source.start
      addBoilerplate(boilerplate.prefix { article.nodes[$0].source.start < start })
      boilerplate = boilerplate.drop { article.nodes[$0].source.start < start }
      addMargin(of: block)
      for index in block..<Int(article.nodes[block].end) { add(index) }
      close(before: Int.max)
    }
    addBoilerplate(boilerplate)
    return .list(pieces)
  }

  private mutating func close(before index: Int) {
    while let last = open.last, last.end <= index { pieces.append(open.removeLast().piece) }
  }

  private mutating func add(_ index: Int) {
    close(before: index)
    let node = article.nodes[index]
    var map: TemplateMap = [
      "node": .number(index + 1), "line": .number(node.line), "why": .text(node.reason.rawValue),
    ]
    if node.of >= 0 {
      map.set("of", .number(node.of + 1))
      map.set("of_line", .number(article.nodes[Int(node.of)].line))
    }
    switch node.kind {
    case .heading:
      // The title is the page's only heading of level 1.
      map.set("level", .number(min(6, max(2, node.level))))
      append("heading", map, textOf: index)
    case .paragraph:
      map.set("role", .text(node.role.rawValue))
      append("paragraph", map, textOf: index)
    case .pullQuote: append("pull_quote", map, textOf: index)
    case .caption: append("caption", map, textOf: index)
    case .code:
      map.set("text", .text(article.string(node.text)))
      pieces.append([node.kind.rawValue: .map(map)])
    case .list:
      let isOrdered = TemplateValue.flag(node.isOrdered)
      map.set("ordered", isOrdered)
      map.set("start", .number(max(0, node.payload)))
      begin("list", map, index, closing: ["ordered": isOrdered])
    case .item:
      map.set("task", .optional(node.isChecked.map { $0 ? "☑" : "☐" }))
      map.set("text", inline.pieces(of: index))
      begin("item", map, index, closing: ["node": .number(index + 1)])
    case .quote, .figure:
      map.set("text", inline.pieces(of: index))
      begin(node.kind.rawValue, map, index, closing: ["node": .number(index + 1)])
    case .table:
      if node.payload >= 0 { fill(&map, table: article.tables[Int(node.payload)]) }
      pieces.append(["table": .map(map)])
    case .poll:
      if node.payload >= 0 { fill(&map, poll: article.polls[Int(node.payload)]) }
      pieces.append(["poll": .map(map)])
    case .footnote, .boilerplate: append("paragraph", map, textOf: index)
    }
  }

  private mutating func append(_ name: String, _ map: TemplateMap, textOf index: Int) {
    var map = map
    map.set("text", inline.pieces(of: index))
    pieces.append([name: .map(map)])
  }

  private mutating func begin(
    _ name: String, _ map: TemplateMap, _ index: Int, closing: TemplateMap
  ) {
    pieces.append(["open_\(name)": .map(map)])
    open.append((Int(article.nodes[index].end), ["close_\(name)": .map(closing)]))
  }

  // MARK: Beside the text

  /// What stands beside a block: remarks on its lines, and the notes that it is the first to cite.
  private mutating func addMargin(of block: Int) {
    let node = article.nodes[block]
    let beside = remarks.filter { Int(node.line) <= $0.line && $0.line <= Int(node.lastLine) }
    var notes: [TemplateValue] = []
    for index in block..<Int(node.end) {
      for reference in article.references[article.nodes[index].references.range]
      where reference.footnote >= 0 && noted.insert(reference.footnote).inserted {
        let note = article.footnotes[Int(reference.footnote)]
        let antecedent =
          note.antecedent < 0 ? nil : article.footnotes[Int(note.antecedent)].label
        notes.append([
          "means": .optional(antecedent.map(article.string)),
          "note": .number(reference.footnote + 1), "label": .text(article.string(note.label)),
          "text": .text(article.string(article.nodes[Int(note.node)].text)),
        ])
      }
    }
    guard !beside.isEmpty || !notes.isEmpty else { return }
    pieces.append(["margin": ["remarks": .list(beside.map(\.values)), "sidenotes": .list(notes)]])
  }

  private mutating func addBoilerplate(_ indices: ArraySlice<Int>) {
    let parts = indices.filter { !article.nodes[$0].text.isEmpty }
    guard let first = parts.first, let last = parts.last else { return }
    var reasons: [String] = []
    for index in parts where !reasons.contains(article.nodes[index].reason.rawValue) {
      reasons.append(article.nodes[index].reason.rawValue)
    }
    let lines = (article.nodes[first].line, article.nodes[last].lastLine)
    let values = parts.map { index -> TemplateValue in
      let node = article.nodes[index]
      return [
        "node": .number(index + 1), "line": .number(node.line),
        "text": .text(article.string(node.text)),
      ]
    }
    pieces.append([
      "boilerplate": [
        "why": .text(reasons.joined(separator: ", ")),
        "lines": .text(lines.0 == lines.1 ? "line \(lines.0)" : "lines \(lines.0)–\(lines.1)"),
        "parts": .list(values),
      ]
    ])
  }
}
