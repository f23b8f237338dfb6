import ArticleModel
import Testing

/// Lines that look like something else at a glance.
@Suite("What single lines are")
struct LineShapeTests {
  private static let prose =
    "The weir was built by the monks of Dore in the year 1310, and it was mended in 1822 by the parish.\n\n"

  private func page(_ part: String) -> Article {
    readText("The weir\n\n" + Self.prose + part + "\n\n" + Self.prose)
  }

  @Test(
    "A short sentence that ends with a marker is no heading",
    arguments: [
      "It was raining when she came.1", "It was raining when she came.¹",
      "It was raining when she came.(1)", "Es regnete, als sie kam.1)",
      "It was raining when she came³.", "It was raining when she came.^3",
      "It was raining when she came.\\[3\\]", "It was raining when she came.[a]",
      "It was raining when she came.*", "It was raining when she came.†",
      "It was raining when she came.^[3]", "It was raining when she came.[*]",
      "Attendance: 1,204", "Serving size: 1 cup", "Source: https://weirs.example/dore",
      "Listing: src/weir.rs", "[dependencies]",
      "It was raining when she came.[1]", "It was raining when she came.[note 1]",
    ])
  func sentences(_ line: String) {
    #expect(page(line).texts(.heading).isEmpty)
  }

  @Test(
    "What breaks off, stands in brackets or cries out is no heading",
    arguments: [
      "Your choices are few: either", "It is navigable if it is such that", "(Artist: Hanna Bell)",
      "This is far better than the old way of counting!", "The boats are wet —", "It is a toy ;)",
      "（图片来自水务局）",
    ])
  func parts(of line: String) {
    #expect(page(line).texts(.heading).isEmpty)
    #expect(page("Great, let's get started!").texts(.heading).count == 1)
  }

  @Test("A command typed at a prompt is code, a price is none")
  func commands() {
    #expect(page("$ npm install boats").texts(.code) == ["$ npm install boats"])
    #expect(page("$ 12 for a boat").texts(.code).isEmpty)
  }

  @Test("A paragraph that begins with a credit is text")
  func credits() {
    let line =
      "© Provided by River News Inc The mill surprised the world last week. "
      + Self.prose.dropLast(2) + " There is not one boat that they did not count there"
    #expect(page(line).texts(.boilerplate).isEmpty)
  }

  @Test("Numbers that were measured cite no notes")
  func series() {
    let article = page("The lengths are [2, 3, 5, 2, 12] in feet.")
    #expect(article.references.isEmpty)
    #expect(page("The lengths are known [2, 3, 5, 12] of old.").references.count == 4)
  }

  @Test(
    "A line of two sentences is no heading",
    arguments: [
      "Three boats have arrived. They are Ann, Bess and Cora", "He asked the keeper. “Who was it?”",
    ])
  func twoSentences(_ line: String) {
    #expect(page(line).texts(.heading).isEmpty)
  }

  @Test(
    "In a novel, a line with speech or with a mark of tone is no heading; in a report it may be")
  func speech() {
    let said = (1...6).map { "“I have asked \($0) of them,” she said, and looked away.\n\n" }
      .joined()
    let lines = [
      "“The weir?” he asked", "She laughed!", "And the rest of it …", "The ‘second’ day", "",
    ]
    .joined(separator: "\n\n" + Self.prose)
    let novel = page(said + said + lines)
    #expect(novel.texts(.heading) == ["The ‘second’ day"])
    let report = page(said + lines + [String](repeating: Self.prose, count: 20).joined())
    #expect(report.texts(.heading).count == 3)
    #expect(page("“We are not afraid!”").texts(.heading) == ["“We are not afraid!”"])
  }

  @Test("What a program says again and again is no heading, a heading may come twice")
  func recurring() {
    let line = "1 gate opened, 2 gates shut"
    #expect(page(line + "\n\n" + Self.prose + line).texts(.heading).count == 2)
    let heading = [String](repeating: "How to get there", count: 3)
      .joined(separator: "\n\n" + Self.prose)
    #expect(page(heading + "\n\n" + Self.prose).texts(.heading).count == 3)
    let often = [String](repeating: line, count: 3).joined(separator: "\n\n" + Self.prose)
    #expect(page(often).texts(.heading).isEmpty)
  }

  @Test(
    "A heading may end with a number, and hold an abbreviation",
    arguments: [
      "“Thumper” ($20)", "An interview with Prof. Smith", "The story of Warner Bros. Pictures",
      "The voyage of Capt. Cook",
      "Version 2.1", "The weir in 1822", "Part 1", "Climate: 10 things to know", "Winner: AC/DC",
      "Review: Node.js",
    ])
  func headings(_ line: String) {
    #expect(page(line).texts(.heading) == [line])
  }

  @Test(
    "Prose is no code, whatever signs it has",
    arguments: [
      "Meier, A. (2001): Klima. Berlin: Springer.\nHuber, B. (2002): Wetter. In: Zeitschrift, S. 4–9.",
      "Anna Meier (Mary); Karl Huber (John);\nLisa Gross (the heron); Hans Klein (the mayor)",
      "The river runs so deep and wide;\nThe miller has the moon beside;",
    ])
  func prose(_ lines: String) {
    #expect(page(lines).texts(.code).isEmpty)
  }

  @Test("Signs of programs at the start of a text are looked at within it")
  func signsAtStart() {
    #expect(uncoveredLines(readText("):``[")).isEmpty)
    #expect(uncoveredLines(readText(") : x\n):\n)")).isEmpty)
  }

  @Test("Programs are code")
  func programs() {
    #expect(page("def f(x):\n  return g(x)").texts(.code).count == 1)
    #expect(page("int mills;\nmills = 12;").texts(.code).count == 1)
  }

  @Test(
    "Queries of a database are code, with a line for each clause or without blank lines around them"
  )
  func queries() {
    let query = "WITH ships AS (\nSELECT *\nFROM harbour\n)\nSELECT\nname,\nFROM\nships;"
    #expect(page(query).texts(.code).count == 1)
    let packed = readText("The weir\n" + Self.prose.dropLast() + query + "\n" + Self.prose)
    #expect(packed.texts(.code).count == 1)
    #expect(packed.texts(.heading) == [])
    let verse =
      "FROM harmony, from heavenly harmony,\nThis universal frame began:\nJOIN us at the mill"
    #expect(page(verse).texts(.code) == [])
    #expect(page("UPDATE March 3\nThe council has said that it is so.").texts(.code) == [])
    #expect(page("FROM THE EDITOR").texts(.heading) == ["FROM THE EDITOR"])
  }

  @Test("A line that is drawn again and again is no pull quote")
  func drawnLines() {
    let line = "─────────────────────────\n\n"
    #expect(page("avg\n\n\(line)4.3\n\n\(line)stddev\n\n\(line)").texts(.pullQuote) == [])
  }

  @Test("A clause (c) is no notice of copyright")
  func clauses() {
    let article = page(
      "(a) The tenant pays.\n\n(b) The tenant mends the roof.\n\n(c) The tenant keeps no eels.")
    #expect(article.texts(.boilerplate).isEmpty)
    #expect(page("(c) 2019 The Oster Times").texts(.boilerplate) == ["(c) 2019 The Oster Times"])
  }

  @Test("Two dashes begin a signature only where short lines end the text")
  func signature() {
    #expect(page("--\n\(Self.prose)").texts(.boilerplate).isEmpty)
    let mail = readText("The weir\n\n" + Self.prose + "--\nAnn Lee\nOster")
    #expect(mail.texts(.boilerplate).count == 1)
  }

  @Test(
    "Items whose text stands apart from their marks are items",
    arguments: ["-   ", "*   ", "1.  "])
  func looseMarks(_ mark: String) {
    let second = mark.replacing("1", with: "2")
    let article = page(
      "It has these parts:\n\n\(mark)The wheel, which is of oak\n\(second)The stones, which are not"
    )
    #expect(article.tables.isEmpty)
    #expect(article.texts(.item) == ["The wheel, which is of oak", "The stones, which are not"])
  }

  @Test(
    "Four short lines that follow each other are a list whose marks were lost, three may be headings"
  )
  func listedNames() {
    let lines = ["Barry Water", "Dora Nahe", "Greg Smith", "Paul Gallen"]
    #expect(page(lines.joined(separator: "\n\n")).texts(.heading).isEmpty)
    #expect(page(lines.dropLast().joined(separator: "\n\n")).texts(.heading).count == 3)
  }

  @Test("Who is quoted stands below a quotation: no list, and the quotation no heading")
  func attributions() {
    let article = page("“Nobody has one like it.”\n\n— Keeper Jones")
    #expect(article.texts(.heading).isEmpty)
    #expect(article.texts(.item).isEmpty)
    #expect(page("— Oster\n\n— Wester").texts(.item) == ["Oster", "Wester"])
  }

  @Test("Questions of an interview are no headings")
  func questions() {
    #expect(page("Q: Where was it built?\n\nA: At the weir").texts(.heading).isEmpty)
  }

  @Test("A first line of two sentences is no title")
  func sentences() {
    let text = "The cat sat on the mat. It rained."
    let article = readText(
      text + "\n\nThe keepers lit the lamps at dusk and wrote down every ship.\n")
    #expect(article.title == nil)
    #expect(article.texts(.paragraph).first == text)
  }

  @Test("A dash may part a figure's label from its caption", arguments: ["–", "—", "-", "|"])
  func captions(dash: String) {
    let line = "Figure 1 \(dash) The mill in 1901."
    #expect(page(line).texts(.caption) == [line])
    #expect(page("Figure 1 shows the mill \(dash) in 1901.").texts(.caption).isEmpty)
  }

  @Test("Numbered lines between paragraphs are headings, one alone or several in a row are items")
  func numberedHeadings() {
    let article = page(
      "1. Introduction\n\n" + Self.prose + "2. The gate\n\n" + Self.prose + "2.1 The lock")
    #expect(article.texts(.heading) == ["1. Introduction", "2. The gate", "2.1 The lock"])
    #expect(page("1. The wheel\n2. The stones").texts(.item).count == 2)
    #expect(page("1. The wheel").texts(.item).count == 1)
  }

  @Test("Numbered headings may be counted down, and one may be missing")
  func countedDown() {
    let names = ["Weir", "Gate", "Mill", "Lock", "Quay"]
    func list(_ numbers: [Int]) -> String {
      numbers.map { "\($0)) The \(names[$0 - 1])\n\n\(Self.prose)" }.joined()
    }
    #expect(page(list([5, 4, 3, 2, 1])).texts(.heading).count == 5)
    #expect(page(list([1, 2, 3, 5])).texts(.heading).count == 4)
    #expect(page(list([5, 4, 3])).texts(.heading).count == 3)
    #expect(page(list([5, 3, 1])).texts(.item).count == 3)
  }

  @Test("A number that goes on below *Read more* heads the next section")
  func numberBelowRelated() {
    let article = page("1. The gate\n\n" + Self.prose + "Read more\n\n2. The lock\n\n" + Self.prose)
    #expect(article.texts(.heading) == ["1. The gate", "2. The lock"])
    let list = page("Read more\n\n1. The gate is shut\n\n2. The lock is not")
    #expect(list.texts(.boilerplate).joined().contains("lock"))
  }

  @Test("A list of contents is no list of notes")
  func contents() {
    let article = readText(
      "The weir\n\nIt was built by monks.[1] It was mended in 1822.[2]\n\nContents\n\n1 Wheel\n2 Stones\n\nWheel\n\n"
        + Self.prose + "References\n\n- ^ Deeds of the abbey.\n- ^ Bills of the parish.\n")
    #expect(article.texts(.footnote) == ["Deeds of the abbey.", "Bills of the parish."])
    #expect(article.references.map(\.footnote) == [0, 1])
  }

  @Test("Arrows back to the text are no part of a note", arguments: ["↩", "↩\u{FE0E}", "↑ ↩"])
  func arrows(_ arrow: String) {
    let article = page("It was mended.[1]\n\n[1] Deeds of the abbey. \(arrow)")
    #expect(article.texts(.footnote) == ["Deeds of the abbey."])
  }

  @Test("Two spaces behind a full stop make no table")
  func wideFullStop() {
    let article = page("   Pigeons are slow.  The words are as in the\n   old paper.")
    #expect(article.tables.isEmpty)
  }

  @Test(
    "A sentence between lines of the page is text",
    arguments: [("Advertisement", "READ MORE: The roof that fell"), ("Share", "Tweet")])
  func betweenButtons(above: String, below: String) {
    let sentence = "The roof fell in 1990 and was never mended."
    let article = page("\(above)\n\(sentence)\n\(below)")
    #expect(article.texts(.paragraph).contains(sentence))
  }
}
