import ArticleModel

/// Reads tables whose cells are kept apart by tabs, one or two between neighbours.
enum TabTable {
  private static let tab: UInt8 = 0x09

  static func read(_ document: borrowing TextDocument, from first: Int) -> (
    table: TextTable, lines: Range<Int>
  )? {
    var last = first
    while last < document.lines.count, document.isFree(last),
      document.lines[last].has.contains(.tab)
    { last += 1 }
    let unit = separatorWidth(document, first..<last)
    // One line with one tab is text with a tab in it.
    guard last - first > 1 || unit > 1 else { return nil }
    let bytes = document.source.span
    let rows = (first..<last).map { cells(bytes, rowRange(document, $0), unit) }
    guard rows.contains(where: { $0.count > 1 }) else { return nil }
    return (
      TextTable(rows: rows, hasHeader: rows.count > 1 && looksLikeHeader(rows, bytes)), first..<last
    )
  }

  /// From the first tab of the indentation, which is an empty cell, to the end of the content.
  private static func rowRange(_ document: borrowing TextDocument, _ line: Int) -> Range<Int> {
    let content = document.lines[line].content
    var start = content.lowerBound
    while start > document.lines[line].start, document.source[start - 1] == tab { start -= 1 }
    return start..<content.upperBound
  }

  /// The smallest number of tabs between two cells; an empty cell shows as a multiple of it.
  private static func separatorWidth(_ document: borrowing TextDocument, _ lines: Range<Int>) -> Int
  {
    var smallest = Int.max
    for line in lines {
      var run = 0
      for index in document.lines[line].content {
        if document.source[index] == tab {
          run += 1
        } else if run > 0 {
          smallest = min(smallest, run)
          run = 0
        }
      }
    }
    return smallest == .max ? 1 : smallest
  }

  private static func cells(_ bytes: Span<UInt8>, _ row: Range<Int>, _ unit: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = row.lowerBound
    var index = row.lowerBound
    while index < row.upperBound {
      guard bytes[index] == tab else {
        index += 1
        continue
      }
      found.append(bytes.trimmed(start..<index))
      // The last tabs of a run may be fewer.
      let end = min(index + unit, row.upperBound)
      while index < end, bytes[index] == tab { index += 1 }
      start = index
    }
    found.append(bytes.trimmed(start..<row.upperBound))
    return found
  }

  /// Whether the first row names the columns: every cell filled, none a number, while numbers stand below.
  static func looksLikeHeader(_ rows: [[Range<Int>]], _ bytes: Span<UInt8>) -> Bool {
    func isNumber(_ cell: Range<Int>) -> Bool {
      guard let first = cell.first else { return false }
      return bytes[first] >= UInt8(ascii: "0") && bytes[first] <= UInt8(ascii: "9")
    }
    for cell in rows[0] where cell.isEmpty || isNumber(cell) { return false }
    for row in rows.dropFirst() {
      for cell in row where isNumber(cell) { return true }
    }
    return rows[0].allSatisfy { $0.count < 40 }
  }
}
