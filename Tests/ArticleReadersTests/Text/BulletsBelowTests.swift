import ArticleModel
import ArticleReaders
import Testing

/// trafilatura 1.8 and 1.9 write the bullet of an item on the line below it.
@Suite("Bullets below their items")
struct BulletsBelowTests {
  private let article: Article = {
    let source = """
      The ferries of Oster
      The ferry of the town was built in the spring after the great flood[1] and sank in the autumn[2].
      It carried three things:
      sheep from the left bank
      -
      salt
      -
      the letters of the harbour master
      -
      Nobody has counted them.
      Notes
      Harbour book of the town, fol. 3.
      -
      Letters of the ferryman, 7 June 1812.
      -

      """
    return readText(source)
  }()

  @Test("They make items of the lines above, bullets included")
  func items() {
    let items = article.nodes.filter { $0.kind == .item }
    #expect(
      items.map { article.string($0.text) } == [
        "sheep from the left bank", "salt", "the letters of the harbour master",
      ])
    #expect(items.map { article.sourceString($0.source) }.allSatisfy { $0.hasSuffix("\n-") })
    #expect(items.map(\.line) == [4, 6, 8])
  }

  @Test("A list of notes without numbers is one")
  func notes() {
    #expect(
      article.footnotes.map { article.string(article.nodes[Int($0.node)].text) } == [
        "Harbour book of the town, fol. 3.", "Letters of the ferryman, 7 June 1812.",
      ])
    #expect(article.references.map(\.footnote) == [0, 1])
    #expect(article.boilerplate.map(\.self) == [])
  }

  @Test("One dash alone is none")
  func single() {
    let article = ArticleReader.read(
      Array("The ferry sank\n-\nand nobody was there to see it.\n".utf8), path: "a.txt",
      format: .text)
    #expect(!article.nodes.contains { $0.kind == .item })
  }
}
