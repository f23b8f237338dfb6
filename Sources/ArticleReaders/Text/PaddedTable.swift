import ArticleModel

/// Reads tables whose columns are kept apart by spaces, as inscriptis and terminal programs write them.
///
/// Columns are what lies between gutters: places two or more columns wide that are blank in every line of the run.
enum PaddedTable {
  /// Where the scalars of a line stand.
  private struct Row {
    /// The byte offset of each column.
    var offsets: [Int] = []
    var isFilled: [Bool] = []
  }

  static func read(_ document: borrowing TextDocument, from first: Int) -> (
    table: TextTable, lines: Range<Int>
  )? {
    var last = first
    var hasWideSpace = false
    while last < document.lines.count, document.isFree(last), document.lines[last].count < 2_000,
      document.lines[last].has.isDisjoint(with: [.pipe, .tab])
    {
      let line = document.lines[last]
      hasWideSpace =
        hasWideSpace || line.has.contains(.wideSpace) || line.content.lowerBound > line.start
      last += 1
    }
    // The row that reaches beyond a gutter is blank in it.
    guard last - first > 1, hasWideSpace else { return nil }
    let rows = (first..<last).map { row(document, $0) }
    let columns = columns(rows)
    guard columns.count > 1 else { return nil }
    let bytes = document.source.span
    let cells = rows.map { row in columns.map { cell(bytes, row, $0) } }
    // Every column but the first may have gaps, yet a gutter through prose leaves a column nearly empty.
    for column in columns.indices {
      let filled = cells.count { !$0[column].isEmpty }
      if filled * 3 < cells.count { return nil }
    }
    return (TextTable(rows: cells, hasHeader: TabTable.looksLikeHeader(cells, bytes)), first..<last)
  }

  private static func row(_ document: borrowing TextDocument, _ line: Int) -> Row {
    var row = Row()
    let range = document.lines[line].start..<document.lines[line].content.upperBound
    for index in range where document.source[index] & 0xC0 != 0x80 {
      row.offsets.append(index)
      row.isFilled.append(document.source[index] > 0x20)
    }
    row.offsets.append(range.upperBound)
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
