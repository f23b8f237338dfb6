import ArticleModel
import ArticleReaders
import Testing

@Suite("Notes cited by letters or a word, beside numbered ones")
struct NamedSeriesTests {
  private static let text = """
    The lights of the coast

    The lower light was lit in 1791.[1] It burned oil@1 until the war.[2] The upper light came later,[3]@2 and was never lit in May.

    The keepers lived between the two lights.[4] They wrote down every ship of the day@1 and most of those of the night.[5]
    """

  /// Both series, cited with `style` for `@`, above lists.
  private static func source(_ style: (Int) -> String, _ lists: String) -> String {
    text.replacing("@1", with: style(1)).replacing("@2", with: style(2)) + "\n\n" + lists
  }

  private static let sources = [
    "Harbour book, p. 4.", "Smith, A. (1950). Lights. Saltby: Press.", "Ibid., p. 7.",
    "Harbour book, p. 9.", "Smith (1950), p. 12.",
  ]
  private static let explanations = ["Of whales, then of rape.", "The money had run out."]

  /// A heading and, below it, each text with a mark in front.
  private static func list(_ heading: String, _ texts: [String], _ mark: (Int) -> String) -> String
  {
    ([heading] + texts.enumerated().map { mark($0 + 1) + " " + $1 }).joined(separator: "\n")
      + "\n\n"
  }

  private static func letter(_ number: Int) -> String { ["a", "b", "c"][number - 1] }

  struct Layout: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var source: String
    /// The label of the first explanation.
    var label: String
  }

  static let layouts: [Layout] = [
    Layout(
      testDescription: "labels that tell",
      source: source(
        { "[note \($0)]" },
        list("Notes", explanations) { "[note \($0)]" } + list("References", sources) { "[\($0)]" }),
      label: "note 1"),
    Layout(
      testDescription: "two lists counted from 1, explanations first",
      source: source(
        { "[nb \($0)]" },
        list("Notes", explanations) { "\($0). ^" } + list("References", sources) { "\($0). ^" }),
      label: "nb 1"),
    Layout(
      testDescription: "two lists counted from 1, explanations last",
      source: source(
        letters,
        list("References", sources) { "\($0). ^" }
          + list("Explanatory notes", explanations) { "\($0). ^" }),
      label: "a"),
    Layout(
      testDescription: "letters and numbers",
      source: source(
        letters,
        list("Notes", explanations) { letter($0) + ". ^" }
          + list("Citations", sources) { "\($0). ^" }),
      label: "a"),
    Layout(
      testDescription: "lists without numbers",
      source: source(
        { "[Note \($0)]" },
        list("Notes", explanations) { _ in "- ^" } + list("References", sources) { _ in "- ^" }),
      label: "note 1"),
    Layout(
      testDescription: "a word of another language",
      source: source(
        { "[Anm. \($0)]" },
        list("Anmerkungen", explanations) { "[Anm. \($0)]" }
          + list("Einzelnachweise", sources) { "\($0). ↑" }),
      label: "anm. 1"),
  ]

  private static func letters(_ number: Int) -> String { "[\(letter(number))]" }

  private func article(_ source: String) -> Article {
    ArticleReader.read(Array(source.utf8), path: "a.txt", format: .text)
  }

  @Test(arguments: layouts)
  func bothSeries(_ layout: Layout) {
    let article = article(layout.source)
    let label = layout.label
    let second = label.replacing("1", with: "2").replacing(/^a$/, with: "b")
    #expect(
      article.references.map { article.string($0.label) }
        == ["1", label, "2", "3", second, "4", label, "5"])
    #expect(
      article.references.map { reference in
        reference.footnote < 0
          ? ""
          : article.string(article.nodes[Int(article.footnotes[Int(reference.footnote)].node)].text)
      }
        == [
          Self.sources[0], Self.explanations[0], Self.sources[1], Self.sources[2],
          Self.explanations[1], Self.sources[3], Self.explanations[0], Self.sources[4],
        ])
    #expect(article.footnotes.count == 7)
    #expect(article.diagnostics.isEmpty)
  }

  @Test("A word with a number is that number where nothing else is numbered")
  func aWordAlone() {
    let article = article(
      """
      The lower light was lit in 1791.[Fn. 1] It burned oil until the war, and later gas.[Fn. 2]

      [Fn. 1] Harbour book, p. 4.
      [Fn. 2] Smith, A. (1950). Lights. Saltby: Press.
      """)
    #expect(article.references.map(\.number) == [1, 2])
    #expect(article.references.map(\.footnote) == [0, 1])
  }

  @Test("A word whose notes are lost is no number")
  func lostNotes() {
    let article = article(
      Self.source({ "[note \($0)]" }, Self.list("References", Self.sources) { "\($0). ^" }))
    #expect(article.references.map(\.number) == [1, 2, 3, 4, 5])
    #expect(
      article.diagnostics.map(\.code) == [
        .referenceDoubtful, .referenceDoubtful, .referenceDoubtful,
      ])
    #expect(article.string(article.nodes[0].text).contains("oil[note 1] until"))
  }

  @Test("Labels in brackets tell of themselves what they are")
  func lettersAndNumbersInBrackets() {
    let article = article(
      """
      The lights of the coast

      The sill is of oak [a]. The gate is of iron [1], and the lock of brass [b].

      [a] Deeds of the abbey.
      [b] Letters to the abbot.
      [1] Bills of the smith.
      """)
    #expect(article.references.map { article.string($0.label) } == ["a", "1", "b"])
    #expect(
      article.references.map {
        article.string(article.nodes[Int(article.footnotes[Int($0.footnote)].node)].text)
      }
        == ["Deeds of the abbey.", "Bills of the smith.", "Letters to the abbot."])
  }

  @Test("Letters that change a quotation cite nothing")
  func changedLetters() {
    let article = article(
      """
      “[a]nd the light[1] was lit”, he wrote, “[b]ut the keepers[2] were gone[3] by then”, as others[4] say.

      Notes
      1. Harbour book, p. 4.
      2. Harbour book, p. 5.

      References
      1. Smith, A. (1950). Lights. Saltby: Press.
      2. Smith, A. (1951). More lights. Saltby: Press.
      3. Smith, A. (1952). No lights. Saltby: Press.
      4. Smith, A. (1953). Which lights? Saltby: Press.
      """)
    #expect(article.references.map(\.number) == [1, 2, 3, 4])
  }

  @Test("A list with more numbers than there are letters is none of letters")
  func manyItems() {
    let letters = "abcdefghijklmnopqrstuvwxyz".map { "Said[\($0)]" }.joined(separator: ", ")
    let items = (0..<30).map { "\(1 + 11 * $0). Deeds of the abbey." }.joined(separator: "\n")
    let article = article("The lights\n\n\(letters), and so on.\n\nNotes\n\n\(items)\n")
    #expect(article.footnotes.compactMap(\.number).count == 30)
  }

  @Test("A note ends before one of the other series, though the text seems to go on behind both")
  func notesOfTwoSeries() {
    let article = article(
      """
      The quay is old［1］ and wide（注3）.

      [1] The impatient will find it on p. 212.
      注3　同上、十五丁。

      His maps are a delight. They were drawn by his sister before the war.
      注6　梶原、前掲論文, whose letters say more [5].
      [5] Their correspondence is to be published by the Estuary Press.
      """)
    #expect(uncoveredLines(article) == [])
    #expect(article.footnotes.map { article.string($0.label) } == ["1", "注 3", "注 6", "5"])
  }
}
