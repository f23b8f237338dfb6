import ArticleModel
import ArticleReaders
import Testing

@testable import ArticleReaders

/// Notes that title and byline cite: their markers are no part of the words, and they are cited.
@Suite("Notes of titles and bylines")
struct TitleNoteTests {
  private static let prose =
    "The weir was built by the monks of Dore in the year 1310,[2] and it was mended in 1822.[3]"
  private static let notes = "[2] Dore, Weirs, 12.\n[3] Dore, Eels, 14.\n"

  @Test(
    "A title without the marker of a note",
    arguments: ["The Weir[1]", "The Weir [1]", "The[1] Weir"])
  func title(line: String) {
    let article = readText(
      "\(line)\n\n\(Self.prose)\n\n\(Self.prose)\n\n[1] Read in Dore in 1999.\n\(Self.notes)")
    #expect(article.title == "The Weir")
    #expect(article.footnotes.count == 3)
    #expect(article.diagnostics.map(\.code) == [])
  }

  @Test(
    "What no note is defined for stays in a title",
    arguments: ["The Weir [1310]", "The Weir m²", "The Weir[9]"])
  func otherBrackets(line: String) {
    let article = readText("\(line)\n\n\(Self.prose)\n\n\(Self.prose)\n\n\(Self.notes)")
    #expect(article.title == line)
  }

  @Test(
    "Names without the marks behind them",
    arguments: [
      ("Ann Smith*", ["Ann Smith"]), ("Ann Smith¹,² and Li Wei³†", ["Ann Smith", "Li Wei"]),
      ("Ann Smith[1], Li Wei [2]", ["Ann Smith", "Li Wei"]), ("Ann Smith Jr.", ["Ann Smith Jr."]),
      ("Émile Andé", ["Émile Andé"]), ("佐藤*、田中", ["佐藤", "田中"]), ("*", ["*"]),
    ])
  func names(line: String, names: [String]) {
    #expect(Byline.split(line) == names)
  }

  @Test(
    "Titles and bylines of pages cite notes",
    arguments: [
      ##"<h1>The Weir<sup><a href="#fn1">1</a></sup></h1><p class="byline">By Ann Lee</p>"##,
      ##"<h1>The Weir</h1><p class="byline">By Ann Lee<a href="#fn1"><sup>1</sup></a></p>"##,
      ##"<header><h1>The Weir<a href="#fn1">[1]</a></h1></header><p class="byline">By Ann Lee<sup>*</sup></p>"##,
    ])
  func pages(head: String) {
    let prose = "The weir was built by the monks of Dore, and it was mended in the next century."
    let article = ArticleReader.read(
      Array(
        """
        <html><head><title>The Weir</title></head><body><article>\(head)
        <p>\(prose)<sup><a href="#fn2">2</a></sup></p><p>\(prose)</p>
        <ol><li id="fn1">Read in Dore.</li><li id="fn2">Dore, 12.</li></ol></article></body></html>
        """.utf8), path: "m", format: .html)
    #expect(article.title == "The Weir")
    #expect(article.authors == [Author(name: "Ann Lee")])
    #expect(article.footnotes.map { article.string($0.label) } == ["1", "2"])
    #expect(article.diagnostics.map(\.code) == [])
  }

  @Test(
    "Links cite notes by their ids or by being raised",
    arguments: [
      ##"<a href="#n1"><sup>1</sup></a>"##, ##"<sup><a href="#n1">1</a></sup>"##,
      ##"<a href="#n1"><sup>[1]</sup></a>"##,
    ])
  func raised(link: String) {
    let article = ArticleReader.read(
      Array(
        """
        <p>The weir was built by the monks of Dore\(link) in the year 1310.</p>
        <ol><li id="n1">Dore, 12.</li></ol>
        """.utf8), path: "m", format: .html)
    #expect(article.references.count == 1)
    #expect(article.footnotes.count == 1)
  }

  @Test func plainLinksToIdsOfNotes() {
    let article = ArticleReader.read(
      Array(
        ##"<p>The weir is old.<a href="#fn1">1</a></p><div id="fn1">Dore.</div><div>Eels.</div>"##
          .utf8), path: "m", format: .html)
    #expect(article.references.count == 1)
    #expect(article.footnotes.count == 1)
  }

  @Test(
    "Dates in front matter",
    arguments: [
      ("2018", "2018"), ("2018-03", "2018-03"), ("March 5, 2018", "2018-03-05"),
      ("5. März 2018", "2018-03-05"), ("0018", nil), ("03/05/2018", nil), ("soon", nil),
    ])
  func dates(text: String, date: String?) {
    let article = ArticleReader.read(
      Array("---\ntitle: Weirs\ndate: \(text)\n---\n\nWords.\n".utf8), path: "m", format: .markdown)
    #expect(article.date == date)
  }
}
