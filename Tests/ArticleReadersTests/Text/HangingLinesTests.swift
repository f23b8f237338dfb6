import ArticleModel
import Testing

@Suite("Lines far to the right below an item go on with it")
struct HangingLinesTests {
  @Test("A list of works in which lines were broken, also behind the bullet")
  func works() {
    let article = readText(
      """
      Night films

      In the first of them the night begins again.[1] In the second it never ends,[2] and in the third it is day.[3]

      References
      - ^ "In the loop:
                              the second night"
                            . River News. 24 August 2021.
      -
                              ^ Reed, A. (2011). Long nights. Saltby: Press.
      - ^ Harbour book, p. 4.
      """)
    #expect(
      article.footnotes.map { article.string(article.nodes[Int($0.node)].text) } == [
        "\"In the loop: the second night\". River News. 24 August 2021.",
        "Reed, A. (2011). Long nights. Saltby: Press.", "Harbour book, p. 4.",
      ])
    #expect(article.references.map(\.footnote) == [0, 1, 2])
    #expect(brokenSpans(article).isEmpty)
    #expect(uncoveredLines(article).isEmpty)
  }

  @Test("Lines under the text of an item go on with it", arguments: ["- ", "  * ", "  • ", "2. "])
  func wrappedItems(_ mark: String) {
    let indent = String(repeating: " ", count: mark.count)
    let article = readText(
      """
      Lists

      What the harbour has is written down here, item by item, in the order of the book of 1790.

      \(mark)the lamps that are lit
      \(indent)in May
      \(indent)and in June
      \(mark)these bells:
      \(indent)ring
      """)
    #expect(article.texts(.item).first == "the lamps that are lit in May and in June")
    #expect(article.texts(.item).count == 2)
    #expect(uncoveredLines(article).isEmpty)
  }

  @Test("Programs within items and items of items stay what they are")
  func others() {
    let article = readText(
      """
      Lists

      What the harbour has is written down here, item by item, in the order of the book of 1790.

      - lamps
        - the lower one
        - the upper one
      - bells
      """)
    #expect(article.texts(.item) == ["lamps", "the lower one", "the upper one", "bells"])
  }
}
