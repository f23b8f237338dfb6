import ArticleModel

/// One small article that has every kind of node, built by hand, so that the readers do not matter.
enum Fixture {
  static let article = make()

  /// An article of one paragraph.
  static let other: Article = {
    var builder = FixtureBuilder(lines: ["One paragraph."], path: "other.txt")
    builder.addParagraph(1)
    return builder.finish()
  }()

  private static let lines = [
    "The Lamp Post",  // 1 series
    "Lighthouses and their keepers",  // 2 title
    "What remains of a profession",  // 3 subtitle
    "By Ann Lee, who writes about coasts",  // 4 author
    "12 May 2019",  // 5 date
    "A short history of lamps.",  // 6 lead
    "The keeper lit the lamp at dusk. He slept at dawn, as keepers do.",  // 7
    "The last keepers left in 1998,[1] and a lens by Fresnel stayed.[2] See the archive.",  // 8
    "“He slept at dawn”",  // 9 pull quote
    "Lamps and lenses",  // 10 heading
    "- [x] oil",  // 11 list, item
    "- gas",  // 12
    "> Let there be light.",  // 13 quote
    "lamp(on)",  // 14 code
    "[picture]",  // 15 figure
    "Table 1. Ranges of lights",  // 16
    "Lamp | Range",  // 17
    "oil | 12",  // 18
    "gas | 18",  // 19
    "Which lamp do you like?",  // 20 poll
    "Oil 33 (75%)",  // 21
    "Gas 11 (25%)",  // 22
    "A lens of the second order",  // 23 caption
    "Ranges",  // 24 heading
    "The range grew.",  // 25
    "1. Harbour records, http://example.org/records.",  // 26 footnote
    "2. Ibid., p. 4.",  // 27 footnote
    "Share on a service",  // 28 boilerplate
  ]

  private static func make() -> Article {
    var article = FixtureBuilder(lines: lines)
    article.addMetadata()
    article.addText()
    article.addTableAndPoll()
    article.addEnd()
    return article.finish()
  }
}

private struct FixtureBuilder: ~Copyable {
  var builder: ArticleBuilder

  init(lines: [String], path: String = "fixture.txt") {
    builder = ArticleBuilder(
      path: path, format: .text, source: Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  consuming func finish() -> Article { builder.finish() }

  /// The bytes of a line, counted from 1, its end not included.
  func span(_ line: Int, last: Int? = nil) -> ByteSpan {
    let start = builder.lines.range(ofLine: line - 1).lowerBound
    return ByteSpan(start..<builder.lines.range(ofLine: (last ?? line) - 1).upperBound - 1)
  }

  mutating func node(_ kind: NodeKind, _ line: Int, last: Int? = nil, text: String? = nil) -> Node {
    var node = Node(kind: kind, source: span(line, last: last), reason: .prose)
    let source = Array(builder.source[node.source.range])
    if text != "" { node.text = builder.appendText(text.map { Array($0.utf8) } ?? source) }
    return node
  }

  mutating func addParagraph(_ line: Int) { builder.add(node(.paragraph, line)) }

  mutating func addMetadata() {
    builder.series = "The Lamp Post"
    builder.title = "Lighthouses and their keepers"
    builder.subtitle = "What remains of a profession"
    builder.authors = [Author(name: "Ann Lee", about: "writes about coasts")]
    builder.date = "2019-05-12"
    builder.language = "en"
    let fields: [FrontMatterField] = [.series, .title, .subtitle, .authors, .date]
    for (index, field) in fields.enumerated() {
      builder.frontMatter.append(FrontMatterEntry(field: field, source: span(index + 1)))
    }
  }

  mutating func addText() {
    var lead = node(.paragraph, 6)
    lead.role = .lead
    builder.add(lead)
    let first = builder.add(node(.paragraph, 7))
    addCitingParagraph()
    var quote = node(.pullQuote, 9, text: "He slept at dawn")
    quote.of = Int32(first)
    builder.add(quote)
    var heading = node(.heading, 10)
    heading.level = 2
    builder.add(heading)
    addList()
    builder.add(node(.quote, 13, text: "Let there be light."))
    builder.add(node(.code, 14))
    builder.add(node(.figure, 15, text: ""))
  }

  private mutating func addCitingParagraph() {
    let text = "The last keepers left in 1998, and a lens by Fresnel stayed. See the archive."
    let index = builder.add(node(.paragraph, 8, text: text))
    let arena = builder.nodes[index].text.start
    let line = span(8).start
    for (number, offset, textOffset) in [(1, 30, 30), (2, 63, 60)] {
      let label = builder.appendLabelOutOfLine(Array("\(number)".utf8)[...])
      builder.addReference(
        Reference(
          number: number, label: label, node: index,
          source: ByteSpan(offset: line + offset, count: 3),
          textOffset: arena + textOffset))
      builder.updateReference(number - 1) { $0.footnote = Int32(number - 1) }
    }
    let href = builder.appendText("http://example.org/archive".utf8)
    builder.setRuns(
      [
        Run(style: [.link, .strong], text: ByteSpan(offset: arena + 65, count: 11), href: href),
        Run(style: .reference, text: .empty, reference: 0),
      ], of: index)
  }

  private mutating func addList() {
    var list = node(.list, 11, last: 12, text: "")
    list.isOrdered = true
    list.payload = 3
    _ = builder.open(list)
    var item = node(.item, 11, text: "oil")
    item.isChecked = true
    builder.add(item)
    builder.add(node(.item, 12, text: "gas"))
    builder.close()
  }

  mutating func addTableAndPoll() {
    let table = builder.add(node(.table, 16, last: 19, text: ""))
    var record = Table(node: table)
    record.label = builder.appendText("Table 1".utf8)
    record.caption = builder.appendText("Ranges of lights".utf8)
    record.hasHeader = true
    let rows = [["Lamp", "Range"], ["oil", "12"], ["gas", "18"]].map { row in
      row.map { cell in
        let text = builder.appendText(cell.utf8)
        let runs = cell == "gas" ? builder.addRuns([Run(style: .emphasis, text: text)]) : .empty
        return Cell(text: text, runs: runs, source: .empty)
      }
    }
    builder.addTable(record, rows: rows)
    let poll = builder.add(node(.poll, 20, last: 22, text: ""))
    var votes = Poll(node: poll, question: builder.appendText("Which lamp do you like?".utf8))
    votes.total = 44
    let options = [("Oil", 33, 75.0), ("Gas", 11, 25.0)].map { label, count, percent in
      PollOption(
        label: builder.appendText(label.utf8), votes: count, percent: percent, source: .empty)
    }
    builder.addPoll(votes, options: options)
  }

  mutating func addEnd() {
    var caption = node(.caption, 23)
    caption.of = Int32(builder.nodes.firstIndex { $0.kind == .figure }!)
    builder.add(caption)
    var heading = node(.heading, 24)
    heading.level = 2
    builder.add(heading)
    builder.add(node(.paragraph, 25))
    for (number, text) in [
      (1, "Harbour records, http://example.org/records."), (2, "Ibid., p. 4."),
    ] {
      let note = builder.add(node(.footnote, 25 + number, text: text))
      var footnote = Footnote(
        node: note, number: number, label: builder.appendText("\(number)".utf8))
      if number == 2 { footnote.antecedent = 0 }
      builder.addFootnote(footnote)
    }
    var share = node(.boilerplate, 28)
    share.reason = .share
    builder.add(share)
    builder.diagnostics.append(
      Diagnostic(.headingDoubtful, .info, "this may be a short paragraph", at: span(24).start))
  }
}
