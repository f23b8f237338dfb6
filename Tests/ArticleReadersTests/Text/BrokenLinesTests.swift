import ArticleModel
import Testing

@Suite("Sentences that were broken at inline elements and at line ends")
struct BrokenLinesTests {
  private static let prose =
    "The weir was built by the monks of Dore in the year 1310, and it was mended in 1822 by the parish.\n"

  private func page(_ part: String) -> Article {
    readText("The weir\n" + Self.prose + part + "\n" + Self.prose + Self.prose)
  }

  @Test func inlineElements() {
    let article = page(
      """
      Opening
      The first command, open lock
      , takes the name of the lock (dore_lock
      )
      as its argument, as the
      Keeper
      of the lock knows.[1] The second command
      shuts it again.
      Closing
      """)
    #expect(article.texts(.heading) == ["Opening", "Closing"])
    #expect(
      article.texts(.paragraph).contains(
        "The first command, open lock, takes the name of the lock (dore_lock) as its argument, as the Keeper of the lock knows.[1] The second command shuts it again."
      ))
    #expect(uncoveredLines(article).isEmpty)
    #expect(brokenSpans(article).isEmpty)
  }

  @Test("Line ends of two bytes make no columns")
  func lineEnds() {
    let part = "The lock is opened by\nkeeper\n, who lives\nbeside it, and\nshut by his wife."
    let source = ("The weir\n" + Self.prose + part + "\n" + Self.prose).replacing(
      "\n", with: "\r\n")
    #expect(readText(source).tables.isEmpty)
    #expect(
      readText(source).texts(.paragraph)[1]
        == "The lock is opened by keeper, who lives beside it, and shut by his wife.")
  }

  @Test("Lines far to the right go on with the sentence above, whatever stands between")
  func indentedSource() {
    let article = page(
      """
      Opening
      The keeper of the lock can be asked for by any boat that carries Hay, Coal or
                              Timber from the mills.
      The lock opens
                              to all of the boats that come up the river before the lamps are lit at
                          \u{0020}
      Oster. The boats wait there
                              until all of those that have come down before them are gone, on
                          \u{0020}
      Saturdays too.
      Nobody has to pay for it
                              who has helped to build it, and the others pay what they have.
      The rules of the lock for boats …
                              Keepers
      """)
    #expect(
      article.texts(.paragraph).dropFirst().dropLast(2) == [
        "The keeper of the lock can be asked for by any boat that carries Hay, Coal or Timber from the mills.",
        "The lock opens to all of the boats that come up the river before the lamps are lit at Oster. The boats wait there until all of those that have come down before them are gone, on Saturdays too.",
        "Nobody has to pay for it who has helped to build it, and the others pay what they have.",
      ])
    #expect(uncoveredLines(article).isEmpty)
  }

  @Test("A short line goes on with one that hangs below it")
  func shortLine() {
    let article = page(
      "Here is again the boat that all of us have used\n                    in a previous chapter:")
    #expect(
      article.texts(.paragraph).contains(
        "Here is again the boat that all of us have used in a previous chapter:"))
  }

  @Test("A word that begins with a mark keeps it")
  func marks() {
    let article = page(
      "The program that we wrote for the keeper of the lock runs on\n.NET\nand on nothing else.")
    #expect(
      article.texts(.paragraph).contains(
        "The program that we wrote for the keeper of the lock runs on .NET and on nothing else."))
  }

  @Test("A heading stays above a paragraph that begins with a small letter")
  func smallLetter() {
    let article = page(
      """
      The locks of Dore
      open_lock is what the keeper calls it in the book of the river, and
      what the boatmen call it as well.
      Shutting of
      locks is done by night, when the boats lie at the quay of the town below.
      """)
    #expect(article.texts(.heading) == ["The locks of Dore"])
    #expect(
      article.texts(.paragraph).dropFirst().dropLast(2) == [
        "open_lock is what the keeper calls it in the book of the river, and what the boatmen call it as well.",
        "Shutting of locks is done by night, when the boats lie at the quay of the town below.",
      ])
  }

  @Test(
    "What is no broken sentence keeps its lines",
    arguments: [
      "-v\n          verbose output\n-q\n          quiet output\n-x\n          extra output of it.",
      "$ wasmer run hello.wasm\nhello, world, says the program, and all of it is there for you to see!",
      "all: prog\n\tgcc -o prog main.c\nclean:\n\trm -f prog.",
      "Dear Ann,\n          \nThe weir is broken.", "salt\npepper\nbread.",
      "The river runs so deep,\nthe miller sleeps,\nand all is still.",
      "let lock = 12;\nopen(lock);", "- the weir\n- the mill.", "weir | mill\nlock | gate.",
      "Weirs\niPhone pictures of the weir are not allowed here any more, says the keeper of it.",
    ])
  func others(_ part: String) {
    let article = page(part)
    let texts = article.nodes.map {
      article.string($0.text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let words = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(!texts.contains(words))
  }
}
