import ArticleModel
import Bytes

/// Cuts the rows of tables as text browsers print them: one space behind the widest cell of each column.
///
/// lynx pads the cells of a column to one width, so a space that stands in the same place in all rows may part two
/// columns or two words of one cell: `12 ns` above `14 ns`. It parts columns where some row has more than one space
/// there, which a cell never has within it, or where figures stand on both sides.
struct BrowserColumns {
  private static let mostColumns = 64
  /// The fewest rows that figures on both sides of a space must stand in.
  private static let fewestFigures = 3

  private let source: [UInt8]
  /// Of each row what stands between the places that are blank in all rows.
  private let pieces: [[Range<Int>]]

  /// The table that some lines hold; `nil` where they have no columns, or where two spaces part all of them.
  static func cut(_ document: borrowing TextDocument, _ lines: Range<Int>) -> TextTable? {
    guard lines.count > 2 else { return nil }
    let stretches = PaddedTable.columns(document, lines, gutter: 1)
    guard stretches.count > 1, stretches.count <= mostColumns else { return nil }
    let columns = BrowserColumns(
      source: document.source,
      pieces: lines.map { PaddedTable.cells(document, $0, stretches) })
    guard let table = columns.table(),
      isAtBodyIndent(document, lines) || !isProgram(document, lines, table)
    else { return nil }
    return table
  }

  /// Whether the rows begin where paragraphs do: lynx sets what is preformatted further to the left.
  private static func isAtBodyIndent(_ document: borrowing TextDocument, _ lines: Range<Int>)
    -> Bool
  {
    document.layout.indent >= 2
      && lines.map { document.lines[$0].indent }.min() == document.layout.indent
  }

  private static func isProgram(
    _ document: borrowing TextDocument, _ lines: Range<Int>, _ table: TextTable
  ) -> Bool {
    lines.count { CodeReader.isCoded(document, $0) } * 3 >= lines.count
      || ProgramColumns.areIn(table, of: lines, document)
  }

  private func table() -> TextTable? {
    let gaps = gaps()
    let starts = gaps.indices.filter { $0 == 0 || gaps[$0].padded > 0 || hasFigures(before: $0) }
    guard starts.count > 1 else { return nil }
    let padded = starts.dropFirst().reduce(0) { $0 + gaps[$1].padded }
    let tight = starts.dropFirst().reduce(0) { $0 + gaps[$1].tight }
    guard tight > 0, padded * 3 >= tight, starts.count > 2 || padded * 2 >= tight else {
      return nil
    }
    let rows = pieces.map { row in
      starts.indices.map { column in
        let end = column + 1 < starts.count ? starts[column + 1] : row.count
        return joined(row[starts[column]..<end])
      }
    }
    guard rows.count(where: { $0.count { !$0.isEmpty } > 1 }) * 3 >= rows.count * 2 else {
      return nil
    }
    return TextTable(
      rows: rows,
      hasHeader: TabTable.looksLikeHeader(rows, source.span))
  }

  /// Before each piece, in how many rows more than one space stands and in how many exactly one.
  private func gaps() -> [(padded: Int, tight: Int)] {
    var found = [(padded: Int, tight: Int)](repeating: (0, 0), count: pieces[0].count)
    for (number, row) in pieces.enumerated() {
      var last: Int?
      for (place, piece) in row.enumerated() where !piece.isEmpty {
        // A header stands in the middle of its column, where any piece may begin.
        let isNext = last == place - 1
        if let last, piece.lowerBound - row[last].upperBound == 1 {
          found[place].tight += 1
        } else if isNext || number > 0, place > 0 {
          found[place].padded += 1
        }
        last = place
      }
    }
    return found
  }

  /// Whether the pieces on both sides are numbers, or signs for yes and no, in all rows but the first that have both.
  private func hasFigures(before place: Int) -> Bool {
    var count = 0
    for row in pieces.dropFirst() where !row[place - 1].isEmpty && !row[place].isEmpty {
      let left = source[row[place - 1]]
      let right = source[row[place]]
      guard isNumber(left) && isNumber(right) && !isGroup(right) || isSign(left) && isSign(right)
      else { return false }
      count += 1
    }
    return count >= BrowserColumns.fewestFigures
  }

  /// A number with the signs that numbers have; `(0.3)` behind a number belongs to it, as does `± 0.3`.
  private func isNumber(_ piece: ArraySlice<UInt8>) -> Bool {
    guard let first = piece.first,
      ASCII.isDigit(first) || "+-.<>~".utf8.contains(first) || first == 0xE2
    else { return false }
    return piece.contains(where: ASCII.isDigit)
      && piece.allSatisfy { byte in
        ASCII.isDigit(byte) || " +-.,%()<>=~*:".utf8.contains(byte) || byte == 0xE2
          || byte & 0xC0 == 0x80
      }
  }

  private func isSign(_ piece: ArraySlice<UInt8>) -> Bool {
    piece.elementsEqual("+".utf8) || piece.elementsEqual("-".utf8)
      || piece.elementsEqual("–".utf8) || piece.elementsEqual("−".utf8)
  }

  /// Three digits, which may belong to the number before them: `12 500`.
  private func isGroup(_ piece: ArraySlice<UInt8>) -> Bool {
    piece.count == 3 && piece.allSatisfy(ASCII.isDigit)
  }

  private func joined(_ pieces: ArraySlice<Range<Int>>) -> Range<Int> {
    guard let first = pieces.first(where: { !$0.isEmpty }),
      let last = pieces.last(where: { !$0.isEmpty })
    else { return pieces.first! }
    return first.lowerBound..<last.upperBound
  }
}
