import ArticleModel
import Testing

@Suite("Tables whose columns are kept apart by spaces")
struct PaddedTableTests {
  @Test("Rows that spaces fill up to one width may leave most cells empty")
  func rectangle() {
    let source = [
      "The ferries were compared with each other by their length.", "",
      "         Oster  Wester  Norder  Alma", "Oster    1      0.93    0.91    0.94",
      "Wester          1       0.88    0.86", "Norder                  1       0.92",
      "Alma                            1   ", "", "",
      "No two of them were alike, as the harbour master said.",
    ]
    let article = readText(source.joined(separator: "\n"))
    #expect(
      article.rows == [
        ["", "Oster", "Wester", "Norder", "Alma"], ["Oster", "1", "0.93", "0.91", "0.94"],
        ["Wester", "", "1", "0.88", "0.86"], ["Norder", "", "", "1", "0.92"],
        ["Alma", "", "", "", "1"],
      ])
  }

  @Test("Rows may be long where a cell holds a paragraph")
  func longRows() {
    let tale = String(repeating: "The ferry went over the river and back again. ", count: 60)
    let source =
      "Ship   Tale" + String(repeating: " ", count: tale.utf8.count) + "Built\n"
      + "Oster  " + tale + "   1790\n" + "Alma   Never told"
      + String(repeating: " ", count: tale.utf8.count - 10) + "   1802\n"
    let found = readText("The ferries of Oster\n\n" + source).rows
    #expect(found.count == 3)
    #expect(found.map(\.last) == ["Built", "1790", "1802"])
  }

  @Test("Lines drawn under the columns are no row")
  func rules() {
    let source = """
      The tolls of the ferry are listed below.

      ======  =====  =====
      Beast   Calm   Storm
      ======  =====  =====
      Sheep   a      b
      Cow     c      d
      ======  =====  =====

      """
    let article = readText(source)
    #expect(
      article.rows == [["Beast", "Calm", "Storm"], ["Sheep", "a", "b"], ["Cow", "c", "d"]])
    #expect(article.tables.first?.hasHeader == true)
  }

  @Test(
    "Columns of a program are no table",
    arguments: [
      """
      ferry.load(sheep)        # the toll is a penny
      ferry.cross()            # a quarter of an hour
      """,
      """
      toll    = number unit
      unit    = "penny" | "shilling"
      """.replacing("|", with: "/"),
      """
      bool is_afloat;      /* since 1790 */
      int sheep_count;     /* of the last load */
      """,
      """
      >>> ferry.sheep      ferry.cows
      >>> ferry.salt
      """,
    ])
  func programs(_ program: String) {
    let article = readText(
      "The ferry can be steered in this way.\n\n\(program)\n\nNobody has tried it.\n")
    #expect(article.tables.count == 0)
  }
}
