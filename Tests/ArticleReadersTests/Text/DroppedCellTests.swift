import ArticleModel
import Testing

@Suite("Tables from which an extractor dropped the empty cells")
struct DroppedCellTests {
  private func tables(_ source: String) -> [[[String]]] {
    let article = readText(source)
    return article.tables.map { table in
      article.tableRows[table.rows.range].map { row in
        article.cells[row.range].map { article.string($0.text) }
      }
    }
  }

  @Test("Cells go back under those that look like them")
  func columns() {
    let source = """
      Ship | Built | Wood | Lost | Place |
      ---|---|---|---|---|
      Oster | 1790 | oak | 12 March | Lindmoor |
      Wester | 1791 | pine | 3 April | Haddon |
      Norder | 1795 | oak | Lindmoor | |
      Süder | oak | 9 May | Haddon | |
      Alma | 1802 | |||
      Berta | pine | |||
      """
    let rows = tables(source)[0]
    #expect(rows[3] == ["Norder", "1795", "oak", "", "Lindmoor"])
    #expect(rows[4] == ["Süder", "", "oak", "9 May", "Haddon"])
    #expect(rows[6] == ["Berta", "", "pine", "", ""])
  }

  @Test("A column of few different texts takes no new one, and cells left empty stand side by side")
  func fewTexts() {
    let source = """
      No. | Kind | Ship | Built by | Lost |
      ---|---|---|---|---|
      1 | Ferry | Oster of Lindmoor | Hanna Brede | yes |
      2 | Ferry | Wester of Haddon | Jon Aske | no |
      3 | Barge | Norder | Hanna Brede | no |
      4 | The song of the two ferries | Ulf Tamm | no | |
      5 | Barge | Süder | Jon Aske | yes |
      6 | Ferry | yes | ||
      """
    let rows = tables(source)[0]
    #expect(rows[4] == ["4", "", "The song of the two ferries", "Ulf Tamm", "no"])
    #expect(rows[6] == ["6", "Ferry", "", "", "yes"])
  }

  @Test("Tables with the same header have the same columns")
  func sameHeader() {
    let header = "Ship | Built | Wood | Lost |\n---|---|---|---|\n"
    let source =
      header + "Oster | 1790 | oak | yes |\nWester | 1791 | pine | no |\nAlma | 1795 | oak | no |\n"
      + "\nThe ferries of the other bank follow.\n\n" + header + "Berta | pine | yes | |\n"
    #expect(tables(source)[1][1] == ["Berta", "", "pine", "yes"])
  }

  @Test(
    "The name of a group of rows stays in the first column; a cell that goes on from the row above does not"
  )
  func loneCells() {
    let source = """
      Ship | Built | Cargo |
      ---|---|---|
      Left bank | ||
      Oster | 1790 | 12 sheep |
      14 goats | ||
      Wester | 1791 | 30 sheep |
      Right bank | ||
      Norder | 1795 | 9 sheep |
      21 goats | ||
      """
    let rows = tables(source)[0]
    #expect(rows[1] == ["Left bank", "", ""])
    #expect(rows[3] == ["", "", "14 goats"])
    #expect(rows[5] == ["Right bank", "", ""])
  }

  @Test("Half a matrix is moved to the right, and its header past the corner")
  func triangle() {
    let source = """
      Oster | Wester | Norder | |
      ---|---|---|---|
      Oster | 1 | 0.9 | 0.7 |
      Wester | 1 | 0.8 | |
      Norder | 1 | ||
      """
    #expect(
      tables(source) == [
        [
          ["", "Oster", "Wester", "Norder"], ["Oster", "1", "0.9", "0.7"],
          ["Wester", "", "1", "0.8"], ["Norder", "", "", "1"],
        ]
      ])
  }

  @Test("A header goes past the corner over numbers that each group of rows counts anew")
  func numberedGroups() {
    let rows = (1...8).map {
      "\(($0 - 1) % 4 + 1) | Ferry of \($0) masts | \($0 % 2 == 0 ? "oak | |" : "pine | yes |")"
    }
    let source = "Ship | Wood | Lost | |\n---|---|---|---|\n" + rows.joined(separator: "\n") + "\n"
    #expect(tables(source)[0][0] == ["", "Ship", "Wood", "Lost"])
  }

  @Test("Empty cells that are there stay where they are")
  func kept() {
    let source = """
      Ship | Built | Wood |
      ---|---|---|
      Oster | 1790 | oak |
      Wester | | pine |
      Norder | oak | |
      Alma | 1802 | |
      """
    let rows = tables(source)[0]
    #expect(rows[2] == ["Wester", "", "pine"])
    #expect(rows[3] == ["Norder", "oak", ""])
  }

  @Test("A rule further down begins another table, and a text between two tables is in neither")
  func twoTables() {
    let source = """
      Ship | Built |
      ---|---|
      Oster | 1790 |
      Wester | 1791 |
      The ferries of the other bank were kept apart from these.
      Ferry | Sunk |
      ---|---|
      Norder | 1795 |
      """
    #expect(
      tables(source) == [
        [["Ship", "Built"], ["Oster", "1790"], ["Wester", "1791"]],
        [["Ferry", "Sunk"], ["Norder", "1795"]],
      ])
  }

  @Test("A cell that runs over several lines is one cell")
  func longCell() {
    let source = """
      Ship | What is told of it | Built |
      ---|---|---|
      Oster | The first of the ferries.
      It sank in the flood. | 1790 |
      Wester | The second. | 1791 |
      """
    #expect(tables(source)[0][1][1] == "The first of the ferries. It sank in the flood.")
  }
}
