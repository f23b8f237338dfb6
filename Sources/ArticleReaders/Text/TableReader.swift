import ArticleModel
import Bytes

/// A table as found in a text: the cells of each row as byte ranges.
struct TextTable {
  var rows: [[Range<Int>]]
  var hasHeader: Bool
  /// Whether pipes cut the cells, not where they stand in the lines.
  var isCutByMarks = false
  /// `Table 1`, and what follows it; empty where the table has no caption.
  var label = 0..<0
  var caption = 0..<0
  /// What else stands in cells that take several lines, by row and column.
  private(set) var further: [CellPlace: [Range<Int>]] = [:]

  struct CellPlace: Hashable {
    var row: Int
    var column: Int
  }

  init(rows: [[Range<Int>]], hasHeader: Bool, isCutByMarks: Bool = false) {
    self.rows = rows
    self.hasHeader = hasHeader
    self.isCutByMarks = isCutByMarks
  }

  /// Adds the cells of a line to those of the last row.
  mutating func join(_ cells: [Range<Int>]) {
    let row = rows.count - 1
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      if column >= rows[row].count {
        rows[row].append(cell)
      } else if rows[row][column].isEmpty {
        rows[row][column] = cell
      } else {
        further[CellPlace(row: row, column: column), default: []].append(cell)
      }
    }
  }
}

/// Finds tables: rows with pipes, with tabs, or with columns that wide spaces keep apart.
enum TableReader {
  /// How often drawn tables and padded columns are looked for between two blank lines: each look goes to the end of the lines.
  private static let mostLooks = 32

  static func read(_ document: inout TextDocument) {
    var line = 0
    var looks = 0
    var drawings = 0
    while line < document.lines.count {
      guard document.isFree(line) else {
        line += 1
        looks = 0
        drawings = 0
        continue
      }
      let marks = document.lines[line].has
      if drawings < mostLooks, mayBeDrawn(document, line) {
        if let found = DrawnTable.read(document, from: line) {
          line = claim(found.table, found.lines, .cellMarks, &document)
          continue
        }
        drawings += 1
      }
      if marks.contains(.pipe), let found = PipeTable.read(document, from: line) {
        line = claim(found.table, found.lines, .cellMarks, &document)
      } else if marks.contains(.tab), let found = TabTable.read(document, from: line) {
        line = claim(found.table, found.lines, .columns, &document)
      } else if marks.contains(.nonASCII), let found = WideSpaceTable.read(document, from: line) {
        line =
          found.table.map { claim($0, found.lines, .columns, &document) }
          ?? found.lines.upperBound
      } else if marks.contains(.wideSpace), looks < mostLooks {
        looks += 1
        if let found = PaddedTable.read(document, from: line, isFirstLook: looks == 1) {
          line =
            found.table.map { claim($0, found.lines, .columns, &document) }
            ?? found.lines.upperBound
        } else {
          line += 1
        }
      } else {
        line += 1
      }
    }
    DroppedCells.restore(&document.tables, document.source)
  }

  /// Whether a line or the one below it consists of signs alone, as the lines of drawn tables do.
  private static func mayBeDrawn(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    if document.lines[line].has.isDisjoint(with: [.letter, .digit]) { return true }
    guard line + 1 < document.lines.count, case let below = document.lines[line + 1],
      below.count >= 5, below.has.isDisjoint(with: [.letter, .digit])
    else { return false }
    return !below.has.contains(.nonASCII)
      || BoxDrawing.isOne(document.source, below.content.lowerBound)
  }

  private static func claim(
    _ table: TextTable, _ lines: Range<Int>, _ reason: Reason, _ document: inout TextDocument
  ) -> Int {
    var table = table
    var lines = lines
    if table.label.isEmpty, table.caption.isEmpty,
      let above = document.previousContent(before: lines.lowerBound), document.isFree(above),
      lines.lowerBound - above <= 2, let split = captionParts(document, line: above)
    {
      (table.label, table.caption) = split
      lines = above..<lines.upperBound
    }
    let block = document.claim(lines, .table, reason)
    document.blocks[block].payload = document.tables.count
    document.tables.append(table)
    return lines.upperBound
  }

  /// The label (`Table 1`) and the caption of a line that announces a table, or `nil` for any other line.
  static func captionParts(_ document: borrowing TextDocument, line: Int) -> (
    Range<Int>, Range<Int>
  )? {
    captionParts(document, document.lines[line].content)
  }

  /// The label and the caption of a text.
  static func captionParts(_ document: borrowing TextDocument, _ content: Range<Int>) -> (
    Range<Int>, Range<Int>
  )? {
    guard content.count < 600 else { return nil }
    let head = Lexicon.fold(document.source[content.prefix(32)])
    guard let word = Lexicon.shared.tables.tableLabels.first(where: { head.starts(with: $0) })
    else {
      return nil
    }
    let bytes = document.source.span
    var index = content.lowerBound + word.count
    while index < content.upperBound,
      case let width = whiteSpaceWidth(bytes, at: index, end: content.upperBound),
      width > 0
    { index += width }
    let digits = index
    while index < content.upperBound, isLabelNumber(bytes[index]) { index += 1 }
    if index == digits, index + 1 < content.upperBound, isCapital(bytes[index]),
      !ASCII.isLetter(bytes[index + 1])
    {
      index += 1
    }
    guard index > digits, index < content.upperBound || index > digits else { return nil }
    // `Table 1.2` keeps its second number; the dot that ends the label does not belong to it.
    var labelEnd = index
    while labelEnd > digits, bytes[labelEnd - 1] == UInt8(ascii: ".") { labelEnd -= 1 }
    while index < content.upperBound {
      let width = separatorWidth(bytes, index, content.upperBound)
      if width == 0 { break }
      index += width
    }
    return (content.lowerBound..<labelEnd, index..<content.upperBound)
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }

  private static func isLabelNumber(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: ".")
  }

  private static func separatorWidth(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: ")"): return 1
    case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80: return 3  // – —
    case 0xEF where index + 2 < end && bytes[index + 1] == 0xBC: return 3  // ： ．
    default: return whiteSpaceWidth(bytes, at: index, end: end)
    }
  }
}
