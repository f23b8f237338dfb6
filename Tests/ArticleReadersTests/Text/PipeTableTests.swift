import Testing

@Suite("Tables whose cells are cut by pipes")
struct PipeTableTests {
  private static let text =
    "The keepers lit the lamps at dusk and wrote down every ship that they saw.\n\n"

  @Test(
    "A pipe before a short row stands behind an empty cell where most rows begin with a text",
    arguments: ["", " |"])
  func emptyFirstCells(end: String) {
    let rows = ["Harbour | Ships", "Saltby | 31", "Hallmoor | 12", "| 14", "Ternfell | 3"]
    let article = readText(
      Self.text + rows.map { $0 + end + "\n" }.joined() + "\n" + Self.text)
    #expect(
      article.rows == [
        ["Harbour", "Ships"], ["Saltby", "31"], ["Hallmoor", "12"], ["", "14"], ["Ternfell", "3"],
      ])
  }

  @Test("A pipe before every row, or before a row that is full, cuts nothing off")
  func outerPipes() {
    let outer = readText(Self.text + "| Harbour | Ships |\n| Saltby | 31 |\n| 12 |\n\n" + Self.text)
    #expect(outer.rows == [["Harbour", "Ships"], ["Saltby", "31"], ["12"]])
    let full = readText(
      Self.text + "Harbour | Ships |\nSaltby | 31 |\n| Hallmoor | 12 |\nOster | 9 |\n\n" + Self.text
    )
    #expect(full.rows[2] == ["Hallmoor", "12"])
  }
}
