import ArticleModel
import ArticleReaders
import Testing

/// Raised numbers that cite nothing: without their place they would be other numbers.
@Suite struct PowerTests {
  private static let raised = [
    ("10<sup>6</sup> grains", "10⁶ grains"), ("5 m<sup>3</sup> of sand", "5 m³ of sand"),
    ("12 km<sup>2</sup> large", "12 km² large"), ("E = mc<sup>2</sup> holds", "E = mc² holds"),
    ("3 s<sup>−1</sup>, 10<sup>-12</sup>", "3 s⁻¹, 10⁻¹²"), ("Ca<sup>2+</sup> ions", "Ca²⁺ ions"),
    ("the 5<sup>th</sup> of May", "the 5th of May"), ("in 1998<sup>4</sup> it", "in 19984 it"),
  ]

  private func text(_ source: String, _ format: ArticleFormat) -> String {
    let article = ArticleReader.read(Array(source.utf8), path: "t", format: format)
    let text = article.nodes.first { article.string($0.text).hasPrefix("There") }
    return text.map { article.string($0.text) } ?? ""
  }

  @Test(arguments: raised) func markdown(_ source: String, _ expected: String) {
    #expect(text("# Title\n\nThere is \(source).\n", .markdown) == "There is \(expected).")
  }

  @Test(arguments: raised) func html(_ source: String, _ expected: String) {
    let prose = "The river carries sand and silt from the hills to the sea in every season. "
    let page = """
      <html><body><article><h1>Title</h1><p>There is \(source).</p>\
      <p>\(String(repeating: prose, count: 8))</p></article></body></html>
      """
    #expect(text(page, .html) == "There is \(expected).")
  }

  /// The brackets of ASCII around a marker go with it.
  @Test func bracketsOfMarkers() {
    let source = "和紙の歴史\n\nThere これは丈夫な紙である(注1)。長く残る。\n\n注1 山田『紙』、3頁。\n"
    #expect(text(source, .text) == "There これは丈夫な紙である。長く残る。")
  }

  /// A marker may be a superscript character that is raised once more.
  @Test func raisedMarkers() {
    let source = """
      # Sand

      It grew.<sup>¹</sup> It covers 10<sup>2</sup> fields.<sup>²</sup>

      ## Notes

      1. Smith, Sand, p. 3.
      2. Lee, Silt, p. 4.
      """
    let article = ArticleReader.read(Array(source.utf8), path: "t", format: .markdown)
    #expect(article.footnotes.count == 2)
    #expect(article.references.count == 2)
  }

  /// An exponent is no citation, even of a note that exists.
  @Test(arguments: ["10⁶ grains, 3 s⁻¹ and ×10⁻⁶ more"]) func references(_ text: String) {
    let source = "Sand\n\nThere are \(text). The count is known.⁶\n\n⁶ Smith, Sand, p. 3.\n"
    let article = ArticleReader.read(Array(source.utf8), path: "t", format: .text)
    #expect(article.references.count == 1)
    #expect(self.text(source, .text).hasPrefix("There are \(text). The"))
  }
}
