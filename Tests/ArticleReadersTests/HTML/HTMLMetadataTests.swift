import ArticleModel
import ArticleReaders
import Testing

/// Where title, authors, date and language come from.
@Suite struct HTMLMetadataTests {
  private func read(_ head: String, _ body: String = "") -> Article {
    let page = "<html><head>\(head)</head><body>\(body)<p>\(HTMLTreeTests.prose)</p></body></html>"
    return ArticleReader.read(Array(page.utf8), path: "m", format: .html)
  }

  @Test(arguments: [
    ("<title>Otters come back | River News</title>", "", "Otters come back"),
    ("<title>Otters - River News</title>", "<h1>Otters</h1>", "Otters"),
    ("<title>x</title><meta property='og:title' content='Otters &amp; eels'>", "", "Otters & eels"),
    (
      "<title>x</title><meta property='og:title' content='Otters – News'><meta property='og:site_name' content='News'>",
      "",
      "Otters"
    ),
    (
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Otters\"}</script><title>y</title>",
      "", "Otters"
    ),
    ("<script type='application/ld+json'>{broken</script><title>Otters</title>", "", "Otters"),
    (
      "<title>River News: Otters</title>", "<h2 class=entry-title>Otters come</h2>",
      "River News: Otters"
    ),
    (
      "<title>News: The Otter</title>", "<h2 class=entry-title><a href=/o>The Otter</a></h2>",
      "The Otter"
    ),
    (
      "<title>Ice - Chapter 1 - Reed - Tales</title>", "<h2 class=title>Ice</h2>",
      "Ice - Chapter 1 - Reed"
    ),
    ("<title>Memo</title>", "<p class=MsoTitle>On Otters</p>", "On Otters"),
  ])
  func title(_ head: String, _ body: String, _ title: String) {
    #expect(read(head, body).title == title)
  }

  @Test(
    "Marks of comments and of CDATA around JSON-LD are no part of it",
    arguments: [
      ("", ""), ("<![CDATA[", "]]>"), ("//<![CDATA[\n", "\n//]]>"), ("/*<![CDATA[*/", "/*]]>*/"),
      ("<!--", "-->"), ("\r\n", ";"),
    ])
  func linkedData(open: String, close: String) {
    for json in [
      "{\"@type\":\"Article\",\"datePublished\":\"2019-03-05\"}",
      "[{\"@type\":\"Article\",\"datePublished\":\"2019-03-05\"}]",
    ] {
      let script = "<script type='application/ld+json'>\(open)\(json)\(close)</script>"
      #expect(read(script, "").date == "2019-03-05")
    }
  }

  @Test(arguments: [
    ("<meta name=author content='Ann Reed and Li Wei'>", "", ["Ann Reed", "Li Wei"]),
    (
      "<script type='application/ld+json'>{\"@graph\":[{\"@type\":[\"Article\"],\"author\":[{\"name\":\"Ann Reed\"}]}]}</script>",
      "", ["Ann Reed"]
    ),
    (
      "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Ann Reed\"},{\"@type\":\"Article\",\"author\":{\"@id\":\"#p\"}}]}</script>",
      "", ["Ann Reed"]
    ),
    (
      "",
      "<div class=ltx_authors><span class=ltx_personname>Ann Reed<sup>1</sup><br>Town</span><span class=ltx_personname>Li Wei</span><span class=ltx_author_notes>Hill University</span></div>",
      ["Ann Reed", "Li Wei"]
    ),
    ("", "<div class='navbox authority-control'><a href=/a>Authority control</a></div>", []),
    ("", "<p>By <a rel=author href=/a>Ann Reed</a></p>", ["Ann Reed"]),
    (
      "", "<p class=byline>By Ann Reed, <time datetime=2020-05-04>4 May 2020</time></p>",
      ["Ann Reed"]
    ),
    ("", "<div class=byline>12 comments | 3 shares</div>", []),
  ])
  func authors(_ head: String, _ body: String, _ names: [String]) {
    #expect(read(head, body).authors.compactMap(\.name) == names)
  }

  @Test(arguments: [
    ("<meta property='article:published_time' content='2020-05-04T10:00:00Z'>", "", "2020-05-04"),
    ("", "<time datetime='2020-05-04'>yesterday</time>", "2020-05-04"),
    ("", "<p class=date>4 May 2020</p>", "2020-05-04"),
    ("<title>T</title>", "<h1>T</h1><div>4. Mai 2020</div>", "2020-05-04"),
  ])
  func date(_ head: String, _ body: String, _ date: String) {
    #expect(read(head, body).date == date)
  }

  @Test func languageIsThePagesOwn() {
    let page = "<html lang=pt-BR><body><p>Texto.</p></body></html>"
    #expect(ArticleReader.read(Array(page.utf8), path: "m", format: .html).language == "pt")
  }

  @Test(arguments: ["<html>", "<html lang=''>"])
  func languageIsThatOfTheTextWherePageSaysNone(_ start: String) {
    let page = "\(start)<body><p>\(HTMLTreeTests.prose)</p></body></html>"
    #expect(ArticleReader.read(Array(page.utf8), path: "m", format: .html).language == "en")
  }

  @Test func languageOfTheBodyCounts() {
    let page = "<html><body lang=de-AT><p>\(HTMLTreeTests.prose)</p></body></html>"
    #expect(ArticleReader.read(Array(page.utf8), path: "m", format: .html).language == "de")
  }

  @Test func languageOfMarkdownIsThatOfTheText() {
    let text = Array("# Otters\n\n\(HTMLTreeTests.prose)\n".utf8)
    #expect(ArticleReader.read(text, path: "m", format: .markdown).language == "en")
  }

  @Test("A time within a sentence is a word of it")
  func timeInSentence() {
    let sentence = "The horn sounds at <time datetime='2019-03-05'>dawn</time> and wakes the town."
    let page = "<article><h1>The horn</h1><p>\(HTMLTreeTests.prose)</p><p>\(sentence)</p></article>"
    let article = ArticleReader.read(Array(page.utf8), path: "h", format: .html)
    #expect(
      article.nodes.contains {
        article.string($0.text) == "The horn sounds at dawn and wakes the town."
      })
    #expect(article.date == nil)
  }
}
