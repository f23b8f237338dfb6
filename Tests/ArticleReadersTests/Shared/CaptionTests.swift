import ArticleModel
import ArticleReaders
import Testing

@Suite("Captions keep what is styled, linked and cited in them")
struct CaptionTests {
  private func article(_ source: String, _ format: ArticleFormat) -> Article {
    ArticleReader.read(Array(source.utf8), path: "a", format: format)
  }

  /// The nodes of the kinds that have captions, with their runs.
  private func captions(_ article: Article) -> [String] {
    article.nodes.filter { [.table, .figure, .caption].contains($0.kind) }
      .map { "\($0.kind.rawValue) \(article.marked($0.text, $0.runs))" }
  }

  @Test("A table of Markdown: the node's text, label and caption, has the runs")
  func markdownTable() {
    let article = article(
      """
      Table 1: Lights of *two* coasts[^1], from the [list](https://a.example)

      | a | b |
      |---|---|
      | 1 | 2 |

      Table: [^1]

      | c | d |
      |---|---|
      | 3 | 4 |

      [^1]: One.
      """, .markdown)
    #expect(
      captions(article) == [
        "table Table 1: Lights of *two* coasts[1], from the *listhttps://a.example*", "table [1]",
      ])
    #expect(article.tables.map { article.string($0.label) } == ["Table 1", ""])
    #expect(
      article.tables.map { article.string($0.caption) } == [
        "Lights of two coasts, from the list", "",
      ])
  }

  @Test("An image has its address and what tells of it; only a caption has notes and styles")
  func markdownFigure() {
    let article = article(
      """
      ![The *lower* light[^1] of [Saltby](https://a.example)](light.png)

      ![](dark.png)

      ![A lamp](lamp.png)

      *Lit at dusk[^1].*

      ![Lost[^1]]()

      [^1]: One.
      """, .markdown)
    #expect(
      captions(article) == [
        "figure *light.png*", "caption The *lower* light[1] of *Saltbyhttps://a.example*",
        "figure *dark.png*", "figure *A lamplamp.png*", "caption Lit at dusk[1].",
        "caption Lost[1]",
      ])
  }

  @Test func html() {
    let text = "The keepers lit the lamps at dusk and wrote down every ship that they saw. "
    let article = article(
      """
      <article><h1>Lamps</h1><p>\(text)\(text)</p>
      <table><caption>Lights of <em>two</em> coasts<sup><a href="#n1">1</a></sup></caption>
      <tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>
      <figure><img src="light.png"><figcaption>By <b>day</b><sup><a href="#n1">1</a></sup></figcaption></figure>
      <p class="caption">Table 2. Ships<sup><a href="#n1">1</a></sup> by month</p>
      <table><tr><th>c</th><th>d</th></tr><tr><td>3</td><td>4</td></tr></table>
      <p>\(text)\(text)</p><ol><li id="n1">One.</li></ol></article>
      """, .html)
    #expect(
      captions(article) == [
        "table Lights of *two* coasts[1]", "figure *light.png*", "caption By *day*[1]",
        "table Table 2. Ships[1] by month",
      ])
  }

  @Test func text() {
    let article = article(
      """
      Ships came[1] to the harbour in every month of that year, and most of them went away again.

      Figure 1. The harbour [1] at dusk. Photo: Ann Smith

      Table 1. Ships [2] by harbour
      Harbour | Ships
      ---|---
      Saltby | 31

      Table 2 [1]
      Month | Ships
      ---|---
      May | 12

      1. Harbour book.
      2. Compiled from the harbour book.
      """, .text)
    #expect(
      captions(article) == [
        "caption Figure 1. The harbour[1] at dusk. Photo: Ann Smith",
        "table Table 1. Ships[2] by harbour", "table Table 2[1]",
      ])
  }
}
