/// Puts back the empty cells of tables from which an extractor dropped them.
///
/// Some extractors leave out empty cells and fill the row up at its end: `Oster | 12 | old |||`. Where no row of a table
/// has an empty cell but at its end, each short row is spread over the columns so that its cells stand under those that
/// look like them. Tables of one text with the same header have the same columns and are spread together: what one
/// lacks another may show.
enum DroppedCells {
  /// The most columns of a table, and the most rows times columns times columns: larger tables stay as they are.
  private static let mostColumns = 64
  private static let mostSteps = 400_000

  static func restore(_ tables: inout [TextTable], _ source: [UInt8]) {
    var groups: [[Int]] = []
    var groupOf: [[UInt8]: Int] = [:]
    for table in tables.indices where tables[table].isCutByMarks && isFlushLeft(tables[table].rows)
    {
      guard tables[table].hasHeader else {
        groups.append([table])
        continue
      }
      let name = header(of: tables[table], source)
      if let group = groupOf[name] {
        groups[group].append(table)
      } else {
        groupOf[name] = groups.count
        groups.append([table])
      }
    }
    for group in groups { spread(group, of: &tables, source) }
  }

  /// Whether all rows are filled up to the same length, and none has an empty cell but at its end.
  private static func isFlushLeft(_ rows: [[Range<Int>]]) -> Bool {
    let columns = rows.reduce(0) { max($0, $1.count) }
    return columns > 2 && columns <= mostColumns
      && rows.count(where: { $0.count == columns }) * 4 >= rows.count * 3
      && rows.allSatisfy { row in row.prefix { !$0.isEmpty }.count == row.count { !$0.isEmpty } }
  }

  /// The texts of a header and how many columns there are.
  private static func header(of table: TextTable, _ source: [UInt8]) -> [UInt8] {
    Array(table.rows[0].map { source[$0] }.joined(separator: [UInt8(ascii: "|")]))
  }

  private static func spread(_ group: [Int], of tables: inout [TextTable], _ source: [UInt8]) {
    let columns = group.reduce(0) { most, table in
      tables[table].rows.reduce(most) { max($0, $1.count) }
    }
    var rows: [(table: Int, row: Int, filled: Int)] = []
    for table in group {
      let filled = tables[table].rows.map { row in row.count { !$0.isEmpty } }
      let first = tables[table].hasHeader ? 1 : 0
      if isTriangle(filled[first...], columns) {
        for row in first..<filled.count {
          tables[table].rows[row] = shifted(
            tables[table].rows[row], filled[row], by: columns - filled[row])
        }
      } else {
        for row in first..<filled.count where filled[row] > 0 {
          rows.append((table, row, filled[row]))
        }
      }
    }
    if rows.count > 1, rows.count * columns * columns <= mostSteps,
      rows.contains(where: { $0.filled < columns }), rows.contains(where: { $0.filled > 1 })
    {
      let traits = rows.map { row in
        tables[row.table].rows[row.row][..<row.filled].map { CellTraits($0, source) }
      }
      for (row, places) in zip(rows, CellAlignment.places(of: traits, limit: columns)) {
        tables[row.table].rows[row.row] = laid(tables[row.table].rows[row.row], at: places, columns)
      }
    }
    for table in group where tables[table].hasHeader {
      restoreCorner(&tables[table].rows, columns, source)
    }
  }

  /// The first cells of a row at their columns, and empty ones between.
  private static func laid(_ row: [Range<Int>], at places: [Int], _ columns: Int) -> [Range<Int>] {
    let end = row[places.count - 1].upperBound
    var laid = [Range<Int>](repeating: end..<end, count: columns)
    var next = 0
    for (cell, place) in places.enumerated() {
      let start = row[cell].lowerBound
      for column in next..<place { laid[column] = start..<start }
      laid[place] = row[cell]
      next = place + 1
    }
    return laid
  }

  // MARK: Matrices and corners

  /// Whether each row has one cell less than the one above: half of a matrix of distances.
  private static func isTriangle(_ filled: ArraySlice<Int>, _ columns: Int) -> Bool {
    filled.count >= 3 && filled.enumerated().allSatisfy { $1 == columns - $0 }
  }

  /// A row whose cells but the first stand at the end.
  private static func shifted(_ row: [Range<Int>], _ filled: Int, by gap: Int) -> [Range<Int>] {
    guard gap > 0, filled > 1 else { return row }
    let place = row[1].lowerBound
    return [row[0]] + [Range<Int>](repeating: place..<place, count: gap) + row[1..<filled]
  }

  /// Moves a header that lacks one name past the corner over the names of the rows, which headers leave empty.
  private static func restoreCorner(
    _ rows: inout [[Range<Int>]], _ columns: Int, _ source: [UInt8]
  ) {
    guard rows.count > 2, rows[0].count == columns,
      rows[0].count(where: { !$0.isEmpty }) == columns - 1,
      isLastColumnFilled(rows[1...], columns) || isNumbered(rows[1...], source)
    else { return }
    let corner = rows[0][0].lowerBound
    rows[0] = [corner..<corner] + rows[0].dropLast()
  }

  private static func isLastColumnFilled(_ rows: ArraySlice<[Range<Int>]>, _ columns: Int) -> Bool {
    rows.count { $0.count == columns && !$0[columns - 1].isEmpty } * 2 >= rows.count
  }

  /// Whether the rows begin with their numbers, which a group of rows may count anew: a header leaves the cell over
  /// those empty.
  private static func isNumbered(_ rows: ArraySlice<[Range<Int>]>, _ source: [UInt8]) -> Bool {
    let numbers = rows.compactMap { row in row.first.flatMap { decimal(source[$0]) } }
    let falls = zip(numbers, numbers.dropFirst()).filter { $0 >= $1 }
    return numbers.count * 4 >= rows.count * 3 && falls.allSatisfy { $1 == 1 }
      && falls.count * 4 <= numbers.count
  }
}
