import ArticleModel
import ArticleReaders
import Testing

/// The styled pieces of a paragraph's text.
@Suite struct MarkdownRunTests {
  @Test("A line of dashes within a table is no row")
  func ruleWithinTable() {
    let source = "| a | b |\n|---|---|\n| 1 | 2 |\n|---|---|\n| 3 | --- |\n"
    let article = ArticleReader.read(Array(source.utf8), path: "t", format: .markdown)
    let rows = article.tableRows.map { row in
      article.cells[row.range].map { article.string($0.text) }
    }
    #expect(rows == [["a", "b"], ["1", "2"], ["3", "---"]])
  }

  @Test("A note may begin with a reference")
  func noteThatCites() {
    let source = "A[^1] b.[^2]\n\n[^1]: [^2], p. 4.\n[^2]: Lee.\n"
    let article = ArticleReader.read(Array(source.utf8), path: "t", format: .markdown)
    #expect(article.footnotes.map { article.string($0.label) } == ["1", "2"])
    #expect(article.diagnostics.isEmpty)
  }

  @Test func runsNameStyleTextAndTarget() throws {
    let source = "a *b **c*** `d` ~~e~~ [f](http://x.org \"t\")[^1] <http://y.org>\n\n[^1]: n\n"
    let article = ArticleReader.read(Array(source.utf8), path: "t", format: .markdown)
    let paragraph = try #require(article.nodes.first)
    let runs = article.runs[paragraph.runs.range].map { run in
      "\(run.style.names.joined(separator: "+")):\(article.string(run.text)):\(article.string(run.href))"
    }
    #expect(
      runs == [
        "text:a :", "emphasis:b :", "strong+emphasis:c:", "text: :", "code:d:", "text: :",
        "deletion:e:",
        "text: :", "link:f:http://x.org", "reference::", "text: :",
        "link:http://y.org:http://y.org",
      ])
    #expect(article.string(paragraph.text) == "a b c d e f http://y.org")
  }

  @Test func referencesKeepTheirPlaceAndLabel() throws {
    let source = "Ünï[^Ab] end.[^ab]\n\n[^ab]: n\n"
    let article = ArticleReader.read(Array(source.utf8), path: "t", format: .markdown)
    #expect(article.references.map { article.sourceString($0.source) } == ["[^Ab]", "[^ab]"])
    #expect(article.references.map(\.column) == [4, 14])
    #expect(article.references.map(\.footnote) == [0, 0])
    #expect(article.string(try #require(article.footnotes.first).label) == "ab")
  }

  @Test func spaceBeforeAReferenceDoesNotStayBeforeAStop() {
    let article = ArticleReader.read(
      Array("End [^1]. Next.\n\n[^1]: n\n".utf8), path: "t", format: .markdown)
    #expect(article.string(article.nodes[0].text) == "End. Next.")
  }
}
