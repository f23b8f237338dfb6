import ArticleModel
import Bytes

/// Finds blocks of program code, which extractors leave as plain lines.
///
/// A run of lines without blank lines between them is code where enough of its lines carry the signs of programs:
/// assignments, calls, prompts, braces, semicolons at the end. References and headings are not looked for in code.
enum CodeReader {
  static func read(_ document: inout TextDocument) {
    readFences(&document)
    guard !document.layout.isWrapped else { return }
    for line in document.lines.indices
    where document.isFree(line) && SingleCells.isOne(document, line) && isCoded(document, line) {
      document.claim(line..<line + 1, .code, .codeShape)
    }
    var line = 0
    while line < document.lines.count {
      guard document.isFree(line), isShort(document, line) else {
        line += 1
        continue
      }
      var end = line
      while end < document.lines.count, document.isFree(end), isShort(document, end) { end += 1 }
      if document.layout.isSpaced {
        if end - line > 1 { claim(&document, line..<end, share: 3) }
      } else {
        claimRuns(&document, line..<end)
      }
      line = end
    }
  }

  // MARK: Fences

  private static func readFences(_ document: inout TextDocument) {
    var line = 0
    while line < document.lines.count {
      line = document.isFree(line) ? readFence(&document, from: line) ?? line + 1 : line + 1
    }
  }

  /// A fence of backticks and what lies before its end.
  private static func readFence(_ document: inout TextDocument, from line: Int) -> Int? {
    guard isFence(document, line) else { return nil }
    var end = line + 1
    while end < document.lines.count, document.owner[end] < 0, !isFence(document, end) { end += 1 }
    // A line of a table may begin like a fence as well.
    guard end < document.lines.count, document.owner[end] < 0 else { return nil }
    document.claim(line..<end + 1, .code, .codeShape)
    return end + 1
  }

  /// Whether a line is the edge of a program in Markdown's form.
  static func isFence(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let content = document.lines[line].content
    return content.count >= 3 && document.source[content.lowerBound] == 0x60
      && document.source[content.lowerBound + 1] == 0x60
      && document.source[content.lowerBound + 2] == 0x60
  }

  // MARK: Programs by their signs

  private static func isShort(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    document.lines[line].count <= 160
  }

  /// Claims the lines as code where at least one in `share` looks like it.
  private static func claim(_ document: inout TextDocument, _ lines: Range<Int>, share: Int) {
    let coded = lines.count { isCoded(document, $0) }
    if coded * share >= lines.count, coded > 0 { document.claim(lines, .code, .codeShape) }
  }

  /// Where blank lines are missing, code begins and ends at lines that look like it themselves.
  private static func claimRuns(_ document: inout TextDocument, _ lines: Range<Int>) {
    var line = lines.lowerBound
    while line < lines.upperBound {
      guard isCoded(document, line) else {
        line += 1
        continue
      }
      var end = line + 1
      var last = line
      while end < lines.upperBound, end - last <= 3 {
        if isCoded(document, end) { last = end }
        end += 1
      }
      if last - line >= 2 { claim(&document, line..<last + 1, share: 2) }
      line = last + 1
    }
  }

  /// Whether a line alone looks like code.
  static func isCoded(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let content = document.lines[line].content
    guard let last = content.last else { return false }
    let source = document.source
    switch source[last] {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: "\\"): return true
    // The items of a list may end with it as well, and lines of verse.
    case UInt8(ascii: ";"):
      let isWords =
        ListMarker.parse(source.span, content) != nil || source[content].count { $0 == 0x20 } >= 3
      return !isWords || codeSigns(source, content) > 0
    default: break
    }
    if ListMarker.parse(source.span, content) != nil { return false }
    let signs = codeSigns(source, content)
    return beginsAsCode(source[content]) || signs >= 3 && signs * 20 >= content.count
      || isStatement(source[content])
  }

  /// Whether a line is a clause of SQL: a keyword in capitals, and behind it no word in capitals, as in `FROM THE EDITOR`.
  private static func isStatement(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, first >= UInt8(ascii: "A"), first <= UInt8(ascii: "Z") else {
      return false
    }
    return clauses.contains { clause in
      guard line.starts(with: clause) else { return false }
      let rest = line[(line.startIndex + clause.count)...]
      return rest.isEmpty
        || rest.first == 0x20 && !rest.dropFirst().prefix(2).allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    }
  }

  private static let clauses = [
    "SELECT", "FROM", "WHERE", "GROUP BY", "ORDER BY", "HAVING", "LIMIT", "UNION", "UNION ALL",
    "INSERT INTO", "VALUES", "UPDATE", "DELETE FROM", "CREATE TABLE", "ALTER TABLE", "DROP TABLE",
    "JOIN", "INNER JOIN", "LEFT JOIN",
  ].map { Array($0.utf8) }

  /// `>>> `, `$ `, `// `, `# `, `...`, `@`
  private static func beginsAsCode(_ line: ArraySlice<UInt8>) -> Bool {
    switch line[line.startIndex] {
    case UInt8(ascii: "@"): true
    case UInt8(ascii: ">"): line.starts(with: ">>>".utf8)
    case UInt8(ascii: "$"): line.starts(with: "$ ".utf8)
    case UInt8(ascii: "/"): line.starts(with: "// ".utf8)
    case UInt8(ascii: "#"): line.starts(with: "# ".utf8)
    case UInt8(ascii: "."): line.starts(with: "...".utf8)
    default: false
    }
  }

  /// The weight of the signs of programs in a line.
  static func codeSigns(_ source: [UInt8], _ content: Range<Int>) -> Int {
    var signs = 0
    var previous: UInt8 = 0
    for index in content {
      let byte = source[index]
      switch byte {
      case UInt8(ascii: "="), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "\\"):
        signs += 2
      case UInt8(ascii: "("): signs += previous > 0x20 ? 2 : 0  // a call
      case UInt8(ascii: "_"): signs += 1
      // A definition; a year in brackets stands in lists of works.
      case UInt8(ascii: ":") where previous == UInt8(ascii: ")"):
        signs += index + 1 == content.upperBound || !ASCII.isDigit(source[index - 2]) ? 3 : 0
      default: break
      }
      previous = byte
    }
    return signs
  }
}
