@testable import LineEditor

/// A client for session tests: a block is complete when its brackets are closed.
struct Bracketed: LineEditorClient {
  var words = ["print", "printer", "private", "table", "日本", "日光"]

  func isComplete(_ text: String) -> Bool { Self.depth(text) <= 0 }

  func indentation(after text: String) -> String {
    String(repeating: "  ", count: max(Self.depth(text), 0))
  }

  func reindentation(of line: String, after text: String) -> String? {
    line.hasSuffix("}") && line.dropLast().allSatisfy { $0 == " " }
      ? String(repeating: "  ", count: max(Self.depth(text) - 1, 0)) : nil
  }

  func highlight(_ text: String, cursor: Int) -> [StyledRange] {
    text.utf8.enumerated().filter { (0x30...0x39).contains($0.element) }
      .map { StyledRange($0.offset..<$0.offset + 1, .number) }
  }

  func completions(for text: String, at cursor: Int) -> CompletionSet? {
    let before = EditBuffer(text, cursor: cursor)
    let start = before.wordStart(before: cursor)
    let found = words.filter { $0.hasPrefix(before[start..<cursor]) }
    return CompletionSet(
      replacing: start..<cursor, with: found.map { Completion($0, hint: "about \($0)") })
  }

  func hint(for text: String, at cursor: Int) -> Hint? {
    text.hasSuffix("print(") ? Hint("print(value, …)") : nil
  }

  private static func depth(_ text: String) -> Int {
    text.utf8.reduce(0) { $0 + ("({".utf8.contains($1) ? 1 : ")}".utf8.contains($1) ? -1 : 0) }
  }
}
