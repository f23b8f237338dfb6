import ArticleModel
import Testing

@Suite("A builder makes an article")
struct BuilderTests {
  private func article(_ source: String, _ build: (inout ArticleBuilder) -> Void) -> Article {
    var builder = ArticleBuilder(path: "a.txt", format: .text, source: Array(source.utf8))
    build(&builder)
    return builder.finish()
  }

  @Test("Lines and columns count from 1, columns in scalars")
  func places() {
    let article = article("één\nzwei 日本 x\n") { builder in
      builder.add(Node(kind: .paragraph, source: ByteSpan(offset: 18, count: 1), reason: .prose))
    }
    #expect(article.nodes[0].line == 2)
    #expect(article.nodes[0].column == 9)
  }

  @Test("Blocks come first, then footnotes, then boilerplate; names of nodes move along")
  func order() {
    let article = article("a b c d") { builder in
      builder.add(Node(kind: .boilerplate, source: ByteSpan(offset: 0, count: 1), reason: .share))
      let note = builder.add(
        Node(kind: .footnote, source: ByteSpan(offset: 2, count: 1), reason: .definitionLabel))
      let label = builder.appendText("1".utf8)
      builder.addFootnote(Footnote(node: note, number: 1, label: label))
      let quote = builder.add(
        Node(kind: .pullQuote, source: ByteSpan(offset: 4, count: 1), reason: .repeatedWords))
      let paragraph = builder.add(
        Node(kind: .paragraph, source: ByteSpan(offset: 6, count: 1), reason: .prose))
      builder.update(quote) { $0.of = Int32(paragraph) }
    }
    #expect(article.nodes.map(\.kind) == [.pullQuote, .paragraph, .footnote, .boilerplate])
    #expect(article.nodes[0].of == 1)
    #expect(article.footnotes[0].node == 2)
    #expect(article.nodes[1].previous == 0)
    #expect(article.nodes[2].previous == -1)
  }

  @Test("White space collapses, whatever scalar it is")
  func collapse() {
    let source = "  a\u{A0}\u{3000} b\t\nc "
    let article = article(source) { builder in
      let node = builder.add(
        Node(
          kind: .paragraph, source: ByteSpan(offset: 0, count: source.utf8.count), reason: .prose))
      let text = builder.appendNormalised(0..<source.utf8.count)
      builder.update(node) { $0.text = text }
    }
    #expect(article.string(article.nodes[0].text) == "a b c")
  }

  @Test("White space collapses at every place of texts of every length")
  func collapseEverywhere() {
    let spaces = [" ", "  ", "\t", "\u{A0}", " \u{A0}", "\u{3000} ", "\r\n", "\u{2009}"]
    for count in 0...36 {
      for space in spaces {
        for place in [0, 1, count / 2, count - 1, count] where place >= 0 && place <= count {
          let (left, right) = (
            String(repeating: "é", count: place / 2) + String(repeating: "a", count: place % 2),
            String(repeating: "b", count: count - place)
          )
          let source = left + space + right + " c d"
          var builder = ArticleBuilder(path: "a", format: .text, source: Array(source.utf8))
          let text = builder.appendNormalised(0..<source.utf8.count)
          let words = [left, right, "c", "d"].filter { !$0.isEmpty }
          #expect(
            String(decoding: builder.text[text.range], as: UTF8.self)
              == words.joined(separator: " "), "\(source)")
        }
      }
    }
  }

  @Test("Places far apart in long lines are found, forwards and backwards")
  func farPlaces() {
    let line = String(repeating: "añb ", count: 50) + "\n"
    let source = String(repeating: line, count: 12) + "end"
    let width = line.utf8.count
    let article = article(source) { builder in
      for offset in [width * 9 + 15, 3, width * 12, width * 2 + 10] {
        builder.add(
          Node(kind: .paragraph, source: ByteSpan(offset: offset, count: 1), reason: .prose))
      }
    }
    #expect(article.nodes.map(\.line) == [10, 1, 13, 3])
    #expect(article.nodes.map(\.column) == [13, 3, 1, 9])
    #expect(article.nodes.map(\.lastLine) == [10, 1, 13, 3])
  }

  @Test("A footnote knows who cites it, ranges included")
  func citations() {
    let article = article("x[3-5]") { builder in
      let paragraph = builder.add(
        Node(kind: .paragraph, source: ByteSpan(offset: 0, count: 6), reason: .prose))
      for number in 3...5 {
        let note = builder.add(
          Node(kind: .footnote, source: ByteSpan(offset: 0, count: 1), reason: .definitionLabel))
        let label = builder.appendText("\(number)".utf8)
        builder.addFootnote(Footnote(node: note, number: number, label: label))
      }
      for (index, number) in [(0, 3), (2, 5)] {
        let label = builder.appendLabelOutOfLine(Array("\(number)".utf8)[...])
        var reference = Reference(
          number: number, label: label, node: paragraph,
          source: ByteSpan(offset: 1 + index, count: 1), textOffset: 0)
        reference.footnote = Int32(index)
        let added = builder.addReference(reference)
        if index == 2 { builder.addCitation(of: 1, by: added) }
      }
    }
    let cited = article.footnotes.map { Array(article.citations[$0.citations.range]) }
    #expect(cited == [[0], [1], [1]])
  }

  @Test(
    "Line ends are LF, CRLF, and CR where there is no LF",
    arguments: [("a\nb", 2), ("a\r\nb\r\n", 2), ("a\rb", 2), ("", 1), ("a\n\n", 2)])
  func lineEnds(text: String, count: Int) {
    #expect(LineIndex(Array(text.utf8).span).count == count)
  }
}
