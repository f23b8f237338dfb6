import ArticleModel
import ArticleReaders
import Testing

/// Pages whose article is made of parts, of which one holds most of the text.
@Suite struct HTMLPartsTests {
  private static let prose = HTMLTreeTests.prose

  private func headings(_ parts: String) -> [String] {
    let page = """
      <html><body><div id=menu><a href=/a>Home</a> <a href=/b>Index</a></div>
      <div id=c><h2>Weirs</h2><ul><li><a href="#w">Wood</a></li></ul>\(parts)</div></body></html>
      """
    let article = ArticleReader.read(Array(page.utf8), path: "p", format: .html)
    return article.nodes.filter { $0.kind == .heading }.map { article.string($0.text) }
  }

  @Test("Sections beside a long one are kept")
  func sections() {
    let short = ["Wood", "Stone", "Iron"].map {
      "<section><h3>\($0)</h3><p>\(Self.prose)</p></section>"
    }
    let paragraphs = String(repeating: "<p>\(Self.prose)</p>", count: 12)
    let long = "<section><h3>Codes</h3>\(paragraphs)</section>"
    #expect(headings(short.joined() + long) == ["Weirs", "Wood", "Stone", "Iron", "Codes"])
  }

  @Test("Questions and answers in tables for layout are kept")
  func tables() {
    let short = ["Wood", "Stone", "Iron"].map {
      "<table summary='Q and A'><tr><td><h3>\($0)</h3></td></tr><tr><td><p>\(Self.prose)</p></td></tr></table>"
    }
    let paragraphs = String(repeating: "<p>\(Self.prose)</p>", count: 12)
    let long = "<table><tr><td><h3>Codes</h3></td></tr><tr><td>\(paragraphs)</td></tr></table>"
    #expect(headings(short.joined() + long) == ["Weirs", "Wood", "Stone", "Iron", "Codes"])
  }
}
