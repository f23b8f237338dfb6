/// Tells how many columns a table has of whose cells only the order is known, one cell in each line.
///
/// Under the right number the cells of each column look alike. Each number is judged by how well every cell is foretold
/// by those above it (prequential coding, Dawid 1984), which needs no penalty for the number of columns: a column tells
/// nothing of its first cell.
enum CellPeriod {
  /// The most columns, and how many cells are looked at.
  private static let mostColumns = 24
  private static let mostCells = 480
  /// What speaks against a number of columns that leaves the last row short.
  private static let remainder = -4.0
  /// How much better than one column the columns must be, and how much where the lines may be no cells at all.
  private static let margin = 2.0
  private static let doubt = 8.0

  /// The number of columns, the first row being a header; `nil` where the cells look like one column.
  static func columns(of cells: [Range<Int>], isDoubtful: Bool, _ source: [UInt8]) -> Int? {
    guard cells.count >= 4 else { return nil }
    let traits = cells.prefix(mostCells).map { CellTraits($0, source) }
    var table = ColumnProfile()
    for cell in traits { table.add(cell) }
    let one = score(traits, columns: 1, in: table)
    var best: (columns: Int, score: Double)?
    for columns in 2...min(mostColumns, cells.count / 2) {
      let score =
        score(traits, columns: columns, in: table)
        + (cells.count % columns == 0 ? 0 : remainder)
      if score > max(one + (isDoubtful ? doubt : margin), best?.score ?? -.infinity) {
        best = (columns, score)
      }
    }
    return best?.columns
  }

  /// The logarithm of the chance of the cells, read row by row.
  private static func score(_ cells: [CellTraits], columns: Int, in table: ColumnProfile) -> Double
  {
    var profiles = [ColumnProfile](repeating: ColumnProfile(), count: columns)
    var sum = 0.0
    for (number, cell) in cells.enumerated() {
      let column = number % columns
      // What a header looks like tells nothing of the cells below.
      if number < columns {
        sum += table.strangeness(of: cell)
      } else {
        sum += profiles[column].likelihood(of: cell, in: table)
        profiles[column].add(cell)
      }
    }
    return sum
  }
}
