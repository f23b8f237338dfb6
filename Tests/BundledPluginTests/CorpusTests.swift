import ArticleModel
import ArticleReaders
import PluginHost
import Testing

/// The bundled plugins on the sample articles.
@Suite struct CorpusTests {
  static let articles = Repository.names(in: "corpus").filter {
    $0 != "README.md" && !$0.hasSuffix(".json") && !$0.hasSuffix(".jsonl") && !$0.hasSuffix(".tree")
  }

  private static func article(_ name: String) throws -> Article {
    let bytes = try #require(Repository.read("\(Repository.root)/corpus/\(name)"))
    return ArticleReader.read(bytes, path: name, format: nil)
  }

  private static func session(_ plugin: String, _ settings: [(name: String, value: String)] = [])
    throws
    -> PluginSession
  {
    try PluginSession(path: Repository.plugin(plugin), settings: settings)
  }

  @Test(arguments: articles, ["summary", "counting", "glossary", "export"])
  func everyArticleHasAResult(_ name: String, _ plugin: String) throws {
    let record = try CorpusTests.session(plugin).run(on: CorpusTests.article(name))
    #expect(record.error == nil)
    #expect(record.status == .ok)
    let result = try JSONParser.parse(try #require(record.result))
    #expect(result["text"]?.string?.isEmpty == false)
  }

  @Test(arguments: articles, ["html", "json", "text"])
  func everyFormatIsWritten(_ name: String, _ format: String) throws {
    let session = try CorpusTests.session("export", [("format", format)])
    let record = session.run(on: try CorpusTests.article(name))
    #expect(record.error == nil)
  }

  /// Article → Markdown → article: the same notes and tables, and no paragraph is lost.
  @Test(arguments: articles)
  func markdownIsReadBack(_ name: String) throws {
    let article = try CorpusTests.article(name)
    let record = try CorpusTests.session("export").run(on: article)
    let result = try JSONParser.parse(try #require(record.result))
    let text = try #require(result["text"]?.string)
    let again = ArticleReader.read(Array(text.utf8), path: "again.md", format: .markdown)
    #expect(again.footnotes.count == article.footnotes.count)
    #expect(again.tables.count == article.tables.count)
    #expect(paragraphs(of: again) >= paragraphs(of: article))
  }

  /// JATS has no figure with other blocks and no paragraph in a paragraph.
  @Test func blocksOfAFigureStandBesideIt() throws {
    let text = "The keepers wrote down every ship that passed the tower, by day and by night. "
    let source =
      "<html lang=\"en\"><title>Lamps</title><body><article><h1>Lamps</h1><p>\(text)\(text)</p><ul><li>"
      + "<figure><img src=\"a.png\"><ul><li>Behind glass</li></ul><figcaption>The lamp</figcaption></figure>"
      + "</li></ul><p>\(text)\(text)</p></article></body></html>"
    let article = ArticleReader.read(Array(source.utf8), path: "a.html", format: .html)
    let record = try CorpusTests.session("export", [("format", "jats")]).run(on: article)
    let result = try JSONParser.parse(try #require(record.result))
    let jats = try #require(result["text"]?.string)
    #expect(
      jats.contains(
        "<list-item><p><fig><caption><p>The lamp</p></caption><graphic xlink:href=\"a.png\"/></fig></p>\n"
          + "<p><list list-type=\"bullet\">\n<list-item><p>Behind glass</p></list-item>\n</list></p></list-item>"
      ))
  }

  private func paragraphs(of article: Article) -> Int {
    article.nodes.count { $0.kind == .paragraph }
  }

  /// Totals do not depend on how the articles are grouped.
  @Test(arguments: ["counting", "glossary"])
  func mergingIsAssociative(_ plugin: String) throws {
    let session = try CorpusTests.session(plugin)
    let results = try ["water-communes.txt", "suisha.txt", "lighthouse-keepers.txt"].map { name in
      try #require(session.run(on: try CorpusTests.article(name)).result)
    }
    func merge(_ a: [UInt8], _ b: [UInt8]) throws -> [UInt8] {
      try #require(session.merge([0..<a.count, a.count..<a.count + b.count], of: a + b).result)
    }
    func finish(_ values: [[UInt8]]) -> Outcome {
      var text: [UInt8] = []
      let places = values.map { value in
        text += value
        return text.count - value.count..<text.count
      }
      return session.finish(places, of: text)
    }
    let left = try merge(try merge(results[0], results[1]), results[2])
    let right = try merge(results[0], try merge(results[1], results[2]))
    let total = try #require(finish([left]).result)
    #expect(finish([right]).result == total)
    #expect(finish(results).result == total)
    #expect(try JSONParser.parse(total)["text"]?.string?.isEmpty == false)
    // The total of one article is one too.
    #expect(finish([results[0]]).status == .ok)
  }

  /// An article without words is in no language, and no term could stand in it.
  @Test func emptyArticlesTakeNothingFromATotal() throws {
    let session = try CorpusTests.session("counting")
    let texts = ["", "The keeper lit the lamp.", "", "The keeper slept."]
    let results = try texts.map { text in
      let article = ArticleReader.read(Array(text.utf8), path: "a.txt", format: .text)
      return try #require(session.run(on: article).result)
    }
    let total = try results[1...].reduce(results[0]) { total, result in
      let (ends, text) = (total.count, total + result)
      return try #require(session.merge([0..<ends, ends..<text.count], of: text).result)
    }
    let finished = session.finish([0..<total.count], of: total)
    let json = try JSONParser.parse(try #require(finished.result))
    #expect(json["language"]?.string == "en")
    #expect(json["flesch"] != nil)
    let keys = json["key_terms"]?.array?.compactMap { $0["term"]?.string }
    // `keeper` is in all that have words.
    #expect(keys?.contains("lamp") == true && keys?.contains("keeper") == false)
  }
}
