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

  @Test("The page's only article stays, whatever the element around it is named")
  func article() {
    let prose = String(repeating: "<p>\(Self.prose)</p>", count: 4)
    let page = """
      <div class="row site_header"><article><h3>Weirs</h3>\(prose)</article></div>
      <footer><div><p>\(Self.prose)</p><p>\(Self.prose)</p><p>\(Self.prose)</p></div></footer>
      """
    #expect(headings(page).contains("Weirs"))
  }

  @Test("A part that lies deep in wrappers is kept beside one of its name")
  func wrappers() {
    func part(_ name: String, _ wrappers: Int, _ count: Int) -> String {
      let prose = String(repeating: "<p>\(Self.prose)</p>", count: count)
      let open = String(repeating: "<div><b></b>", count: wrappers)
      let close = String(repeating: "</div>", count: wrappers)
      return "<div class=part>\(open)<h3>\(name)</h3>\(prose)\(close)</div>"
    }
    #expect(headings(part("Deep", 8, 5) + part("Flat", 0, 12)).suffix(2) == ["Deep", "Flat"])
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
