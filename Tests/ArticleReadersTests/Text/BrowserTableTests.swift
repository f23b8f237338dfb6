import ArticleModel
import Testing

/// What lynx makes of tables: columns with one space between their widest cells.
@Suite("Tables as text browsers print them")
struct BrowserTableTests {
  private static let above = """
                           The ferries of Oster

       The ferries of the town were measured in the spring after the great
       flood, and the harbour master wrote down what he found in a book that
       the widows of the ropewalk still have, for it was never called for by
       anybody, and the clerk of Haddon did not ask for it in all those years.


    """

  private func read(_ table: String, above: String = above) -> Article {
    let source = above + table + "\n\n   The widows kept the book in a chest.\n"
    return readText(source)
  }

  @Test(
    "A space that some row fills up parts columns; one that is a single space in all rows parts words"
  )
  func words() {
    let article = read(
      """
            Ferry    Length   Route of the year
         Oster       12 ells North bank to mill
         Little Alma 9 ells  North side to quay
         Wester      14 ells North bank to quay
      """)
    #expect(
      article.rows == [
        ["Ferry", "Length", "Route of the year"], ["Oster", "12 ells", "North bank to mill"],
        ["Little Alma", "9 ells", "North side to quay"],
        ["Wester", "14 ells", "North bank to quay"],
      ])
    #expect(article.tables.first?.hasHeader == true)
  }

  @Test("Cells may be empty, in the first column as well")
  func emptyCells() {
    let article = read(
      """
                 Oster Wester Alma
         Oster   1     0.93   0.91
         Wester        1      0.88
         Alma                 1
      """)
    #expect(
      article.rows == [
        ["", "Oster", "Wester", "Alma"], ["Oster", "1", "0.93", "0.91"],
        ["Wester", "", "1", "0.88"], ["Alma", "", "", "1"],
      ])
  }

  @Test("Numbers stand in columns of their own, groups of digits and what is in brackets do not")
  func numbers() {
    let article = read(
      """
         Ferry  1811 1812 Toll         Sheep
         Oster  0.12 0.14 1.20 (0.10)  12 500
         Wester 0.31 0.33 2.40 (0.20)  11 200
         Alma   0.52 0.51 11.40 (0.20) 13 100
      """)
    #expect(
      article.rows == [
        ["Ferry", "1811", "1812", "Toll", "Sheep"],
        ["Oster", "0.12", "0.14", "1.20 (0.10)", "12 500"],
        ["Wester", "0.31", "0.33", "2.40 (0.20)", "11 200"],
        ["Alma", "0.52", "0.51", "11.40 (0.20)", "13 100"],
      ])
  }

  @Test("A caption may stand right above the rows, and the first rows need no wide space")
  func caption() {
    let article = read(
      """
                Table 3: Ferries of the river
         Ferries Length
         Seagull 12
         Alma    14
         Oster   11
      """)
    #expect(
      article.rows == [
        ["Ferries", "Length"], ["Seagull", "12"], ["Alma", "14"], ["Oster", "11"],
      ])
    #expect(article.string(article.tables[0].label) == "Table 3")
  }

  @Test(
    "Prose and programs are no tables",
    arguments: [
      """
         The ferry sank.  The harbour master, who had seen it,  went home and
         was not seen again.  His clerk, who had  seen nothing, was asked by the
         town.  The widows sang a song, and nobody knows the words of it today,
         as it was not written down.  They never  sang it again in the harbour.
      """,
      """
      import harbour
      print('ferry' in harbour)  # False
      result = harbour.load('a')
      print('ferry' in harbour)  # True
      """,
      """
      x +=  y # In-place add
      x -=  y # In-place minus
      x //= y # In-place division
      x **= y # In-place power
      """,
    ])
  func noTables(text: String) {
    #expect(read(text).tables.isEmpty)
  }
}
