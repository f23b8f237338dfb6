import ArticleModel
import Bytes

/// Reads tables of East Asian texts, whose cells are kept apart by ideographic spaces (U+3000).
///
/// One such space may part a name from what it says, or two verses; so columns are believed where all rows have the
/// same number of three cells or more, or of two that are padded to one width.
enum WideSpaceTable {
  private static let fewestRows = 3
  /// The longest row and, where there are two columns, the longest cell, in bytes.
  private static let longestRow = 240
  private static let longestOfTwo = 60
  private static let ideographicSpace: [UInt8] = [0xE3, 0x80, 0x80]

  /// The table that starts at a line; the lines alone, without a table, where lines with such spaces are no rows, so that
  /// each is looked at once.
  static func read(_ document: borrowing TextDocument, from first: Int) -> (
    table: TextTable?, lines: Range<Int>
  )? {
    var rows: [[Range<Int>]] = []
    var line = first
    var isPadded = false
    while line < document.lines.count, mayBeRow(document, line) {
      let row = cells(document.source, document.lines[line].content, &isPadded)
      guard row.count > 1, row.count == rows.first?.count ?? row.count else { break }
      rows.append(row)
      line += 1
    }
    guard !rows.isEmpty else { return nil }
    guard rows.count >= fewestRows,
      rows[0].count > 2
        || isPadded && rows.allSatisfy({ $0.allSatisfy { $0.count <= longestOfTwo } }),
      !rows.contains(where: { endsSentence(document.source, $0) })
    else { return (nil, first..<line) }
    let hasHeader = TabTable.looksLikeHeader(rows, document.source.span)
    return (TextTable(rows: rows, hasHeader: hasHeader), first..<line)
  }

  private static func mayBeRow(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let text = document.lines[line]
    return document.isFree(line) && text.has.contains(.nonASCII) && text.count <= longestRow
      && text.has.isDisjoint(with: [.pipe, .tab])
      && holdsIdeographicSpace(document.source, text.content)
  }

  private static func holdsIdeographicSpace(_ source: [UInt8], _ content: Range<Int>) -> Bool {
    source.withUnsafeBytes {
      ByteSearch.contains(ideographicSpace, in: UnsafeRawBufferPointer(rebasing: $0[content]))
    }
  }

  /// The cells between runs of spaces that are two columns wide, in a line where one of them is ideographic.
  private static func cells(
    _ source: [UInt8], _ content: Range<Int>, _ isPadded: inout Bool
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = content.lowerBound
    var index = start
    while index < content.upperBound {
      var end = index
      var width = 0
      while end < content.upperBound {
        if source[end] == 0x20 {
          (end, width) = (end + 1, width + 1)
        } else if isIdeographicSpace(source, end, content.upperBound) {
          (end, width) = (end + 3, width + 2)
        } else {
          break
        }
      }
      if width >= 2 {
        found.append(start..<index)
        if width > 2 { isPadded = true }
        start = end
      }
      index = max(end, index + 1)
    }
    return found + [start..<content.upperBound]
  }

  private static func isIdeographicSpace(_ source: [UInt8], _ index: Int, _ end: Int) -> Bool {
    index + 2 < end && source[index..<index + 3].elementsEqual(ideographicSpace)
  }

  /// Whether a row ends with `。`: verses and speech do, cells do not.
  private static func endsSentence(_ source: [UInt8], _ row: [Range<Int>]) -> Bool {
    row.last.map { source[$0].suffix(3).elementsEqual("。".utf8) } ?? false
  }
}
