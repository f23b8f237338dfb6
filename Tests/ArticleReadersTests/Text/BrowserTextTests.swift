import ArticleModel
import ArticleReaders
import Testing

/// What lynx, w3m and elinks write: wrapped lines, headings in columns of their own, numbered links.
@Suite("Pages as text browsers write them")
struct BrowserTextTests {
  private func read(_ source: String) -> Article {
    ArticleReader.read(Array(source.utf8), path: "a.txt", format: .text)
  }

  private func texts(_ article: Article, _ kind: NodeKind) -> [String] {
    article.nodes.filter { $0.kind == kind }.map { article.string($0.text) }
  }

  /// Paragraphs three columns to the right of their headings.
  private static let page = """
                         The ferries of Oster

       By Hanna Brede

       12 May 2014

    The first ferry

       The ferry of the town was built in the spring after the great flood,
       and it was the pride of all who lived on the river.^1 It carried sheep,
       salt and the letters of the harbour master, and it was painted green
       every second year by the widows of the ropewalk, who had a song for it.

       Sheep and salt

       The toll was a penny for each sheep and two for a cow.^2 In the year
       1811. The toll was raised, as the harbour book of the town has it, and
       the drovers went over the bridge at Haddon from that day on, as long as
       it stood, which was not very long, as all will tell you in the town.

    The second ferry

       The widows built a new one when the first had sunk,^3 with a mast of
       pine and a hull of oak, and it was the pride of the town once more; it
       stands on the green today, and children sit in it when it rains hard.

    Notes

       ^1 Harbour book, fol. 3, where the year is given as the one after the
       flood; so in all copies that are known to us, but for the one that was
       4. in the hand of the clerk of Haddon.

       ^2 Letters of the ferryman, 7 June 1812; compare the accounts of the
       town.

       ^3 Songs of the quay.

    """

  @Test("Headings are those in other columns than the paragraphs, and paragraphs are joined")
  func headings() {
    let article = read(Self.page)
    #expect(article.title == "The ferries of Oster")
    #expect(texts(article, .heading) == ["The first ferry", "The second ferry", "Notes"])
    #expect(
      texts(article, .paragraph).contains {
        $0.hasPrefix("The toll was a penny for each sheep and two")
      })
  }

  @Test("A number at the start of a wrapped line begins no note, and raised numbers cite notes")
  func notes() {
    let article = read(Self.page)
    #expect(article.footnotes.map { article.string($0.label) } == ["1", "2", "3"])
    #expect(article.references.map { article.string($0.label) } == ["1", "2", "3"])
    #expect(article.references.map(\.footnote) == [0, 1, 2])
    let first = article.string(article.nodes[Int(article.footnotes[0].node)].text)
    #expect(first.hasSuffix("in the hand of the clerk of Haddon."))
  }

  @Test("Numbers of links are no references, though a note's number is a link")
  func links() {
    let source = """
         * [1]Home
         * [2]About us
         * [3]Search

      The ferries of Oster

         The ferry of the [4]town was built in the spring after the great flood,
         and it was the pride of all who lived on the river.[5][1] It carried the
         sheep, the salt and the [6]letters of the harbour master.[7][2] The wreck
         was sold for its oak, and the widows of the crew built another one soon.

         The toll was a penny for each sheep and two for a cow, and the drovers
         went over the bridge at Haddon from the day on which it was raised, as
         long as it stood, which was not very long, as all will tell you there.

      Notes

         1. Harbour book of the town, fol. 3. [8]↩

         2. Letters of the ferryman, 7 June 1812. [9]↩

      References

         Visible links:
         1. https://example.org/
         2. https://example.org/about
         3. https://example.org/search
         4. https://example.org/town
         5. https://example.org/ferries#n1
         6. https://example.org/letters
         7. https://example.org/ferries#n2
         8. https://example.org/ferries#r1
         9. https://example.org/ferries#r2

      """
    let article = read(source)
    #expect(article.references.map { article.string($0.label) } == ["1", "2"])
    #expect(article.references.map(\.footnote) == [0, 1])
    #expect(texts(article, .paragraph)[0].hasPrefix("The ferry of the town was built"))
    #expect(
      texts(article, .paragraph)[0].contains(
        "on the river. It carried the sheep, the salt and the letters"))
    #expect(article.boilerplate.contains { article.nodes[$0].reason == .linkList })
    #expect(article.footnotes.count == 2)
  }

  @Test("Where lines are not wrapped, markers before words cite the addresses at the end")
  func markersBeforeWords() {
    let source = """
      The ferries of Oster

      The ferry of the town was built in the spring after the great flood [1]and sank in autumn [2](they say).

      References

      1. https://example.org/flood
      2. https://example.org/ferry

      """
    let article = read(source)
    #expect(article.footnotes.count == 2)
    #expect(article.boilerplate.map(\.self) == [])
  }

  @Test("Notes that are nothing but addresses are no list of links")
  func addresses() {
    let source = """
      The ferries of Oster

      The ferry of the town was built in the spring after the great flood[1] and sank in the autumn[2].

      References

      1. https://example.org/flood
      2. https://example.org/ferry

      """
    let article = read(source)
    #expect(article.footnotes.count == 2)
    #expect(article.references.map(\.footnote) == [0, 1])
  }
}
