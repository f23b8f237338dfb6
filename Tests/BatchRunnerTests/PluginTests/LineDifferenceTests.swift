import Testing

@testable import BatchRunner

@Suite struct LineDifferenceTests {
  @Test(arguments: [
    ("a\nb\nc", "a\nx\nc", ["    a", "  - b", "  + x", "    c"]),
    ("a", "a\nb", ["    a", "  + b"]),
    ("a\nb", "b", ["  - a", "    b"]), ("", "x", ["  - ", "  + x"]),
    ("a\nb\nc\nd", "b\nc\ne\nd", ["  - a", "    b", "    c", "  + e", "    d"]),
  ])
  func lines(_ expected: String, _ actual: String, _ lines: [String]) {
    #expect(LineDifference(expected: expected, actual: actual).lines == lines)
  }

  @Test func manyLinesAreCounted() {
    let many = (0..<100).map(String.init).joined(separator: "\n")
    let lines = LineDifference(expected: "", actual: many).lines
    #expect(lines.count == 25)
    #expect(lines.last == "  … and 77 more lines")
  }

  @Test func largeTextsNeedNoTable() {
    let a = (0..<3000).map { "a\($0)" }.joined(separator: "\n")
    let b = (0..<3000).map { "b\($0)" }.joined(separator: "\n")
    #expect(LineDifference(expected: a, actual: b).lines.count == 25)
  }
}
