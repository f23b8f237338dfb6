import ArticleModel
import ArticleReaders
import Testing

@testable import BatchRunner
@testable import HTMLReport

@Suite struct CorpusPageTests {
  /// A corpus of invented articles with the records of two plugins.
  private func corpus(_ count: Int, page: Bool = true) throws -> Corpus {
    var corpus = Corpus()
    for number in 1...count {
      let article = ArticleReader.read(
        Array("# Article \(number)\n\nText[^9].\n".utf8), path: "a/\(number).md", format: .markdown)
      let records = [
        try record(
          #"{"input":"a/\#(number).md","plugin":"counting","status":"ok","result":{"words":\#(number * 7 % 1000),"footnotes":\#(number % 9),"flesch":\#(60 + number % 30).5,"zero":0,"language":"en","reading_minutes":1.25,"type_token_ratio":0.512345,"terms":[{"term":"bell","count":\#(number)}],"text":"long"}}"#
        ),
        try record(
          #"{"input":"a/\#(number).md","plugin":"glossary","status":"\#(number % 50 == 0 ? "timeout" : "ok")","result":{"terms":[{"source":"moulin","target":"\#(number % 3 == 0 ? "mill" : "water mill")","count":2,"line":3}]},"error":{"message":"late"}}"#
        ),
      ]
      corpus.add(
        "a/\(number).md", article: article, records: records,
        page: page ? "articles/a-\(number).md.html" : nil)
    }
    return corpus
  }

  private func render(_ corpus: Corpus, totals: [TotalLine] = []) -> String {
    String(decoding: CorpusPage(corpus, title: "a", totals: totals).render(), as: UTF8.self)
  }

  @Test func aHundredArticlesStayBelow300Kilobytes() throws {
    let bytes = CorpusPage(try corpus(100), title: "a", totals: []).render()
    #expect(bytes.count < 300_000)
    let html = String(decoding: bytes, as: UTF8.self)
    #expect(html.ranges(of: "<tr><td><a href=\"articles/").count == 100)
  }

  @Test func thousandsOfArticlesAreDataBelowTheFirstRows() throws {
    let html = render(try corpus(1000))
    #expect(html.ranges(of: "<tr><td><a href=\"articles/").count == 200)
    #expect(html.contains("800 more articles"))
    let data = try #require(html.firstRange(of: #"id="data">"#))
    let end = try #require(html[data.upperBound...].firstRange(of: "</script>"))
    let json = try JSONParser.parse(Array(html[data.upperBound..<end.lowerBound].utf8))
    #expect(json["rows"]?.array?.count == 1000)
    let columns = json["columns"]?.array?.compactMap { $0["name"]?.string }
    #expect(
      columns == [
        "article", "status", "language", "findings", "counting.words", "counting.footnotes",
        "counting.flesch", "counting.reading_minutes", "counting.type_token_ratio",
      ]
        || columns == [
          "article", "status", "findings", "counting.words", "counting.footnotes",
          "counting.flesch", "counting.reading_minutes", "counting.type_token_ratio",
        ])
    #expect(json["rows"]?.array?.allSatisfy { $0.array?.count == columns!.count + 2 } == true)
    #expect(json["rows"]?.array?[0].array?.contains(.number(0.51)) == true)
  }

  @Test func theFiguresThatSayMostComeFirst() throws {
    let many = (1...60).map { #""a\#($0)":\#($0)"# }.joined(separator: ",")
    var corpus = Corpus()
    corpus.add(
      "a", article: nil,
      records: [
        try record(
          #"{"input":"a","plugin":"p","status":"ok","result":{\#(many),"words":7}}"#)
      ], page: nil)
    #expect(corpus.columns.shown.map(\.label).prefix(3) == ["status", "words", "a1"])
    #expect(corpus.columns.shown.count == 30)
  }

  @Test func failuresAndFindingsLinkToTheirPlace() throws {
    let html = render(try corpus(50))
    #expect(html.contains(##"<a href="articles/a-1.md.html#L3">a/1.md:3</a>"##))
    #expect(
      html.contains(
        ##"<a href="articles/a-50.md.html">a/50.md</a> <span class="level">timeout</span> late"##))
    #expect(!render(try corpus(1, page: false)).contains("href=\"articles"))
  }

  @Test func termsWithTwoTranslationsAreConflicts() throws {
    let html = render(try corpus(6))
    #expect(html.contains("<h3>Translated in more than one way</h3>"))
    #expect(!html.contains("<h3>Terms</h3>"))
    #expect(html.contains(##"<a href="articles/a-3.md.html#L3">a/3.md:3</a>"##))
  }

  @Test func keyTermsAreAddedUp() throws {
    let html = render(try corpus(4))
    #expect(html.contains(#"<th scope="row" dir="auto">bell</th>"#))
    #expect(html.contains(#"<td class="number">10</td>"#))
  }

  @Test func termsThatATotalWeighsAreTheKeyTerms() throws {
    let total = try #require(
      TotalLine(
        Array(
          #"{"plugin":"counting","total":{"rows":[1],"key_terms":[{"term":"lamp","weight":33.25},{"term":"oven","weight":8}]}}"#
            .utf8)))
    let html = render(try corpus(3), totals: [total])
    #expect(html.contains(#"<th scope="row" dir="auto">lamp</th>"#))
    #expect(html.contains(#"<th scope="col" class="drawn">weight</th>"#))
    #expect(!html.contains(#"<th scope="row" dir="auto">bell</th>"#))
  }

  @Test func totalsStandAtTheEnd() throws {
    let total = try #require(TotalLine(Array(#"{"plugin":"counting","total":{"words":812}}"#.utf8)))
    let html = render(try corpus(3), totals: [total])
    #expect(html.contains("Total of counting</h2>"))
    #expect(html.contains("<dt>words</dt><dd dir=\"auto\">812</dd>"))
  }

  @Test func alikeObjectsAreRowsOfATable() throws {
    let total = try #require(
      TotalLine(
        Array(
          #"{"plugin":"p","total":{"spread":{"lix":{"mean":1,"most":2},"words":{"mean":3,"most":4}}}}"#
            .utf8)))
    let html = render(try corpus(3), totals: [total])
    #expect(html.contains("<h3>spread</h3>"))
    #expect(html.contains(#"<th scope="col">mean</th><th scope="col">most</th>"#))
    #expect(html.contains(#"<td dir="auto">words</td>"#))
  }

  @Test(arguments: [
    ("corpus/suisha.txt", "corpus-suisha.txt.html"), ("../../etc/passwd", "etc-passwd.html"),
    ("https://example.org/a?b=c", "https-example.org-a-b-c.html"), ("", "article.html"),
    ("/", "article.html"), ("水車.txt", "水車.txt.html"), ("a\u{0}\n\"<b>", "a-b-.html"),
  ]) func pagesHaveHarmlessNames(_ path: String, _ name: String) {
    var names = PageNames()
    #expect(names.name(for: path) == name)
  }

  @Test func namesAreGivenOnce() {
    var names = PageNames()
    #expect(names.name(for: "a/b") == "a-b.html")
    #expect(names.name(for: "A-b") == "A-b~2.html")
  }
}
