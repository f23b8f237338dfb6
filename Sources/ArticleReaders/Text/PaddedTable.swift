import ArticleModel
import Bytes

/// Reads tables whose columns are kept apart by spaces, as inscriptis and terminal programs write them.
///
/// Columns are what lies between gutters: places two or more columns wide that are blank in every line of the run.
/// Programs have such columns as well, comments most of all; `ProgramColumns` tells them.
enum PaddedTable {
  /// The longest row; what is longer than `longestText` is one only where wide spaces stand in it.
  private static let longestRow = 20_000
  private static let longestText = 2_000
  /// How many lines of a caption may stand above the rows of a text browser's table.
  private static let mostAbove = 3

  /// The table that starts at a line; the lines alone, without a table, where those are columns of a program.
  ///
  /// A text browser's table has all its lines in one run, which is looked at once, from its first line with wide spaces.
  static func read(_ document: borrowing TextDocument, from first: Int, isFirstLook: Bool) -> (
    table: TextTable?, lines: Range<Int>
  )? {
    var last = first
    var hasWideSpace = false
    while last < document.lines.count, mayBeRow(document, last) {
      let line = document.lines[last]
      hasWideSpace =
        hasWideSpace || line.has.contains(.wideSpace) || line.content.lowerBound > line.start
      last += 1
    }
    // The row that reaches beyond a gutter is blank in it.
    guard hasWideSpace else { return nil }
    if isFirstLook, document.layout.isForScreen, let found = readPrinted(document, first..<last) {
      return found
    }
    if let table = cut(document, first..<last) {
      let isProgram = ProgramColumns.areIn(table, of: first..<last, document)
      return (isProgram ? nil : table, first..<last)
    }
    // Text may follow without a blank line between: then the rows are the lines with wide spaces.
    var gapped = first
    while gapped < last, document.lines[gapped].has.contains(.wideSpace) { gapped += 1 }
    guard gapped - first > 2, gapped < last,
      let table = cut(document, first..<gapped, allowsRules: false),
      namesColumns(table, document.source),
      table.rows.allSatisfy({ row in row.count { !$0.isEmpty } > 1 })
    else { return nil }
    return (table, first..<gapped)
  }

  /// The table of a text browser among some lines: its first rows may have no wide space, and its caption may stand
  /// right above them.
  private static func readPrinted(_ document: borrowing TextDocument, _ lines: Range<Int>) -> (
    table: TextTable?, lines: Range<Int>
  )? {
    var top = lines.lowerBound
    while top > 0, mayBeRow(document, top - 1) { top -= 1 }
    for first in top..<min(lines.lowerBound + 1, top + mostAbove + 1)
    where first == lines.lowerBound || !endsSentence(document, first) {
      let rows = first..<lines.upperBound
      if let table = BrowserColumns.cut(document, rows) {
        return (table, rows)
      }
    }
    return nil
  }

  /// Whether a line is a question or a sentence about the rows below it.
  private static func endsSentence(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    document.lines[line].content.last.map { ".?:!".utf8.contains(document.source[$0]) } ?? false
  }

  /// Whether the first row names columns in words that no row repeats: columns of programs have `...` or `>>>` there.
  private static func namesColumns(_ table: TextTable, _ source: [UInt8]) -> Bool {
    func isWord(_ byte: UInt8) -> Bool {
      ASCII.isLetter(byte) || byte >= 0x80
    }
    return table.hasHeader && table.rows[0].allSatisfy { isWord(source[$0.lowerBound]) }
      && !table.rows.dropFirst().contains { source[$0[0]] == source[table.rows[0][0]] }
  }

  private static func mayBeRow(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let text = document.lines[line]
    return document.isFree(line) && text.has.isDisjoint(with: [.pipe, .tab])
      && (text.count < longestText || text.count < longestRow && text.has.contains(.wideSpace))
  }

  private static func cut(
    _ document: borrowing TextDocument, _ lines: Range<Int>, allowsRules: Bool = true
  ) -> TextTable? {
    guard lines.count > 1 else { return nil }
    let columns = columns(document, lines, gutter: 2)
    guard columns.count > 1 else { return nil }
    let bytes = document.source.span
    let cells = lines.map { PaddedTable.cells(document, $0, columns) }
    if columns.count == 2, isProse(document, cells) { return nil }
    if !isRectangle(document, lines) {
      // Every column but the first may have gaps, yet a gutter through prose leaves a column nearly empty.
      for column in columns.indices {
        let filled = cells.count { !$0[column].isEmpty }
        if filled * 3 < cells.count { return nil }
      }
    }
    guard let rule = cells.firstIndex(where: { isRule($0, document.source) }) else {
      return TextTable(rows: cells, hasHeader: TabTable.looksLikeHeader(cells, bytes))
    }
    // `=====  ===` under the header, and often above it and below the last row.
    let filled = cells.filter { !isRule($0, document.source) }
    guard allowsRules, filled.count > 1 else { return nil }
    let isHeader = rule == 1 || rule == 0 && cells.count > 2 && isRule(cells[2], document.source)
    return TextTable(rows: filled, hasHeader: isHeader)
  }

  /// Whether two columns are a list whose text stands apart from its marks (`-   x`), or lines of which one alone has a wide
  /// space, as typists put it behind a full stop.
  private static func isProse(_ document: borrowing TextDocument, _ rows: [[Range<Int>]]) -> Bool {
    let bytes = document.source.span
    let marks = rows.lazy.map { $0[0] }.filter { !$0.isEmpty }
    if !marks.isEmpty, marks.allSatisfy({ isListMark(bytes, $0) }) { return true }
    let whole = rows.filter { !$0[0].isEmpty && !$0[1].isEmpty }
    return whole.count == 1 && bytes[whole[0][0].upperBound - 1] == UInt8(ascii: ".")
  }

  /// Whether a cell is a bullet or the number of an item.
  private static func isListMark(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
    switch bytes[cell.lowerBound] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return cell.count == 1
    case 0xE2: return cell.count == 3
    default:
      let end = ByteScan.digitsEnd(in: bytes, from: cell.lowerBound, to: cell.upperBound)
      return end > cell.lowerBound && end == cell.upperBound - 1
        && (bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"))
    }
  }

  /// Whether a row consists of lines drawn under the columns.
  private static func isRule(_ row: [Range<Int>], _ source: [UInt8]) -> Bool {
    row.allSatisfy { cell in
      cell.isEmpty
        || "=-".utf8.contains(source[cell.lowerBound]) && cell.count > 1
          && source[cell].allSatisfy { $0 == source[cell.lowerBound] || $0 == 0x20 }
    } && row.contains { !$0.isEmpty }
  }

  /// Whether spaces fill all rows up to one width: then they were made as columns, however empty those are.
  private static func isRectangle(_ document: borrowing TextDocument, _ lines: Range<Int>) -> Bool {
    let bytes = document.source.span
    var width: Int?
    var isFilledUp = false
    for line in lines {
      let row = row(document, line)
      var end = row.upperBound
      while end < bytes.count, bytes[end] == 0x20 { end += 1 }
      if end > row.upperBound { isFilledUp = true }
      let columns = row.count { bytes[$0] & 0xC0 != 0x80 } + end - row.upperBound
      if columns != width ?? columns { return false }
      width = columns
    }
    return isFilledUp
  }

  /// The bytes of a line with the space before its content, which counts as columns.
  private static func row(_ document: borrowing TextDocument, _ line: Int) -> Range<Int> {
    document.lines[line].start..<document.lines[line].content.upperBound
  }

  /// The stretches of columns between gutters of at least that width, 1 or 2. Each scalar takes one column.
  static func columns(_ document: borrowing TextDocument, _ lines: Range<Int>, gutter: Int)
    -> [Range<Int>]
  {
    let bytes = document.source.span
    let width = lines.reduce(0) { max($0, row(document, $1).count) }
    var filled = [Bool](repeating: false, count: width + 2)
    for line in lines {
      var column = 0
      for index in row(document, line) where bytes[index] & 0xC0 != 0x80 {
        if bytes[index] > 0x20 { filled[column] = true }
        column += 1
      }
    }
    var found: [Range<Int>] = []
    var start: Int?
    for column in 0..<width + 2 {
      if filled[column] {
        if start == nil { start = column }
      } else if let begun = start, gutter == 1 || column + 1 >= width + 2 || !filled[column + 1] {
        found.append(begun..<column)
        start = nil
      }
    }
    return found
  }

  /// The bytes of a line that lie in each of some stretches of columns, without the space around them.
  static func cells(
    _ document: borrowing TextDocument, _ line: Int, _ columns: [Range<Int>]
  ) -> [Range<Int>] {
    let bytes = document.source.span
    let row = row(document, line)
    var index = row.lowerBound
    var column = 0
    /// The byte at which a column begins.
    func place(of wanted: Int) -> Int {
      while index < row.upperBound, column < wanted {
        index += 1
        if index == row.upperBound || bytes[index] & 0xC0 != 0x80 { column += 1 }
      }
      return index
    }
    return columns.map { stretch in
      let start = place(of: stretch.lowerBound)
      return bytes.trimmed(start..<place(of: stretch.upperBound))
    }
  }
}
