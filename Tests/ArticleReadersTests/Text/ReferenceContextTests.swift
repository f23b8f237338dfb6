import ArticleReaders
import Testing

@testable import ArticleModel

@Suite("The text before a reference")
struct ReferenceContextTests {
  private func contexts(_ source: String) -> [String] {
    let article = ArticleReader.read(Array(source.utf8), path: "a.txt")
    var context = ReferenceContext(article)
    return article.references.indices.map { String(decoding: context.before($0), as: UTF8.self) }
  }

  @Test("It names the markers before it, and ends at the start of its block")
  func blocks() {
    let source = """
      A title

      The ferry of Oster was built in the year of the great flood,[1][2] and sank in it.[3]

      Ships[2] were dear.

      1. Harbour book.
      2. Letters of the ferryman.
      3. Harbour book.

      """
    #expect(
      contexts(source)
        == [
          "in the year of the great flood,", "the year of the great flood,[1]",
          "eat flood,[1][2] and sank in it.", "Ships",
        ].map { String($0.suffix(30)) })
  }

  @Test("In a table it begins with the cell")
  func cells() {
    let source = """
      A title

      The ferries of the river, by year and by name, are told of here.[1]

      Name | Year |
      ---|---|
      Oster | 1790[1] |
      Wester[2] | 1802 |

      1. Harbour book.
      2. Letters of the ferryman.

      """
    #expect(contexts(source).dropFirst() == ["1790", "Wester"])
  }
}
