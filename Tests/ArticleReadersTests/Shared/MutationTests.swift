import ArticleModel
import ArticleReaders
import Testing

/// The coverage rule on sources that nobody wrote: every line that is not blank belongs to a node or to the metadata.
@Suite struct MutationTests {
  private static let markdownPieces = [
    "# Title\n", "\n", "text *em* **st** `co`\n", "> quote\n", "- item\n", "  - [ ] task\n",
    "1. one\n", "```\ncode\n```\n",
    "    indented\n", "| a | b |\n", "|---|---|\n", "[^1]", "[^1]: note\n", "    more\n", "***\n",
    "---\n",
    "<div>html</div>\n", "<!-- comment -->\n", "![alt](src)\n", "[l]: http://example.org\n",
    "[^2]: other\n", "\t", "é漢字\n",
    "\r\n", "===\n", "\u{A0}\n", "\\", "a: b\n", "\0", "\r",
  ]

  private static let htmlPieces = [
    "<p>", "</p>", "text ", "<div class=share>", "</div>", "<h1>Title</h1>\n", "<table>", "<tr>",
    "<td>cell", "</table>\n",
    "<ul><li>", "<ul>", "<li>", "<dl><div><dt>", "<img src=a>", "</ul>",
    "<sup><a href=#fn1>1</a></sup>", "<li id=fn1>note</li>\n", "<blockquote>",
    "<!-- c -->", "\n",
    "<script>x</script>", "<figure><img src=a>", "<figcaption>cap", "</figure>",
    "<pre>code\n  more</pre>", "<br><br>", "&amp;",
    "<a name=n>", "<nav>menu</nav>", "<b>", "</b>", "<aside class=pullquote>", "<body>", "</html>",
    "<head>", "<title>t</title>",
    "<meta name=author content=x>", "漢字。", "33 (31%)<br>", "<p class=caption>Table 1 x</p>",
    "<select><option>o",
  ]

  @Test(arguments: 0..<300)
  func everyLineOfMarkdownBelongsSomewhere(_ seed: UInt64) {
    check(Self.markdownPieces, .markdown, seed)
  }

  @Test(arguments: 0..<300)
  func everyLineOfHTMLBelongsSomewhere(_ seed: UInt64) {
    check(Self.htmlPieces, .html, seed)
  }

  private func check(_ pieces: [String], _ format: ArticleFormat, _ seed: UInt64) {
    var random = Seeded(state: seed)
    let count = Int.random(in: 1...40, using: &random)
    let source = (0..<count).map { _ in pieces.randomElement(using: &random)! }.joined()
    let article = ArticleReader.read(Array(source.utf8), path: "m", format: format)
    #expect(uncoveredLines(article).isEmpty, "\(source.debugDescription)")
    #expect(brokenSpans(article).isEmpty, "\(source.debugDescription)")
    // HTML moves what stands wrongly in a table in front of it, so that the bytes of the table hold it too.
    if !source.contains("<table>") {
      #expect(repeatedTexts(article).isEmpty, "\(source.debugDescription)")
    }
    _ = article.tree()
    _ = article.plainText()
    var json = JSONWriter()
    article.writeJSON(to: &json)
    #expect((try? JSONParser.parse(json.finish())) != nil)
  }
}
