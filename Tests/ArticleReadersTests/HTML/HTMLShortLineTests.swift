import ArticleModel
import ArticleReaders
import Testing

/// Short `div` lines that belong to the article, and those that do not.
@Suite struct HTMLShortLineTests {
  private func texts(_ body: String) -> [String] {
    let page = "<html><body>\(body)</body></html>"
    let article = ArticleReader.read(Array(page.utf8), path: "s", format: .html)
    return article.nodes.filter { $0.kind != .boilerplate }.map { article.string($0.text) }
  }

  @Test("Dialogue and verse in div are paragraphs")
  func dialogue() {
    let lines = [
      "“Come in.”", "He sat down by the stove and warmed his hands.", "“Tea?”", "She poured.",
      "The kettle had been on since noon, and the room was warm.", "“Milk”",
    ]
    let body = lines.map { "<div>\($0)</div>" }.joined()
    #expect(texts("<div><h1>Tea</h1>\(body)</div>") == lines)
  }

  @Test("Lines of Chinese in div are paragraphs")
  func chinese() {
    let lines = ["他来了。", "天很冷，河上结了冰，孩子们提着灯笼从一个村子滑到另一个村子去。", "她倒茶。", "两个人坐着不说话。"]
    let body = lines.map { "<div>\($0)</div>" }.joined()
    #expect(texts("<div><h1>茶</h1>\(body)</div>") == lines)
  }

  @Test(
    "Buttons and menus in div are none",
    arguments: [
      "<div>Share</div>", "<div><a href=/>Home</a></div>", "<div class=rating>Good</div>",
      "<div><input> Search</div>",
    ])
  func button(_ line: String) {
    let prose = "<div>\(HTMLTreeTests.prose)</div>"
    let page = "<article><h1>Otters</h1>\(prose)\(prose)\(line)\(prose)</article>"
    #expect(texts(page).allSatisfy { $0 == HTMLTreeTests.prose })
  }

  @Test(
    "Captions, notes above sections and groups of terms stay",
    arguments: [
      ("<div class=thumb><img src=m.png><div class=thumbcaption>A mill</div></div>", "A mill"),
      (
        "<ul class=gallery><li><div class=thumb><img src=a.png></div><div class=gallerytext>Old mill</div></li></ul>",
        "Old mill"
      ),
      ("<div class=caption>A heron, 1956</div>", "A heron, 1956"),
      (
        "<div role=note class=hatnote>Main article: <a href=/w>Mill</a></div>", "Main article: Mill"
      ),
      ("<div class=quote>Nobody swims.</div>", "Nobody swims."),
      ("<dl><div><dt>Post mill</dt><dd>Old.</dd></div></dl>", "Old."),
      ("<ul><li><div>Milk</div></li><li><div>Tea</div></li></ul>", "Milk"),
    ])
  func stays(_ block: String, _ text: String) {
    let prose = "<p>\(HTMLTreeTests.prose)</p>"
    #expect(texts("<article><h1>Otters</h1>\(prose)\(block)\(prose)</article>").contains(text))
  }

  @Test("A gallery keeps its captions")
  func gallery() {
    let boxes = ["Old mill", "New mill", "The weir"].map {
      "<li><div class=thumb><img src=a.png></div><div class=gallerytext>\($0)</div></li>"
    }
    let prose = "<p>\(HTMLTreeTests.prose)</p>"
    let found = texts("<article>\(prose)<ul class=gallery>\(boxes.joined())</ul>\(prose)</article>")
    #expect(found.filter { $0.hasSuffix("mill") || $0 == "The weir" }.count == 3)
  }

  @Test("A note that a caption alone cites is cited")
  func noteOfCaption() {
    let page = """
      <article><h1>Otters</h1><p>\(HTMLTreeTests.prose)</p>
      <div class=thumb><img src=m.png><div class=thumbcaption>A mill<sup id=r1><a href="#n1">[1]</a></sup></div></div>
      <p>\(HTMLTreeTests.prose)</p><ol class=references><li id=n1><a href="#r1">^</a> Reed.</li></ol></article>
      """
    let article = ArticleReader.read(Array(page.utf8), path: "s", format: .html)
    #expect(article.diagnostics.isEmpty)
    #expect(article.footnotes.count == 1)
  }

  @Test(
    "A line that links to another article is none of this one",
    arguments: [
      "<p><a href=/x>READ MORE: The heron</a></p>",
      "<p><b>Read also:</b> <a href=/x>The heron of the mill</a></p>",
    ])
  func related(_ line: String) {
    let prose = "<p>\(HTMLTreeTests.prose)</p>"
    let page = "<article>\(prose)\(line)\(prose)</article>"
    let article = ArticleReader.read(Array(page.utf8), path: "s", format: .html)
    #expect(article.nodes.map(\.kind) == [.paragraph, .paragraph, .boilerplate])
    #expect(article.nodes.last?.reason == .related)
  }
}
