import ArticleModel
import Testing

@testable import ArticleReaders

@Suite("What the line scanner notes of a line")
struct LineScannerTests {
  private func marks(_ text: String, after before: String = "x\n") -> LineMarks {
    let source = Array((before + text).utf8)
    let lines = LineScanner.scan(source.span, LineIndex(source.span))
    return lines[lines.count - 1].has
  }

  /// Each byte that has a mark, with the mark.
  static let cases: [(text: String, mark: LineMarks)] = [
    ("7", .digit), ("|", .pipe), ("\t", [.tab, .control]), ("\u{B}", .control), ("[", .bracket),
    ("(", .parenthesis),
    ("%", .percent),
    ("*", .asterisk), ("  ", .wideSpace), ("é", .nonASCII), ("²", [.nonASCII, .superscript]),
    ("†", [.nonASCII, .superscript]), ("/", .cut), (">", .cut), (",  ", .wideSpace),
    (". (", .parenthesis), (",.", []),
  ]

  @Test("A mark is seen at every place of lines of every length", arguments: cases.indices)
  func everywhere(number: Int) {
    let (text, mark) = LineScannerTests.cases[number]
    for count in 2...40 {
      for place in 1..<count {
        let line =
          String(repeating: "a", count: place) + text + String(repeating: "b", count: count - place)
        #expect(marks(line) == mark.union(.letter), "\(line)")
        // The first line of a source has no byte before it.
        #expect(marks(line, after: "") == mark.union(.letter), "\(line)")
      }
    }
  }

  @Test(
    "Space and control characters at the end are no content",
    arguments: [
      ("a b", "a b"), (" a\u{A0}\u{3000}", "a"), ("a\u{1A}", "a"), ("\u{1A}", ""),
      ("\0 \u{1F}", ""),
      ("\u{1}a\u{1} \u{1}", "\u{1}a"),
    ])
  func content(line: String, expected: String) {
    let source = Array(line.utf8)
    let lines = LineScanner.scan(source.span, LineIndex(source.span))
    #expect(lines.map { String(decoding: source[$0.content], as: UTF8.self) } == [expected])
  }

  @Test("Plain words have letters and nothing else", arguments: [1, 15, 16, 17, 31, 32, 33, 100])
  func plain(count: Int) {
    #expect(marks(String(repeating: "z", count: count)) == .letter)
    #expect(marks(String(repeating: "Z", count: count)) == .letter)
    #expect(marks(String(repeating: "-", count: count)) == [])
    #expect(marks(String(repeating: "`@{", count: count)) == [])
    #expect(marks(String(repeating: ":;", count: count)) == [])
    #expect(marks(String(repeating: ":/", count: count)) == .cut)
  }
}
