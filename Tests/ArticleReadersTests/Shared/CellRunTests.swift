import ArticleModel
import ArticleReaders
import Testing

@Suite("What is styled and cited in the cells of a table")
struct CellRunTests {
  /// The cells of all tables, a list for each row, with their runs.
  private func cells(_ source: String, _ format: ArticleFormat) -> [[String]] {
    let article = ArticleReader.read(Array(source.utf8), path: "a", format: format)
    return article.tableRows.map { row in
      article.cells[row.range].map { article.marked($0.text, $0.runs) }
    }
  }

  @Test func markdown() {
    let source = """
      | Lamp[^1] | Range |
      |---|---|
      | **oil** [^2], old | 12 |
      | [gas](https://a.example) | |
      | | [^1] |

      [^1]: One.
      [^2]: Two.
      """
    #expect(
      cells(source, .markdown) == [
        ["Lamp[1]", "Range"], ["*oil*[2], old", "12"], ["*gashttps://a.example*", ""], ["", "[1]"],
      ])
  }

  @Test func html() {
    let text = "The keepers lit the lamps at dusk and wrote down every ship that they saw. "
    let source = """
      <article><h1>Lamps</h1><p>\(text)\(text)<sup id="r1"><a href="#n1">1</a></sup></p>
      <table><tr><th>Lamp</th><th>Range</th></tr>
      <tr><td><b>oil</b><sup id="r2"><a href="#n2">2</a></sup></td><td>12</td></tr>
      <tr><td colspan="2"><a href="https://a.example">gas</a></td></tr></table>
      <p>\(text)\(text)</p>
      <ol><li id="n1">One. <a href="#r1">↩</a></li><li id="n2">Two. <a href="#r2">↩</a></li></ol></article>
      """
    #expect(
      cells(source, .html) == [
        ["Lamp", "Range"], ["*oil*[2]", "12"], ["*gashttps://a.example*", ""],
      ])
  }

  @Test func text() {
    let source = """
      Ships came[1] to the harbour in every month of that year, and most of them went away again.

      Table 1. Ships by harbour [2]
      Harbour | Ships
      ---|---
      Saltby [3] | 31
      Hallmoor | 12 [1], or 13
             | [2]

      1. Harbour book.
      2. Compiled from the harbour book.
      3. With the mole.
      """
    #expect(
      cells(source, .text) == [
        ["Harbour", "Ships"], ["Saltby[3]", "31"], ["Hallmoor", "12[1], or 13"],
        ["", "[2]"],
      ])
    let article = ArticleReader.read(Array(source.utf8), path: "a", format: .text)
    #expect(
      article.cells.map { article.string($0.text) } == [
        "Harbour", "Ships", "Saltby", "31", "Hallmoor", "12, or 13", "", "",
      ])
  }
}
