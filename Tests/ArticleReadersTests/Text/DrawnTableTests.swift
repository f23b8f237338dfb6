import ArticleModel
import ArticleReaders
import Testing

@Suite("Tables that are drawn with lines")
struct DrawnTableTests {
  /// An article with a part between paragraphs.
  private func page(_ part: String) -> Article {
    let text = "The keepers lit the lamps at dusk and wrote down every ship that they saw.\n\n"
    return readText(text + part + "\n" + text)
  }

  struct Layout: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var source: String

    init(_ name: String, _ source: String) {
      (testDescription, self.source) = (name, source)
    }
  }

  /// Each has the same header and two rows.
  static let layouts: [Layout] = [
    Layout(
      "database",
      """
      +--------+-------+
      | Ship   | Built |
      +--------+-------+
      | Oster  |  1790 |
      | Wester |  1791 |
      +--------+-------+
      """),
    Layout(
      "database without a frame",
      """
       Ship   | Built
      --------+-------
       Oster  |  1790
       Wester |  1791
      """),
    Layout(
      "database without a frame, lines drawn",
      """
       Ship   │ Built
      ────────┼───────
       Oster  │  1790
       Wester │  1791
      """),
    Layout(
      "outliner",
      """
      |--------+-------|
      | Ship   | Built |
      |--------+-------|
      | Oster  |  1790 |
      | Wester |  1791 |
      """),
    Layout(
      "boxes",
      """
      ┌────────┬───────┐
      │ Ship   │ Built │
      ├────────┼───────┤
      │ Oster  │ 1790  │
      ├────────┼───────┤
      │ Wester │ 1791  │
      └────────┴───────┘
      """),
    Layout(
      "grid",
      """
      +--------+-------+
      | Ship   | Built |
      +========+=======+
      | Oster  | 1790  |
      +--------+-------+
      | Wester | 1791  |
      +--------+-------+
      """),
    Layout(
      "dashes",
      """
        Ship    Built
        ------ ------
        Oster    1790
        Wester   1791
      """),
    Layout(
      "double strokes",
      """
      ====== =====
      Ship   Built
      ====== =====
      Oster  1790
      Wester 1791
      ====== =====
      """),
  ]

  @Test(arguments: layouts)
  func isRead(_ drawing: Layout) {
    let article = page(drawing.source + "\n")
    #expect(article.rows == [["Ship", "Built"], ["Oster", "1790"], ["Wester", "1791"]])
    #expect(article.tables.count == 1)
    #expect(article.tables.first?.hasHeader == true)
    #expect(uncoveredLines(article).isEmpty)
  }

  @Test("A cell may take several lines")
  func lines() {
    let grid = """
      +--------+-----------+
      | Ship   | Built     |
      +========+===========+
      | Oster  | 1790, of  |
      |        | oak       |
      +--------+-----------+
      | Wester | 1791      |
      +--------+-----------+
      """
    let strokes = """
      ====== =========
      Ship   Built
      ====== =========
      Oster  1790, of
             oak
      Wester 1791
      ====== =========
      """
    for source in [grid, strokes] {
      #expect(
        page(source + "\n").rows == [
          ["Ship", "Built"], ["Oster", "1790, of oak"], ["Wester", "1791"],
        ])
    }
  }

  @Test(
    "The caption may stand below",
    arguments: [
      ("Table: Ships by year", "", "Ships by year"), (": Table 1: Ships", "Table 1", "Ships"),
    ])
  func captions(line: String, label: String, caption: String) throws {
    let article = page(Self.layouts[5].source + "\n\n" + line + "\n")
    let table = try #require(article.tables.first)
    #expect(article.string(table.label) == label)
    #expect(article.string(table.caption) == caption)
  }

  @Test(
    "Drawings are no tables",
    arguments: [
      "+------+------+\n| 0x80 | 0x04 |   header\n+------+------+\n|  OP  |\n+------+\n",
      "Built in the year\n----- ---- ------\nso they say of it\n",
    ])
  func othersAreLeft(source: String) {
    #expect(page(source).tables.isEmpty)
  }
}
