import ArticleModel
import ArticleReaders
import Glibc
import Testing

/// Sources that bring down readers which recurse, search again and again, or trust what they are given.
///
/// Each must end within its deadline and keep every line; deadlines are many times what a slow machine needs and still
/// far below what quadratic work would take.
@Suite(.serialized) struct PathologicalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let format: ArticleFormat
    let source: String
    var testDescription: String { name }

    init(_ name: String, _ format: ArticleFormat, _ source: String) {
      self.name = name
      self.format = format
      self.source = source
    }
  }

  @Test(.timeLimit(.minutes(5)), arguments: cases)
  func endsInTime(_ one: Case) {
    let start = processorSeconds()
    let article = ArticleReader.read(Array(one.source.utf8), path: "p", format: one.format)
    let seconds = processorSeconds() - start
    #expect(seconds < 20, "\(one.name) took \(seconds) seconds")
    #expect(brokenSpans(article).isEmpty)
    #expect(uncoveredLines(article).isEmpty)
  }

  /// The processor time of this thread: other tests run beside this one.
  private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  static let cases: [Case] = [
    Case("open brackets", .text, times(50_000, "[")),
    Case("pipes", .text, times(100_000, "|")),
    Case("one word", .text, times(1_000_000, "x")),
    Case("footnotes", .text, "Text[1].\n\n" + times(5_000, "1. Note.\n")),
    Case("references to one note", .text, times(5_000, "Word[1] ") + "\n\nNotes\n\n1. It.\n"),
    Case("numbering that starts again", .text, times(500, "Text[1].\n\n1. One.\n2. Two.\n\n")),
    Case(
      "headings for notes", .text,
      "Said[note 1] and[a] and[b] and[1].\n\n" + times(20_000, "Notes\n")
        + times(5_000, "Notes\n- It.\n\n")),
    Case(
      "notes of two series", .text,
      times(5_000, "Said[note 1] and[1].\n\n") + times(5_000, "[note 1] It.\n")),
    Case("figures without a question", .text, times(2_000, "1 2 3 4 5% 6 7\n")),
    Case("one sentence", .text, times(2_000, "The same sentence is said here again and again.\n")),
    Case("ideographic spaces", .text, times(20_000, "春　花\n")),
    Case("columns of a text browser", .text, times(2_000, "   a  b c\n")),
    Case("nested quotes", .markdown, times(100_000, "> ") + "x"),
    Case("nested lists", .markdown, times(50_000, "- ") + "x"),
    Case("open brackets", .markdown, times(1_000_000, "[")),
    Case("open links", .markdown, times(100_000, "[a](")),
    Case("open emphasis", .markdown, times(100_000, "*a_ ")),
    Case("references to one footnote", .markdown, times(50_000, "[^a]") + "\n\n[^a]: x"),
    Case("references to no footnote", .markdown, times(50_000, "[^a] ")),
    Case(
      "written references", .markdown,
      times(20_000, "Word<sup>1</sup> and [2], ") + "\n\n1. It.\n2. That.\n"),
    Case(
      "written notes in one paragraph", .markdown,
      times(5_000, "Word[1] ") + "\n\n" + (1...5_000).map { "[\($0)] Note.\n" }.joined()),
    Case(
      "markers that the source spells otherwise", .html,
      "<article><p>" + times(10_000, "Word&#91;&#49;&#93; ") + "</p><p>[1] It.</p></article>"),
    Case(
      "times in one paragraph", .html,
      "<article><h1>T</h1><p>" + times(20_000, "word <time>at dawn</time> ") + "</p></article>"),
    Case("edges of boxes", .text, times(20_000, "+---+---+\n") + "+---+--+\n"),
    Case("edges of other boxes", .text, times(50_000, "┌──┬──┐\n")),
    Case("boxes of one cell", .text, times(5_000, "+---+---+\n| a     |\n") + "+-+\n| b |\n"),
    Case("notes in brackets that nothing cites", .text, times(10_000, "[Footnote 1: x]\n\n")),
    Case(
      "brackets before a date", .text, times(500, "By Ann Smith (le (le (le (le (le (le 2014\n\n")),
    Case("escaped references", .markdown, times(50_000, "\\[^a] ")),
    Case("pipes", .markdown, times(1_000_000, "|")),
    Case("links among image openers", .markdown, times(100_000, "![[]()")),
    Case("processing instructions never closed", .markdown, times(100_000, "a <?")),
    Case("declarations never closed", .markdown, times(100_000, "a <!A ")),
    Case("CDATA never closed", .markdown, times(50_000, "a <![CDATA[ ")),
    Case(
      "a table of many columns", .markdown,
      times(50_000, "|a") + "|\n" + times(50_000, "|-") + "|\n" + times(50_000, "|b") + "|\n"),
    Case("a table below many lines", .markdown, times(200_000, "a\n") + "|a|\n|-|\n"),
    Case(
      "many short rows of a wide table", .markdown,
      times(900, "|a") + "|\n" + times(900, "|-") + "|\n" + times(100_000, "b\n")),
    Case("front matter that is never closed", .markdown, "---\n" + times(20_000, "a: b\n")),
    Case(
      "many values below long lines of front matter", .markdown,
      "---\n" + times(900, "#" + times(1_000, "y") + "\n") + "a: [" + times(20_000, "x,")
        + "]\n---\nx\n"),
    Case("notes defined again and again", .markdown, "a [^1]\n\n" + times(20_000, "[^1]: x\n")),
    Case("front matter nested deep", .markdown, "---\na: " + times(5_000, "[") + "\n---\nx\n"),
    Case("NUL", .markdown, "a\0b\n\n\0\n\n| \0 |\n|---|\n| \0 |\n"),
    Case("lone carriage returns", .markdown, "# a\rb\n\n- c\r- d\r\n\r\ne\r"),
    Case("nested divs", .html, times(100_000, "<div>") + "x"),
    Case("nested spans", .html, times(100_000, "<span>") + "x"),
    Case("formatting never closed", .html, times(1_000, "<b>") + times(20_000, "<p>x")),
    Case("nested tables", .html, times(20_000, "<table><tr><td>") + "x"),
    Case("nested lists", .html, times(20_000, "<ul><li>") + "x"),
    Case("nested quotes", .html, times(100_000, "<blockquote>") + "x"),
    Case("nested divs with wrong end tags", .html, times(100_000, "<div></x>") + "x"),
    Case("nested divs ended in the wrong order", .html, times(100_000, "<div><i></div>") + "x"),
    Case("formatting with wrong end tags", .html, times(50_000, "<b></i><p>") + "x"),
    Case("readings without a ruby", .html, times(100_000, "<rt>") + "x"),
    Case("headings around options", .html, times(50_000, "<h1><option>") + "x"),
    Case(
      "elements of SVG that end themselves", .html, "<svg>" + times(100_000, "<x/>") + "</svg>x"),
    Case("CDATA in SVG", .html, "<svg>" + times(50_000, "<![CDATA[x]]>") + "</svg>x"),
    Case("references", .html, "<p>" + times(200_000, "&amp;")),
    Case("open brackets", .html, "<p>" + times(1_000_000, "[")),
    Case("one huge attribute", .html, "<p class=\"" + times(1_000_000, "a ") + "\">x</p>"),
    Case(
      "many attributes", .html,
      "<p " + (0..<20_000).map { "a\($0)=1" }.joined(separator: " ") + ">x</p>"),
    Case("cut off in a tag", .html, "<html><body><p>foo <a href=\""),
    Case("comments never closed", .html, times(100_000, "<!--")),
    Case("comments that end in their own way", .html, times(100_000, "<!--a--!>b")),
    Case("angle brackets", .html, times(200_000, "<")),
    Case("scripts never closed", .html, times(100_000, "<script>")),
    Case("NUL", .html, "<p>a\0b</p>\0"),
    Case("no body", .html, "<frameset><frame src=x></frameset>"),
    Case("nothing", .html, ""),
    Case(
      "spans of cells", .html,
      "<table><tr><th>a</th></tr>" + times(2_000, "<tr><td colspan=1000 rowspan=1000>x</td></tr>")),
    Case(
      "links to one note", .html,
      "<p>" + times(20_000, "<a href=\"#n\">1</a> ") + "<p id=n>1. x</p>"),
    Case("breaks", .html, times(50_000, "x<br><br>")),
  ]

  @Test func deepNestingIsReported() {
    for (format, source) in [
      (ArticleFormat.markdown, Self.times(500, "> ") + "x"),
      (.html, Self.times(500, "<div>") + "x"),
    ] {
      let article = ArticleReader.read(Array(source.utf8), path: "p", format: format)
      #expect(article.diagnostics.map(\.code) == [.nestingTooDeep])
    }
  }
}
