import ArticleModel
import Bytes

/// Finds blocks of program code, which extractors leave as plain lines.
///
/// A run of lines without blank lines between them is code where enough of its lines carry the signs of programs:
/// assignments, calls, prompts, braces, semicolons at the end. References and headings are not looked for in code.
enum CodeReader {
  static func read(_ document: inout TextDocument) {
    guard !document.layout.isWrapped else { return }
    for line in document.lines.indices
    where document.isFree(line)
      && (SingleCells.isOne(document, line)
        && codeSigns(document.source, document.lines[line].content) >= 3
        || isCommand(document.source[document.lines[line].content]))
    {
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

  /// Takes what stands between fences before any other pass looks at it.
  static func readFences(_ document: inout TextDocument) {
    for lines in document.fences { document.claim(lines, .code, .codeShape) }
  }

  /// The lines from each fence to the one that ends it, which is as long or longer and holds nothing else.
  static func fenced(_ source: [UInt8], _ lines: [TextLine]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: (line: Int, width: Int)?
    for line in lines.indices {
      guard let (width, isBare) = fence(source, lines[line].content) else { continue }
      if let first = open {
        guard isBare, width >= first.width else { continue }
        found.append(first.line..<line + 1)
        open = nil
      } else {
        open = (line, width)
      }
    }
    return found
  }

  /// Whether a line is the edge of a program in Markdown's form.
  static func isFence(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    fence(document.source, document.lines[line].content) != nil
  }

  /// How many backticks make the fence that a line is, and whether nothing stands behind them.
  private static func fence(
    _ source: [UInt8], _ content: Range<Int>
  ) -> (width: Int, isBare: Bool)? {
    guard let first = content.first, source[first] == backtick else { return nil }
    let width = source[content].prefix { $0 == backtick }.count
    guard width >= 3, !source[content.dropFirst(width)].contains(backtick) else { return nil }
    return (width, width == content.count)
  }

  private static let backtick = UInt8(ascii: "`")

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
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): return true
    case UInt8(ascii: "(") where opensBody(source[content]): return true
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

  /// Whether a line is what is typed at the prompt of a shell: `$ make all`.
  static func isCommand(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count >= 4, line.first == UInt8(ascii: "$") else { return false }
    let command = line.dropFirst()
    return command.first == 0x20
      && command.dropFirst().first.map { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
        == true
  }

  /// `open(`, `WITH ships AS (`
  private static func opensBody(_ line: ArraySlice<UInt8>) -> Bool {
    let head = line.dropLast()
    return head.last.map { $0 > 0x20 } ?? false || head.suffix(4).elementsEqual(" AS ".utf8)
  }

  /// Whether a line is a clause of SQL: a keyword in capitals alone, with one name behind it, or with a sign that
  /// sentences have not.
  private static func isStatement(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count >= 4, line.prefix(4).allSatisfy({ $0 <= UInt8(ascii: "Z") }) else {
      return false
    }
    return clauses.contains { clause in
      guard line.starts(with: clause) else { return false }
      let rest = line[(line.startIndex + clause.count)...]
      if rest.isEmpty { return true }
      guard rest.first == 0x20 else { return false }
      return rest.contains { "*=(_;".utf8.contains($0) }
        || rest.dropFirst().allSatisfy { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
    }
  }

  private static let clauses = [
    "SELECT", "PARTITION BY", "FROM", "WHERE", "GROUP BY", "ORDER BY", "HAVING", "LIMIT", "UNION",
    "UNION ALL",
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
    var index = content.lowerBound
    while case let place = nextSign(source.span, index, content.upperBound),
      place < content.upperBound
    {
      let previous = place > content.lowerBound ? source[place - 1] : 0
      switch source[place] {
      case UInt8(ascii: "="), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "\\"):
        signs += 2
      case UInt8(ascii: "("): signs += previous > 0x20 ? 2 : 0  // a call
      case UInt8(ascii: "_"): signs += 1
      // A definition; a year in brackets stands in lists of works.
      case UInt8(ascii: ":") where previous == UInt8(ascii: ")"):
        signs +=
          place + 1 == content.upperBound || place < 2 || !ASCII.isDigit(source[place - 2]) ? 3 : 0
      default: break
      }
      index = place + 1
    }
    return signs
  }

  /// The next byte from `start` on that may be a sign of a program: `(`, from `:` to `>`, from `[` to `_`, from `{` on.
  private static func nextSign(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    ByteScan.first(in: bytes, from: start, to: end) { text in
      text.equal(UInt8(ascii: "(")) | text.within(UInt8(ascii: ":"), 5)
        | text.lowered.within(UInt8(ascii: "{"), 5)
    }
  }
}
