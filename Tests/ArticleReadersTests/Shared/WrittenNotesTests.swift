import ArticleModel
import ArticleReaders
import Testing

@Suite("Notes that a page or a Markdown text writes without links")
struct WrittenNotesTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var format: ArticleFormat
    var source: String
    /// The markers in the source, in the order of the text.
    var markers: [String]

    init(_ name: String, _ format: ArticleFormat, _ source: String, _ markers: [String]) {
      testDescription = name
      self.format = format
      self.source = source
      self.markers = markers
    }
  }

  private static func page(_ marks: [String], _ notes: String) -> String {
    """
    <html lang="en"><body><article><h1>The mill</h1>
    <p>The mill was built in 1820.\(marks[0]) It burned down <b>twice</b>\(marks[1]).</p>
    <p>Later owners changed the wheel, which had been of oak, for one of iron\(marks[2]) and sold it.</p>
    \(notes)
    </article></body></html>
    """
  }

  private static func markdown(_ marks: [String], _ notes: String) -> String {
    """
    # The mill

    The mill was built in 1820.\(marks[0]) It burned down **twice**\(marks[1]).

    Later owners changed the wheel, which had been of oak, for one of iron\(marks[2]) and sold it.

    \(notes)
    """
  }

  private static let list = """
    <h2>Notes</h2><ol><li>Smith, <i>Mills</i>, p. 4.</li><li>Ibid., p. 3.</li><li>Land register.</li></ol>
    """

  static let samples: [Sample] = [
    Sample(
      "raised numbers, a list", .html,
      page(["<sup>1</sup>", "<sup>2</sup>", "<sup>3</sup>"], list), ["1", "2", "3"]),
    Sample(
      "raised brackets, links that lead nowhere", .html,
      page(["<sup>[1]</sup>", " <a href='#fn2'>2</a>", "<sup><a href='#fn3'>[3]</a></sup>"], list),
      ["[1]", "2", "[3]"]),
    Sample(
      "paragraphs", .html,
      page(
        [" [1]", "[2]", "&#91;3]"],
        "<p>[1] Smith, <i>Mills</i>, p. 4.<p>[2] Ibid., p. 3.<p>[3] Land register."),
      ["[1]", "[2]", "3]"]),
    Sample(
      "one paragraph with breaks", .html,
      page(
        ["<sup>1</sup>", "<sup>2</sup>", "¹"].map { $0 == "¹" ? "³" : $0 },
        "<p><sup>1</sup> Smith, <i>Mills</i>, p. 4.<br><sup>2</sup> Ibid., p. 3.<br/>\n<sup>3</sup> Land register.</p>"
      ), ["1", "2", "³"]),
    Sample(
      "labels in paragraphs of their own", .html,
      page(
        ["[1]", "[2]", "[3]"],
        "<hr><p>[1]</p><p>Smith, <i>Mills</i>, p. 4.</p><p>[2]<p>Ibid., p. 3.<p>[3]</p>\n<p>Land register.</p>"
      ),
      ["[1]", "[2]", "[3]"]),
    Sample(
      "labels in paragraphs of their own", .markdown,
      markdown(
        ["[1]", "[2]", "[3]"],
        "[1]\n\nSmith, *Mills*, p. 4.\n\n[2]\n\nIbid., p. 3.\n\n[3]\n\nLand register."),
      ["[1]", "[2]", "[3]"]),
    Sample(
      "paragraphs", .markdown,
      markdown(
        [" [1]", "\\[2\\]", "[3]"],
        "## Notes\n\n[1] Smith, *Mills*, p. 4.\n\n[2] Ibid., p. 3.\n\n\\[3\\] Land register."),
      ["[1]", "\\[2\\]", "[3]"]),
    Sample(
      "lines", .markdown,
      markdown(
        ["[1]", "[2]", "[3]"],
        "[1] Smith, *Mills*,\np. 4.\n[2] Ibid., p. 3.\n[3] Land register."),
      ["[1]", "[2]", "[3]"]),
    Sample(
      "raised numbers, a list", .markdown,
      markdown(
        ["<sup>1</sup>", "²", "<sup>[3](#fn3)</sup>"],
        "## Notes\n\n1. Smith, *Mills*, p. 4. [↩](#r1)\n2. Ibid., p. 3.\n3. Land register."),
      ["1", "²", "3"]),
  ]

  @Test(arguments: samples)
  func areLinked(_ sample: Sample) {
    let article = ArticleReader.read(Array(sample.source.utf8), path: "m", format: sample.format)
    #expect(
      article.footnotes.map { note in
        let node = article.nodes[Int(note.node)]
        return article.string(note.label) + " " + article.marked(node.text, node.runs)
      } == ["1 Smith, *Mills*, p. 4.", "2 Ibid., p. 3.", "3 Land register."])
    #expect(article.footnotes[1].antecedent == 0)
    #expect(article.references.map { Int($0.footnote) } == [0, 1, 2])
    #expect(article.references.map { article.sourceString($0.source) } == sample.markers)
    let paragraphs = article.nodes.filter { $0.kind == .paragraph }
    #expect(
      paragraphs.map { article.marked($0.text, $0.runs) } == [
        "The mill was built in 1820.[1] It burned down *twice*[2].",
        "Later owners changed the wheel, which had been of oak, for one of iron[3] and sold it.",
      ])
    #expect(!article.nodes.contains { $0.kind == .list || $0.kind == .item })
    #expect(brokenSpans(article).isEmpty)
    #expect(uncoveredLines(article).isEmpty)
    // The lines of the notes are theirs, each once.
    let sources = article.footnotes.map { article.nodes[Int($0.node)].source }
    for (one, next) in zip(sources, sources.dropFirst()) { #expect(one.end <= next.start) }
    #expect(article.diagnostics.isEmpty)
  }

  @Test("A pull quote that cites a note without a link keeps who says it")
  func attributedPullQuote() {
    let prose =
      "The mill was built in 1820 by two brothers who had come from the north, and it burned down twice."
    let page = """
      <article><h1>The mill</h1><p>\(prose)[1]</p><p>\(prose)</p>
      <blockquote class="pullquote"><p>The mill was built in 1820 by two brothers who had come from the north.[1]</p><cite>Ann Lee</cite></blockquote>
      <p>[1] Smith, p. 4.</p></article>
      """
    let article = ArticleReader.read(Array(page.utf8), path: "m", format: .html)
    #expect(article.footnotes.count == 1)
    #expect(brokenSpans(article).isEmpty)
  }

  @Test("What stands before the first label of a paragraph stays a paragraph")
  func introduction() {
    let source = WrittenNotesTests.page(
      ["[1]", "[2]", "[3]"],
      "<p>Notes and <i>sources</i>:<br>[1] Smith, <i>Mills</i>, p. 4.<br>[2] Ibid., p. 3.<br>[3] Land register.</p>"
    )
    let article = ArticleReader.read(Array(source.utf8), path: "m", format: .html)
    #expect(
      article.footnotes.map { note in
        let node = article.nodes[Int(note.node)]
        return article.string(note.label) + " " + article.marked(node.text, node.runs)
      } == ["1 Smith, *Mills*, p. 4.", "2 Ibid., p. 3.", "3 Land register."])
    #expect(article.references.map { Int($0.footnote) } == [0, 1, 2])
    let last = article.nodes.last { $0.kind == .paragraph }!
    #expect(article.marked(last.text, last.runs) == "Notes and *sources*:")
    #expect(uncoveredLines(article).isEmpty)
    #expect(brokenSpans(article).isEmpty)
  }

  @Test func cellsAndCaptionsCiteToo() {
    let source = """
      Table 1: Ships [2] by year

      | Year | Ships |
      |---|---|
      | 1900 | 12 [1], or **13** |

      [1] The harbour book.
      [2] Compiled.
      """
    let article = ArticleReader.read(Array(source.utf8), path: "m", format: .markdown)
    #expect(article.references.map { article.string($0.label) }.sorted() == ["1", "2"])
    #expect(
      article.cells.map { article.marked($0.text, $0.runs) } == [
        "Year", "Ships", "1900", "12[1], or *13*",
      ])
    #expect(article.tables.map { article.string($0.caption) } == ["Ships by year"])
    #expect(article.tables.map { article.string($0.label) } == ["Table 1"])
  }

  @Test func notesKeepTheirFurtherParagraphs() {
    let source = """
      It grew[1] and grew.[2]

      [1] The harbour book.

      It has a second part.

      [2] Land register.
      """
    let article = ArticleReader.read(Array(source.utf8), path: "m", format: .markdown)
    let note = Int(article.footnotes[0].node)
    #expect(
      article.children(of: note).map { article.string(article.nodes[$0].text) } == [
        "It has a second part."
      ])
    #expect(article.footnotes.count == 2)
    // The first note holds its further paragraph, which is nothing else besides.
    #expect(repeatedTexts(article).isEmpty)
    #expect(!article.nodes.contains { $0.kind == .boilerplate })
  }

  /// The source may spell a label in a way that its text does not show.
  @Test(arguments: [
    "Rain[1] falls[2] or[3].\n\n[1] ax\n&#91;2&#93; bx\n&#91;3&#93; cx\n",
    "Rain[1] falls[2] or[3].\n\n\\[**1**\\] ax<br>\\[**2**\\] bx<br>\\[**3**\\] cx\n",
    "Rain[1] falls[2] or[3].\n\n> [1] ax\n> [2] bx\n> [3] cx\n",
    "Rain[1] falls[2] or[3].\n\n[1] ax<br>&nbsp;[2] bx<br>&lbrack;3&rbrack; cx\n",
  ])
  func labelsOfSpellings(_ source: String) {
    let article = ArticleReader.read(Array(source.utf8), path: "m", format: .markdown)
    #expect(
      article.footnotes.map { article.string(article.nodes[Int($0.node)].text) } == [
        "ax", "bx", "cx",
      ])
    #expect(brokenSpans(article).isEmpty)
    let sources = article.footnotes.map { article.sourceString(article.nodes[Int($0.node)].source) }
    for (text, part) in zip(["ax", "bx", "cx"], sources) {
      #expect(part.contains(text) && part.count < 30)
    }
  }

  @Test(arguments: [
    ("Rain in step 2 of 3<sup>1</sup>, see page 7<sup>2</sup>.", ["3<sup>1", "page 7<sup>2"]),
    (
      "Chapter 1 is about rain<sup>1</sup> and 2 hills<sup>2</sup>.", ["rain<sup>1", "hills<sup>2"]
    ),
    (
      "It cost 1 crown in 2 towns &#91;1&#93; there &#91;2&#93;.", ["towns &#91;1", "there &#91;2"]
    ),
  ])
  func placesAreThoseOfMarkers(_ sentence: String, _ before: [String]) {
    let source =
      "<article><h1>T</h1><p>\(sentence)</p><p>Text of the town.</p><h2>Notes</h2><ol><li>ax</li><li>bx</li></ol></article>"
    let article = ArticleReader.read(Array(source.utf8), path: "m", format: .html)
    #expect(article.references.count == 2)
    for (reference, text) in zip(article.references, before) {
      let end = reference.source.end
      #expect(String(source.utf8.prefix(end))?.hasSuffix(text) == true)
    }
  }

  /// What is no series of notes stays what the markup says.
  @Test(arguments: [
    "Mix the flour in 2 steps, then rest.\n\n1. Mix it.\n2. Rest it.\n",
    "The field has 40 m<sup>2</sup> and the sea 3 km<sup>3</sup>.\n\n1. Mix it.\n2. Rest it.\n",
    "Let E=mc<sup>2</sup> and (a+b)<sup>2</sup> and 10<sup>1</sup>.\n\n1. Mix it.\n2. Rest it.\n",
    "Add x<sup>1</sup> and y<sup>2</sup>, Ca<sup>2+</sup>, 10<sup>-3</sup>.\n\n1. Mix it.\n2. Rest it.\n",
    "Call `a[1]` and `a[2]`.\n\n[1] is the first of all.\n\n[2] is the second.\n",
    "See [1](https://a.example) and [2](https://b.example).\n\n1. Mix it.\n2. Rest it.\n",
  ])
  func othersAreLeft(_ source: String) {
    let article = ArticleReader.read(Array(source.utf8), path: "m", format: .markdown)
    #expect(article.footnotes.isEmpty)
    #expect(article.references.isEmpty)
  }

  @Test func linkedNotesAreLeftAlone() {
    let source = "It grew.[^1] The sum is in [2].\n\n[2] Register.\n\n[^1]: The harbour book.\n"
    let article = ArticleReader.read(Array(source.utf8), path: "m", format: .markdown)
    #expect(article.footnotes.count == 1)
    #expect(article.references.count == 1)
  }

  @Test("Markers have their place in the text of their note, not behind a space that was cut off")
  func markersBesideSpaces() {
    let source = "\u{10}[1]\r[1][X]\r8 [1,1]\r[X]\0"
    let article = ArticleReader.read(Array(source.utf8), path: "m", format: .markdown)
    #expect(article.references.count > 0)
    for node in article.nodes {
      for run in article.runs[node.runs.range] where run.reference >= 0 {
        #expect(run.text.end <= node.text.end)
      }
    }
  }
}
