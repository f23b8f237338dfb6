import ArticleModel

/// Reads tables whose columns are kept apart by spaces, as inscriptis and terminal programs write them.
///
/// Columns are what lies between gutters: places two or more columns wide that are blank in every line of the run.
/// Programs have such columns as well, comments most of all; `ProgramColumns` tells them.
enum PaddedTable {
  /// The longest row; what is longer than `longestText` is one only where wide spaces stand in it.
  private static let longestRow = 20_000
  private static let longestText = 2_000

  /// Where the scalars of a line stand.
  private struct Row {
    /// The byte offset of each column.
    var offsets: [Int] = []
    var isFilled: [Bool] = []
    /// The columns with the spaces at the end of the line.
    var width = 0
  }

  /// The table that starts at a line; the lines alone, without a table, where those are columns of a program.
  static func read(_ document: borrowing TextDocument, from first: Int) -> (
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
    let rows = lines.map { row(document, $0) }
    let columns = columns(rows)
    guard columns.count > 1 else { return nil }
    let bytes = document.source.span
    let cells = rows.map { row in columns.map { cell(bytes, row, $0) } }
    if !isRectangle(rows) {
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

  /// Whether a row consists of lines drawn under the columns.
  private static func isRule(_ row: [Range<Int>], _ source: [UInt8]) -> Bool {
    row.allSatisfy { cell in
      cell.isEmpty
        || "=-".utf8.contains(source[cell.lowerBound]) && cell.count > 1
          && source[cell].allSatisfy { $0 == source[cell.lowerBound] || $0 == 0x20 }
    } && row.contains { !$0.isEmpty }
  }

  /// Whether spaces fill all rows up to one width: then they were made as columns, however empty those are.
  private static func isRectangle(_ rows: [Row]) -> Bool {
    rows.allSatisfy { $0.width == rows[0].width }
      && rows.contains { $0.isFilled.count < $0.width }
  }

  private static func row(_ document: borrowing TextDocument, _ line: Int) -> Row {
    var row = Row()
    let range = document.lines[line].start..<document.lines[line].content.upperBound
    row.offsets.reserveCapacity(range.count + 1)
    row.isFilled.reserveCapacity(range.count)
    for index in range where document.source[index] & 0xC0 != 0x80 {
      row.offsets.append(index)
      row.isFilled.append(document.source[index] > 0x20)
    }
    row.offsets.append(range.upperBound)
    row.width = row.isFilled.count
    var end = range.upperBound
    while end < document.source.count, document.source[end] == 0x20 { end += 1 }
    row.width += end - range.upperBound
    return row
  }

  /// The stretches of columns between the gutters.
  private static func columns(_ rows: [Row]) -> [Range<Int>] {
    let width = rows.map(\.isFilled.count).max() ?? 0
    var filled = [Bool](repeating: false, count: width + 2)
    for row in rows {
      for (column, isFilled) in row.isFilled.enumerated() where isFilled { filled[column] = true }
    }
    var found: [Range<Int>] = []
    var start: Int?
    for column in 0..<width + 2 {
      if filled[column] {
        if start == nil { start = column }
      } else if let begun = start, column + 1 >= width + 2 || !filled[column + 1] {
        found.append(begun..<column)
        start = nil
      }
    }
    return found
  }

  private static func cell(_ bytes: Span<UInt8>, _ row: Row, _ column: Range<Int>) -> Range<Int> {
    let count = row.isFilled.count
    guard column.lowerBound < count else { return row.offsets[count]..<row.offsets[count] }
    return trimmed(
      bytes, row.offsets[column.lowerBound]..<row.offsets[min(column.upperBound, count)])
  }
}
