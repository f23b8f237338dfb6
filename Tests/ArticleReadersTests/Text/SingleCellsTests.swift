import ArticleModel
import Testing

@Suite("Tables of one cell")
struct SingleCellsTests {
  private static let prose =
    "The weir was built by the monks of Dore in the year 1310, and it was mended in 1822 by the parish.\n"

  private func page(_ part: String) -> Article {
    readText("The weir\n" + Self.prose + part + "\n" + Self.prose)
  }

  @Test("A line between two bars is read for what it says")
  func lines() {
    #expect(
      page("| Figure 1: The lock in 1822. |").texts(.caption) == ["Figure 1: The lock in 1822."])
    #expect(page("| It was built of oak.[1] | ").texts(.paragraph)[1] == "It was built of oak.[1]")
    #expect(page("| The lock in 1822 |").texts(.heading) == [])
    let program = "| const lock = open(\"dore\"); lock.shut(() => {   return gate; }); |"
    let article = page(program)
    #expect(article.texts(.code) == [String(program.dropFirst(2).dropLast(2))])
    #expect(uncoveredLines(article).isEmpty)
    #expect(brokenSpans(article).isEmpty)
  }

  @Test("Wide spaces in it make no columns of the lines below")
  func wideSpaces() {
    let article = page(
      "| open(lock,   gate); shut(gate); |\nThe gates\nThe gates of the weir shut\n        by night."
    )
    #expect(article.tables.isEmpty)
    #expect(article.texts(.heading).first == "The gates")
    #expect(page("| The gate   of the lock. |").texts(.paragraph)[1] == "The gate of the lock.")
  }

  @Test(
    "Rows of a table keep their bars",
    arguments: ["| Gate |\n| Lock |", "| Gate | Lock |", "| Gate |\n\n| Lock |", "| Gate", "|12|"])
  func rows(_ part: String) {
    #expect(!page(part).texts(.paragraph).contains("Gate"))
    #expect(!page(part).texts(.heading).contains("Gate"))
    #expect(!page(part).texts(.paragraph).contains("12"))
  }
}
