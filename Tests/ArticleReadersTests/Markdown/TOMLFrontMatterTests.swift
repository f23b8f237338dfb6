import ArticleModel
import ArticleReaders
import Testing

@Suite("Front matter in TOML")
struct TOMLFrontMatterTests {
  private func read(_ matter: String) -> Article {
    let source = "+++\n\(matter)\n+++\n\nThe first boats came in at four.\n"
    return ArticleReader.read(Array(source.utf8), path: "a.md", format: .markdown)
  }

  @Test func fields() {
    let article = read(
      #"""
      title = "The \"Ferry\" = a boat"   # of the town
      date = 2019-08-07T10:00:00Z
      draft=false
      "authors" = [
        "Ann Lee",  # who took the pictures
        'Li Wei'
      ]
      [params]
      title = "Another"
      """#)
    #expect(article.title == "The \"Ferry\" = a boat")
    #expect(article.date == "2019-08-07")
    #expect(article.authors.map(\.name) == ["Ann Lee", "Li Wei"])
    #expect(article.nodes.filter { $0.kind == .paragraph }.count == 1)
    #expect(article.diagnostics.isEmpty)
    #expect(uncoveredLines(article).isEmpty)
    #expect(
      article.frontMatter.map(\.field) == [
        .other, .title, .date, .other, .authors, .authors, .authors, .authors, .other, .other,
        .other,
      ])
  }

  @Test func whatIsNotValidIsReported() {
    let article = read("title = \"The ferry\nauthor = \"Ann Lee\"")
    #expect(article.authors.map(\.name) == ["Ann Lee"])
    #expect(article.diagnostics.map(\.code) == [.frontMatterInvalid])
    #expect(article.diagnostics.allSatisfy { $0.message.contains("TOML") })
  }

  @Test("Lines of plus signs around prose are no front matter")
  func rules() {
    for prose in ["Some words of a text.", "News = good", "A sentence, then 2 + 2 = 4.", "[1] = x"]
    {
      let article = read(prose)
      #expect(article.frontMatter.isEmpty)
      #expect(uncoveredLines(article).isEmpty)
    }
  }
}
