import ArticleModel
import Bytes

/// Reads tables that are drawn with lines: boxes of `+---+` and `|`, as terminals and databases print them, and columns under
/// dashes (`-----  ---`), as pandoc and reStructuredText write them.
enum DrawnTable {
  typealias Found = (table: TextTable, lines: Range<Int>)

  /// The longest table, in lines.
  private static let longest = 10_000

  static func read(_ document: borrowing TextDocument, from first: Int) -> Found? {
    if isBorder(document, first) { return readBoxes(document, from: first) }
    if isDashes(document, first) { return readColumns(document, rule: first, first: first) }
    guard first + 1 < document.lines.count, document.isFree(first + 1) else { return nil }
    if isBorder(document, first + 1) { return readRows(document, rule: first + 1) }
    return isDashes(document, first + 1)
      ? readColumns(document, rule: first + 1, first: first) : nil
  }

  // MARK: Boxes

  /// Whether a line is an edge of boxes: `+---+===+`, `├──┼──┤`.
  private static func isBorder(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let content = document.lines[line].content
    guard content.count >= 5, document.lines[line].has.isDisjoint(with: [.letter, .digit]) else {
      return false
    }
    let first = document.source[content.lowerBound]
    if first == UInt8(ascii: "+") {
      return document.source[content].allSatisfy { "+-=:".utf8.contains($0) }
        && document.source[content].count { $0 == first } > 1
    }
    return first == 0xE2 && !isSide(document.source, content)
      && stride(from: content.lowerBound, to: content.upperBound, by: 3).allSatisfy {
        BoxDrawing.isOne(document.source, $0)
      }
  }

  /// Whether a line begins with the side of a box: `|`, `│`, `║`.
  private static func isSide(_ source: [UInt8], _ content: Range<Int>) -> Bool {
    sideWidth(source, content.lowerBound) > 0
  }

  private static func sideWidth(_ source: [UInt8], _ index: Int) -> Int {
    if source[index] == UInt8(ascii: "|") { return 1 }
    guard BoxDrawing.isOne(source, index) else { return 0 }
    let last = source[index + 2]
    let isUpright =
      source[index + 1] == 0x94 ? last == 0x82 || last == 0x83 : last == 0x91
    return isUpright ? 3 : 0
  }

  private static func readBoxes(_ document: borrowing TextDocument, from first: Int) -> Found? {
    var groups: [[Int]] = []
    var doubled: Int?
    var borders = 0
    var line = first
    let width = width(document, first)
    while line < document.lines.count, line - first < longest, document.isFree(line),
      document.lines[line].indent == document.lines[first].indent,
      self.width(document, line) == width
    {
      let content = document.lines[line].content
      if isBorder(document, line) {
        // Two edges with nothing between them are no boxes.
        if groups.last?.isEmpty == true { break }
        if isDoubled(document.source[content]), borders > 0 { doubled = groups.count }
        borders += 1
        groups.append([])
      } else if isSide(document.source, content) {
        groups[groups.count - 1].append(line)
      } else {
        break
      }
      line += 1
    }
    groups.removeAll(where: \.isEmpty)
    guard borders > 1, let header = groups.first else { return nil }
    var table = TextTable(rows: [], hasHeader: false)
    // One line between the rows and their header, none between the rows: each line is a row.
    let isListed = groups.count <= 2 && header.count == 1
    for group in groups {
      for (position, line) in group.enumerated() {
        let cells = cells(document.source, document.lines[line].content)
        if position == 0 || isListed { table.rows.append(cells) } else { table.join(cells) }
      }
    }
    guard table.rows.count > 1, table.rows.contains(where: { $0.count > 1 }) else { return nil }
    table.hasHeader =
      doubled == 1 || isListed && groups.count == 2
      || doubled == nil && TabTable.looksLikeHeader(table.rows, document.source.span)
    return withCaption(table, first..<line, document)
  }

  /// Rows that have no frame, under a line that crosses them: `a │ b` above `──┼──`.
  private static func readRows(_ document: borrowing TextDocument, rule: Int) -> Found? {
    let first = rule - 1
    let crossings = sides(document, rule) { BoxDrawing.isCrossing(document.source, $0) }
    guard crossings > 0 else { return nil }
    var table = TextTable(rows: [], hasHeader: true)
    var line = first
    while line < document.lines.count, line - first < longest, document.isFree(line) {
      if line != rule, !isBorder(document, line) {
        let count = sides(document, line) { sideWidth(document.source, $0) == 3 }
        guard count == crossings else { break }
        table.rows.append(openCells(document.source, document.lines[line].content))
      }
      line += 1
    }
    return table.rows.count > 1 ? withCaption(table, first..<line, document) : nil
  }

  private static func sides(
    _ document: borrowing TextDocument, _ line: Int, where isSide: (Int) -> Bool
  ) -> Int {
    document.lines[line].content.count { document.source[$0] == 0xE2 && isSide($0) }
  }

  /// The cells of a row whose outer sides are not drawn.
  private static func openCells(_ source: [UInt8], _ row: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = row.lowerBound
    for index in row where source[index] == 0xE2 && sideWidth(source, index) == 3 {
      cells.append(source.span.trimmed(start..<index))
      start = index + 3
    }
    return cells + [source.span.trimmed(start..<row.upperBound)]
  }

  /// The number of scalars in a line's content: the lines of boxes are all of one width, those of a drawing are not.
  private static func width(_ document: borrowing TextDocument, _ line: Int) -> Int {
    document.source[document.lines[line].content].count { $0 & 0xC0 != 0x80 }
  }

  private static func isDoubled(_ border: ArraySlice<UInt8>) -> Bool {
    border.contains(UInt8(ascii: "="))
      || border.indices.contains {
        border[$0] == 0xE2 && border[$0 + 1] == 0x95 && border[$0 + 2] == 0x90
      }
  }

  /// The cells between the sides of boxes, without the space around them.
  private static func cells(_ source: [UInt8], _ row: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start: Int?
    var index = row.lowerBound
    while index < row.upperBound {
      let width = sideWidth(source, index)
      guard width > 0 else {
        index += 1
        continue
      }
      if let start { cells.append(source.span.trimmed(start..<index)) }
      index += width
      start = index
    }
    if let start, !source.span.trimmed(start..<row.upperBound).isEmpty {
      cells.append(source.span.trimmed(start..<row.upperBound))
    }
    return cells
  }

  // MARK: Columns under dashes

  /// Whether a line is two or more strokes of `-` or of `=`.
  private static func isDashes(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let content = document.lines[line].content
    guard content.count >= 5,
      document.lines[line].has.isDisjoint(with: [.letter, .digit, .nonASCII])
    else { return false }
    let stroke = document.source[content.lowerBound]
    guard stroke == UInt8(ascii: "-") || stroke == UInt8(ascii: "="),
      document.source[content].allSatisfy({ $0 == stroke || $0 == 0x20 })
    else { return false }
    let strokes = document.source[content].split(separator: 0x20)
    return strokes.count > 1 && strokes.allSatisfy { $0.count > 1 }
  }

  /// The columns that the strokes of a line stand for, each with the space behind it.
  private static func columns(_ document: borrowing TextDocument, under line: Int) -> [Range<Int>] {
    let row = document.lines[line].start..<document.lines[line].content.upperBound
    let starts = row.filter { index in
      document.source[index] > 0x20
        && (index == row.lowerBound || document.source[index - 1] <= 0x20)
    }.map { $0 - row.lowerBound }
    return starts.indices.map { index in
      starts[index]..<(index + 1 < starts.count ? starts[index + 1] : starts[index] + longestCell)
    }
  }

  /// The longest last cell, in columns.
  private static let longestCell = 100_000

  private static func readColumns(
    _ document: borrowing TextDocument, rule: Int, first: Int
  ) -> Found? {
    let columns = columns(document, under: rule)
    var headers = first < rule ? [first] : []
    var body: [Int] = []
    var end = rule + 1
    var strokes = 1
    while end < document.lines.count, end - first < longest, document.isFree(end) {
      if isDashes(document, end) {
        // Lines of another stroke show which cells of the header span columns.
        guard stroke(document, end) == stroke(document, rule) else { return nil }
        strokes += 1
        if first < rule || strokes == 3 || body.count > 1 {
          end += 1
          break
        }
        (headers, body) = (body, [])
      } else {
        guard fits(document, end, columns) else { return nil }
        body.append(end)
      }
      end += 1
    }
    // What was taken for the header may be the only row between two strokes.
    if body.isEmpty { (headers, body) = ([], headers) }
    let isWrapped = stroke(document, rule) == UInt8(ascii: "=")
    guard !body.isEmpty, headers.allSatisfy({ fits(document, $0, columns) }) else { return nil }
    var table = TextTable(rows: [], hasHeader: !headers.isEmpty)
    for (position, line) in (headers + body).enumerated() {
      let cells = PaddedTable.cells(document, line, columns)
      // Under double strokes, a row without a first cell goes on with the row above.
      let continues = isWrapped && cells[0].isEmpty && position > headers.count
      if continues || position > 0 && position < headers.count {
        table.join(cells)
      } else {
        table.rows.append(cells)
      }
    }
    guard table.rows.count > 1, table.rows.allSatisfy({ $0.contains { !$0.isEmpty } }) else {
      return nil
    }
    return withCaption(table, first..<end, document)
  }

  /// The byte that a line of strokes begins with.
  private static func stroke(_ document: borrowing TextDocument, _ line: Int) -> UInt8 {
    document.source[document.lines[line].content.lowerBound]
  }

  /// Whether no text of a line reaches from one column into the next.
  private static func fits(
    _ document: borrowing TextDocument, _ line: Int, _ columns: [Range<Int>]
  ) -> Bool {
    let text = document.lines[line]
    let row = text.start..<text.content.upperBound
    var column = 0
    var next = 1
    for index in row where document.source[index] & 0xC0 != 0x80 {
      if next < columns.count, column == columns[next].lowerBound - 1 {
        if document.source[index] > 0x20 { return false }
        next += 1
      }
      if column < columns[0].lowerBound, document.source[index] > 0x20 { return false }
      column += 1
    }
    return true
  }

  // MARK: Captions

  /// The table with the caption below it: `: Ships by year`, `Table: Ships by year`.
  private static func withCaption(
    _ table: TextTable, _ lines: Range<Int>, _ document: borrowing TextDocument
  ) -> Found {
    guard let below = document.nextContent(after: lines.upperBound - 1), document.isFree(below),
      below - lines.upperBound <= 1
    else { return (table, lines) }
    let content = document.lines[below].content
    let mark = ["Table: ", ": "].first { document.source[content].starts(with: $0.utf8) }
    guard let mark else { return (table, lines) }
    var table = table
    let caption = document.source.span.trimmed(
      content.lowerBound + mark.utf8.count..<content.upperBound)
    (table.label, table.caption) =
      TableReader.captionParts(document, caption) ?? (
        caption.lowerBound..<caption.lowerBound, caption
      )
    return (table, lines.lowerBound..<below + 1)
  }
}
