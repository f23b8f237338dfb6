import ArticleModel
import Testing

/// trafilatura 1.6 to 1.9 write each cell of a table on a line of its own and do not say where a row ends.
@Suite("Tables with one cell in each line")
struct CellLineTests {
  private static let cells = [
    "Ship", "Built", "Wood", "Lost", "Oster", "1790", "oak", "yes", "Wester", "1791", "pine", "no",
    "Norder", "1795", "oak", "no", "Süder of Haddon", "1802", "oak", "yes",
  ]

  private func page(_ lines: [String]) -> Article {
    readText(
      "The ferries of the town are listed here.\n" + lines.joined(separator: "\n")
        + "\nSo they say.\n")
  }

  @Test("The number of columns follows from what the cells look like", arguments: ["|", ""])
  func columns(_ start: String) {
    let found = page(Self.cells.map { start + $0 + (start.isEmpty ? "|" : "") }).rows
    #expect(found.count == 5)
    #expect(found.first == ["Ship", "Built", "Wood", "Lost"])
    #expect(found.last == ["Süder of Haddon", "1802", "oak", "yes"])
  }

  @Test("Lines that look alike are one column")
  func oneColumn() {
    let names = ["Oster", "Berta", "Clara", "Wanda", "Edith", "Frida", "Greta", "Helga"]
    #expect(page(names.map { $0 + "|" }).rows.allSatisfy { $0.count == 1 })
  }

  @Test("Choices of a grammar are no table")
  func grammar() {
    let article = page(["| sheep_list", "| cow_list", "| salt_list", "| letter_list"])
    #expect(article.tables.count == 0)
  }

  @Test("A poll of such cells is a poll", arguments: [true, false])
  func poll(_ isVotesFirst: Bool) {
    let answers = [
      ("Yes, soon", "60%", "120"), ("Never", "35%", "70"), ("Hard to say", "5%", "10"),
    ]
    let lines = answers.flatMap { [$0.0] + (isVotesFirst ? [$0.2, $0.1] : [$0.1, $0.2]) }
    let article = page(["Will the ferry return?"] + lines.map { "|" + $0 })
    #expect(article.polls.count == 1)
    #expect(article.tables.count == 0)
    #expect(article.pollOptions.map { article.string($0.label) } == answers.map(\.0))
    #expect(article.pollOptions.map(\.votes) == [120, 70, 10])
    #expect(article.pollOptions.map(\.percent) == [60, 35, 5])
  }
}
