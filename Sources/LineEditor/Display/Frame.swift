/// What the editor wants on the screen: rows of cells, and the cursor.
struct Frame: Equatable {
  typealias Row = [Cell]

  struct Position: Equatable {
    var row = 0
    var column = 0
  }

  var rows: [Row] = [[]]
  var cursor = Position()

  static func columns(_ row: Row) -> Int { row.reduce(0) { $0 + $1.columns } }

  /// The frame cut to `height` rows around the cursor.
  ///
  /// - Parameter top: the first row that was shown before; it moves as little as the cursor needs.
  func window(height: Int, top: inout Int) -> Frame {
    guard rows.count > height else {
      top = 0
      return self
    }
    top = min(top, rows.count - height)
    if cursor.row < top { top = cursor.row }
    if cursor.row >= top + height { top = cursor.row - height + 1 }
    return Frame(
      rows: Array(rows[top..<top + height]),
      cursor: Position(row: cursor.row - top, column: cursor.column))
  }
}
