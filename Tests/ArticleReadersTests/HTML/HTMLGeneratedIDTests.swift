import ArticleModel
import ArticleReaders
import Testing

@Suite("Pages of manuals and encyclopaedias, whose headings have ids of their words")
struct HTMLGeneratedIDTests {
  private func read(_ body: String) -> Article {
    let page =
      "<html lang=en><head><title>Comments - The Book of Weirs</title></head><body>\(body)</body></html>"
    return ArticleReader.read(Array(page.utf8), path: "m", format: .html)
  }

  private func headings(_ article: Article) -> [String] {
    article.nodes.filter { $0.kind == .heading }.map { article.string($0.text) }
  }

  private static let prose = "<p>\(HTMLTreeTests.prose)</p>"

  @Test("An id made of a heading's words does not say that it is boilerplate")
  func headings() {
    let article = read(
      """
      <h1 class="menu-title">The Book of Weirs</h1><main>
      <h1 id="comments"><a class="header" href="#comments">Comments</a></h1>\(Self.prose)
      <h2 id="shared-weirs">Shared weirs</h2>\(Self.prose)
      <h2 id="21-related-mills">2.1 Related mills¶</h2>\(Self.prose)
      <h2><span class="mw-headline" id="Social_media">Social media</span></h2>\(Self.prose)
      <section id="our-community"><span id="c"></span><h2>Our community</h2>\(Self.prose)</section>
      <div class="section" id="sponsors"><h2>Sponsors</h2>\(Self.prose)</div></main>
      """)
    #expect(article.title == "Comments")
    #expect(
      headings(article) == [
        "Shared weirs", "2.1 Related mills¶", "Social media", "Our community", "Sponsors",
      ])
    #expect(article.nodes.filter { $0.kind == .paragraph }.count == 6)
  }

  @Test("A page whose headings have no such ids is judged by its names")
  func names() {
    let article = read(
      """
      <article><h1>Comments</h1>\(Self.prose)\(Self.prose)</article>
      <div class="section" id="comments"><h3>Comments</h3><p>I have seen the weir, and it is a good one.</p></div>
      """)
    #expect(
      !article.nodes.contains {
        article.string($0.text).contains("good one") && $0.kind == .paragraph
      })
  }

  @Test("A section of one word may be named by what it is for")
  func telling() {
    let article = read(
      """
      <main><h1 id="comments">Comments</h1>\(Self.prose)<h2 id="old-locks">Old locks</h2>\(Self.prose)
      <h2 id="new-locks">New locks</h2>\(Self.prose)<h2 id="no-locks">No locks</h2>\(Self.prose)
      <section id="newsletter"><h2>Newsletter</h2><p>Write down your name here, and we write to you, every week.</p></section></main>
      """)
    #expect(headings(article) == ["Old locks", "New locks", "No locks"])
  }

  @Test("A table of data within a wrapper stays, however many links it has")
  func tables() {
    let rows = ["Dore", "Ives", "Lund"].map {
      "<tr><td><a href='/\($0)'>The weir of \($0)</a></td><td>1820</td></tr>"
    }
    let article = read(
      """
      <main><h1>Comments</h1>\(Self.prose)<div class="table-wrapper"><table>
      <thead><tr><th>Weir</th><th>Year</th></tr></thead>\(rows.joined())</table></div>\(Self.prose)</main>
      """)
    #expect(article.tables.count == 1)
  }
}
