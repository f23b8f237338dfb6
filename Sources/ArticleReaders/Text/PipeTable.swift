import ArticleModel

/// Reads tables whose cells are cut by `|`.
///
/// Spellings: `a | b |` with or without a rule `---|---|`, `| a | b |`, `|a||b|`, `a| b`, and one cell a line under a
/// rule that tells how many columns there are; without one `CellPeriod` does. A row that does not end in `|` while the
/// others do goes on in the next line.
enum PipeTable {
  private static let pipe = UInt8(ascii: "|")
  /// How many lines one row may run over.
  private static let longestRow = 12

  /// The longest cell of two rows of two, in bytes: a sentence may hold a pipe.
  private static let longestCell = 120

  static func read(_ document: borrowing TextDocument, from first: Int) -> (
    table: TextTable, lines: Range<Int>
  )? {
    let endsWithPipe = document.source[document.lines[first].content.upperBound - 1] == pipe
    var rows: [[Range<Int>]] = []
    /// The rows that begin with a pipe.
    var opened: [Int] = []
    var rule: Int?
    var columns = 0
    var line = first
    while line < document.lines.count, document.isFree(line) {
      let content = document.lines[line].content
      if isRule(document.source.span, content) {
        // A rule further down stands under the header of another table.
        if rule == 1, rows.count > 2 {
          rows.removeLast()
          opened.removeAll { $0 == rows.count }
          line -= 1
          break
        }
        // The first line may be the upper edge.
        if rule == nil || rule == 0 && !rows.isEmpty {
          rule = rows.count
          columns = cells(document.source.span, content).count
        }
        line += 1
        continue
      }
      guard let end = rowEnd(document, from: line, endsWithPipe: endsWithPipe) else { break }
      if document.source[content.lowerBound] == pipe { opened.append(rows.count) }
      rows.append(cells(document.source.span, document.span(of: line..<end)))
      line = end
    }
    let isCellALine = rows.count > 1 && rows.allSatisfy { $0.count == 1 }
    if isCellALine, rule == nil, endsWithPipe || startsWithPipe(document, first..<line) {
      // Grammars write `| choice`, extractors `|cell`.
      let isDoubtful =
        !endsWithPipe && document.source[document.lines[first].content.lowerBound + 1] == 0x20
      let cells = rows.map { $0[0] }
      columns = CellPeriod.columns(of: cells, isDoubtful: isDoubtful, document.source) ?? 0
    }
    let isRegrouped = isCellALine && columns > 1
    if isRegrouped {
      rows = regrouped(rows, columns)
    } else if opened.count * 2 < rows.count {
      openWithEmptyCells(&rows, opened)
    }
    guard
      isRegrouped
        || isTable(rows, hasRule: rule != nil, endsWithPipe: endsWithPipe, document.source)
    else { return nil }
    let hasHeader =
      rule == nil
      ? rows.count > 1 && TabTable.looksLikeHeader(rows, document.source.span) : rule == 1
    return (TextTable(rows: rows, hasHeader: hasHeader, isCutByMarks: true), first..<line)
  }

  /// Where most rows begin with a text, a pipe at the beginning of a short one stands behind an empty cell.
  private static func openWithEmptyCells(_ rows: inout [[Range<Int>]], _ opened: [Int]) {
    let columns = rows.reduce(0) { max($0, $1.count) }
    for row in opened where rows[row].count < columns {
      guard let first = rows[row].first else { continue }
      rows[row].insert(first.lowerBound..<first.lowerBound, at: 0)
    }
  }

  private static func startsWithPipe(
    _ document: borrowing TextDocument, _ lines: Range<Int>
  ) -> Bool {
    lines.allSatisfy { document.source[document.lines[$0].content.lowerBound] == pipe }
  }

  private static func isTable(
    _ rows: [[Range<Int>]], hasRule: Bool, endsWithPipe: Bool, _ source: [UInt8]
  ) -> Bool {
    guard let first = rows.first else { return false }
    if hasRule { return true }
    if endsWithPipe { return rows.contains { $0.count > 1 } || rows.count > 2 }
    if rows.count == 2, first.count == 2, rows.joined().contains(where: { $0.count > longestCell })
    {
      return false
    }
    return rows.count > 1 && first.count > 1 && rows.allSatisfy { $0.count == first.count }
      && !rows.contains { isCutInBrackets($0, source) }
  }

  /// Whether a bracket that is opened in one cell is closed in another: `hash(a || b)` and `f(int | str)` are no rows.
  private static func isCutInBrackets(_ row: [Range<Int>], _ source: [UInt8]) -> Bool {
    var depth = 0
    for cell in row {
      for byte in source[cell] {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
        default: break
        }
      }
      if depth > 0, cell != row.last { return true }
    }
    return false
  }

  /// The line after a row that starts at `line`; `nil` where no row starts there: a line without a pipe is a text
  /// between two tables more often than the start of a first cell that runs over several lines.
  private static func rowEnd(_ document: borrowing TextDocument, from line: Int, endsWithPipe: Bool)
    -> Int?
  {
    guard document.lines[line].has.contains(.pipe) else { return nil }
    var end = line
    while end < document.lines.count, end - line < longestRow, document.isFree(end) {
      let content = document.lines[end].content
      if document.source[content.upperBound - 1] == pipe { return end + 1 }
      if !endsWithPipe { return document.lines[end].has.contains(.pipe) ? end + 1 : nil }
      end += 1
    }
    return nil
  }

  /// `---|---|`, `|:--|--:|`, and `---+---`, as databases and outliners write it
  private static func isRule(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var dashes = 0
    var pipes = 0
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "-"): dashes += 1
      case pipe, UInt8(ascii: "+"): pipes += 1
      case UInt8(ascii: ":"), 0x20, 0x09: break
      default: return false
      }
    }
    // `+----+` is the edge of a box.
    return dashes >= 3 && pipes >= 1 && range.last.map { bytes[$0] != UInt8(ascii: "+") } == true
      && bytes[range.lowerBound] != UInt8(ascii: "+")
  }

  /// The cells of a row without the space around them.
  private static func cells(_ bytes: Span<UInt8>, _ row: Range<Int>) -> [Range<Int>] {
    var cuts: [Int] = []
    for index in row
    where bytes[index] == pipe
      && !(index > row.lowerBound && bytes[index - 1] == UInt8(ascii: "\\"))
    {
      cuts.append(index)
    }
    let isDoubled = isDoubled(cuts, row)
    var found: [Range<Int>] = []
    found.reserveCapacity(cuts.count + 1)
    var start = row.lowerBound
    for (number, cut) in cuts.enumerated() {
      if cut == row.lowerBound {
        start = cut + 1
        continue
      }
      if isDoubled, number > 0, cuts[number - 1] == cut - 1 {
        start = cut + 1
        continue
      }
      found.append(bytes.trimmed(start..<cut))
      start = cut + 1
    }
    if start < row.upperBound { found.append(bytes.trimmed(start..<row.upperBound)) }
    return found
  }

  /// Whether all pipes within the row stand in pairs, as in `|a||b|`.
  private static func isDoubled(_ cuts: [Int], _ row: Range<Int>) -> Bool {
    let inner = cuts.filter { $0 > row.lowerBound && $0 < row.upperBound - 1 }
    guard inner.count >= 2, inner.count % 2 == 0 else { return false }
    return stride(from: 0, to: inner.count, by: 2).allSatisfy { inner[$0] + 1 == inner[$0 + 1] }
  }

  private static func regrouped(_ rows: [[Range<Int>]], _ columns: Int) -> [[Range<Int>]] {
    let cells = rows.flatMap(\.self)
    return stride(from: 0, to: cells.count, by: columns).map {
      Array(cells[$0..<min($0 + columns, cells.count)])
    }
  }
}
