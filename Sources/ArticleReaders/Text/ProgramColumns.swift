import Bytes

/// Tells the columns of programs from those of tables: comments behind statements, signs of definition below each other.
enum ProgramColumns {
  private static let comments = ["# ", "#:", "//", "/*", "-- ", "; ", "<-"].map { Array($0.utf8) }
  private static let definitions = ["=", "::=", ":="].map { Array($0.utf8) }

  /// Whether lines that could be a table of padded columns are a program.
  static func areIn(
    _ table: TextTable, of lines: Range<Int>, _ document: borrowing TextDocument
  ) -> Bool {
    // A table may hold code; a program is not filled up with spaces at the ends of its lines.
    !lines.contains { isPadded(document, $0) } && isProgram(table, of: lines, document)
  }

  private static func isPadded(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let end = document.lines[line].content.upperBound
    return end + 1 < document.source.count && document.source[end] == 0x20
      && document.source[end + 1] == 0x20
  }

  private static func isProgram(
    _ table: TextTable, of lines: Range<Int>, _ document: borrowing TextDocument
  ) -> Bool {
    areComments(table, document.source) || areDefinitions(table, document.source)
      || lines.count { isStatement(document, $0) } * 2 >= lines.count
  }

  /// Whether a line has a prompt or ends as statements do; calls and assignments stand in the cells of tables as well.
  private static func isStatement(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let content = document.lines[line].content
    let head = document.source[content.prefix(4)]
    return head.starts(with: ">>> ".utf8) || head.starts(with: "... ".utf8)
      || ";{}\\".utf8.contains(document.source[content.upperBound - 1])
  }

  /// Whether all cells of the last column are comments: `total += 1;  # of this page`.
  private static func areComments(_ table: TextTable, _ source: [UInt8]) -> Bool {
    let cells = table.rows.compactMap(\.last).filter { !$0.isEmpty }
    return !cells.isEmpty
      && cells.allSatisfy { cell in
        comments.contains { source[cell].starts(with: $0) }
      }
  }

  /// Whether a sign of definition begins the second column or ends the first in each row: `name  = letter+`.
  private static func areDefinitions(_ table: TextTable, _ source: [UInt8]) -> Bool {
    table.rows.allSatisfy { row in
      row[0].isEmpty || definitions.contains { source[row[1]].starts(with: $0) }
    }
      || table.rows.allSatisfy { row in
        !row[0].isEmpty && source[row[0].upperBound - 1] == UInt8(ascii: "=")
          && source[row[0]].contains(where: ASCII.isLetter)
      }
  }
}
