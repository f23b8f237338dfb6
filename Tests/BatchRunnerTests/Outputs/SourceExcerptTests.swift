import Testing

@testable import BatchRunner

struct SourceExcerptTests {
  private func excerpt(_ line: String, at place: String) -> [String] {
    let bytes = Array(("before\n" + line + "\nafter").utf8)
    let range = 7..<(7 + line.utf8.count + 1)
    let offset = 7 + line.utf8.firstRange(of: place.utf8)!.lowerBound.utf16Offset(in: line)
    return SourceExcerpt(bytes, line: range, offset: offset, number: 2).text
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func theCaretStandsUnderThePlace() {
    #expect(
      excerpt("a short [1] line", at: "[1]") == [" 2 | a short [1] line", "   |         ^", ""])
  }

  @Test func longLinesAreCutAroundThePlace() {
    let line = String(repeating: "x", count: 5000) + "!" + String(repeating: "y", count: 5000)
    let lines = excerpt(line, at: "!")
    #expect(lines[0].hasPrefix(" 2 | …xxxx"))
    #expect(lines[0].hasSuffix("yyy…"))
    #expect(lines[0].count <= 5 + 88)
    let column = Array(lines[1]).firstIndex(of: "^")!
    #expect(Array(lines[0])[column] == "!")
  }
}
