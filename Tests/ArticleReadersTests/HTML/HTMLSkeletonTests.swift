import ArticleModel
import ArticleReaders
import Testing

/// What gumbo does not see of a page (long texts, attributes, scripts) comes out as if it did.
@Suite struct HTMLSkeletonTests {
  private func read(_ page: String) -> Article {
    ArticleReader.read(Array(page.utf8), path: "s", format: .html)
  }

  @Test(arguments: [
    ("<p>one &amp; two &lt; three, and more", "one & two < three, and more"),
    ("<p>&copy 2020 &notit; &#x41;&#66; &hellip;", "© 2020 ¬it; AB …"),
    ("<p>a long text, then<!-- a comment --> more of it", "a long text, then more of it"),
    ("<p>1 < 2 and 3<4 and that is that", "1 < 2 and 3<4 and that is that"),
    ("<p>broken </ end>tags in a text", "broken tags in a text"),
    ("<p>a character \u{F0001} of plane 15", "a character \u{F0001} of plane 15"),
    ("<p>\u{F0001}", "\u{F0001}"),
    ("<p>one\u{FFFFD}", "one\u{FFFFD}"),
    ("<p>its number: &#xF0001;", "its number: &#xF0001;"),
    ("<p>a long text\0 with NUL in it", "a long text with NUL in it"),
    ("<P CLASS=a/><SPAN>capital letters</SPAN></P>", "capital letters"),
    ("<p title='a > b'>a sign within a value", "a sign within a value"),
    ("<svg><![CDATA[a < b, in CDATA]]></svg>", "a < b, in CDATA"),
    ("<p>before<![CDATA[no text]]>after and more", "beforeafter and more"),
    (
      "<p>a comment<!-- c --!> that ends in its own way<!--!>, one that does not -->",
      "a comment that ends in its own way"
    ),
    ("<p>a sign <<!-- c -->p> of a tag", "a sign <p> of a tag"),
    ("<p>an &am<!-- c -->p; that is none", "an &amp; that is none"),
    ("<p>a sign <<script>s</script>p> of a tag", "a sign <p> of a tag"),
    ("<script><!-- <script>a</script> --></script><p>behind a script", "behind a script"),
    ("<p>words at the end </", "words at the end </"),
    ("<table>moved before <tr><td>cell text</table>", "moved before"),
  ])
  func textOfFirstBlock(_ page: String, _ text: String) throws {
    let article = read(page)
    #expect(article.string(try #require(article.nodes.first).text) == text)
  }

  @Test func preformattedTextKeepsItsLines() throws {
    let article = read("<pre>\nfirst line\r\n  second line\n</pre>")
    #expect(article.string(try #require(article.nodes.first).text) == "first line\n  second line")
  }

  @Test(arguments: [
    ("http://example.org/?a=1&b=2", "http://example.org/?a=1&b=2"),
    ("http://example.org/?a=1&amp;b=2", "http://example.org/?a=1&b=2"),
    ("?copy=1&copy=2&lt=3", "?copy=1&copy=2&lt=3"),
    ("a&eacute;b&quot;&#228;", "aéb\"ä"),
    ("&unknown; &", "&unknown; &"),
  ])
  func addresses(_ value: String, _ target: String) throws {
    let article = read("<p>text and <a HREF=\"\(value)\">a link</a> in it</p>")
    let link = try #require(article.runs.first { $0.style.contains(.link) })
    #expect(article.string(link.href) == target)
  }

  /// The bytes that nodes name are those of the source, not of the skeleton.
  @Test func placesAreThoseOfTheSource() throws {
    let page = "<!-- c --><div id=x><script>s</script><p lang=en>Some words &amp; others</p></div>"
    let article = read(page)
    let paragraph = try #require(article.nodes.first { $0.kind == .paragraph })
    #expect(article.sourceString(paragraph.source) == "<p lang=en>Some words &amp; others</p>")
  }

  /// More than 32,768 texts need numbers of two characters.
  @Test func manyTexts() {
    let words = (0..<40_000).map { "paragraph number \($0)" }
    let article = read(words.map { "<p>\($0)</p>\n" }.joined())
    #expect(article.nodes.map { article.string($0.text) } == words)
  }
}
