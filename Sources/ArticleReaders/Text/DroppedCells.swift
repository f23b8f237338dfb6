/// Puts back the empty cells of tables from which an extractor dropped them.
///
/// Some extractors leave out empty cells and fill the row up at its end: `Oster | 12 | old |||`. Where no row of a table
/// has an empty cell but at its end, each short row is spread over the columns so that its cells stand under those that
/// look like them: a global alignment of the row with the profiles of the columns (Needleman and Wunsch 1970).
enum DroppedCells {
  /// The most cells of a row and the most rows of a table that are aligned; longer ones stay as they are.
  private static let mostColumns = 64
  private static let mostRows = 2_000

  static func restore(_ rows: [[Range<Int>]], _ source: [UInt8], hasHeader: Bool) -> [[Range<Int>]]
  {
    let columns = rows.reduce(0) { max($0, $1.count) }
    let filled = rows.map { row in row.count { !$0.isEmpty } }
    guard columns > 2, columns <= mostColumns, rows.count > 2, rows.count <= mostRows,
      rows.count(where: { $0.count == columns }) * 4 >= rows.count * 3,
      rows.allSatisfy({ row in row.prefix { !$0.isEmpty }.count == row.count { !$0.isEmpty } }),
      filled.contains(where: { $0 > 1 && $0 < columns })
    else { return rows }
    var aligned = rows
    let first = hasHeader ? 1 : 0
    if isTriangle(filled[first...], columns) {
      for row in first..<rows.count {
        aligned[row] = shifted(rows[row], filled[row], by: columns - filled[row])
      }
    } else {
      align(&aligned, filled, from: first, columns, source)
    }
    if hasHeader, rows[0].count == columns, filled[0] == columns - 1,
      isLastColumnFilled(aligned[1...], columns) || isNumbered(aligned[1...], source)
    {
      // The corner over the names of the rows is what a header leaves empty.
      let corner = rows[0][0].lowerBound
      aligned[0] = [corner..<corner] + rows[0].dropLast()
    }
    return aligned
  }

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

  private static func isLastColumnFilled(_ rows: ArraySlice<[Range<Int>]>, _ columns: Int) -> Bool {
    rows.count { $0.count == columns && !$0[columns - 1].isEmpty } * 2 >= rows.count
  }

  /// Whether the rows begin with their numbers: a header leaves the cell over those empty.
  private static func isNumbered(_ rows: ArraySlice<[Range<Int>]>, _ source: [UInt8]) -> Bool {
    let numbers = rows.compactMap { row in row.first.flatMap { decimal(source[$0]) } }
    return numbers.count * 4 >= rows.count * 3
      && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  }

  // MARK: Alignment

  /// Spreads the short rows, the longest first, as they are the surest; each adds to what is known of the columns.
  private static func align(
    _ rows: inout [[Range<Int>]], _ filled: [Int], from first: Int, _ columns: Int,
    _ source: [UInt8]
  ) {
    var profiles = [ColumnProfile](repeating: ColumnProfile(), count: columns)
    let order = (first..<rows.count).filter { rows[$0].count == columns }.sorted {
      (-filled[$0], $0) < (-filled[$1], $1)
    }
    for row in order {
      if filled[row] > 1, filled[row] < columns, profiles[0].rows > 0 {
        rows[row] = spread(rows[row], filled[row], profiles, source)
      }
      // The name of a group of rows tells nothing of the columns.
      guard filled[row] > 1 else { continue }
      for column in 0..<columns { profiles[column].add(rows[row][column], source) }
    }
  }

  /// The cells of a row at the columns that suit them best, in their order.
  private static func spread(
    _ row: [Range<Int>], _ filled: Int, _ profiles: [ColumnProfile], _ source: [UInt8]
  ) -> [Range<Int>] {
    let columns = profiles.count
    let width = columns + 1
    // best[cell * width + column]: the most that the first cells give in the first columns.
    var best = [Double](repeating: -.infinity, count: (filled + 1) * width)
    var isPlaced = [Bool](repeating: false, count: (filled + 1) * width)
    for column in 0...columns { best[column] = 0 }
    for cell in 1...filled {
      let traits = CellTraits(row[cell - 1], source)
      for column in cell...columns - (filled - cell) {
        let at = cell * width + column
        let placed =
          best[at - width - 1] + profiles[column - 1].affinity(traits)
        // At a draw the cell stays as far to the left as it was.
        if placed > best[at - 1] {
          best[at] = placed
          isPlaced[at] = true
        } else {
          best[at] = best[at - 1]
        }
      }
    }
    var spread = [Range<Int>](repeating: 0..<0, count: columns)
    var (cell, column) = (filled, columns)
    var place = row[filled - 1].upperBound
    while column > 0 {
      if cell > 0, isPlaced[cell * width + column] {
        spread[column - 1] = row[cell - 1]
        place = row[cell - 1].lowerBound
        cell -= 1
      } else {
        spread[column - 1] = place..<place
      }
      column -= 1
    }
    return spread
  }
}

/// What a cell looks like.
struct CellTraits {
  /// A hash of its bytes.
  let text: Int
  /// A hash of its runs of digits, letters and other bytes: `74: p.24` and `82: p.9` look alike.
  let shape: Int
  /// Digits, a capital, a small letter or another sign at its start.
  let start: Int
  /// The logarithm of its length.
  let length: Int

  init(_ range: Range<Int>, _ source: [UInt8]) {
    var text = Hasher.seed
    var shape = Hasher.seed
    var last: UInt8 = 0
    for byte in source[range] {
      text = Hasher.step(text, byte)
      let kind = CellTraits.kind(byte)
      if kind != last { shape = Hasher.step(shape, kind) }
      last = kind
    }
    self.text = text
    self.shape = shape
    start = range.isEmpty ? 0 : Int(CellTraits.kind(source[range.lowerBound]))
    length = Int.bitWidth - range.count.leadingZeroBitCount
  }

  /// The class of a byte; a mark of punctuation stands for itself.
  private static func kind(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt8(ascii: "a")
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(ascii: "A")
    case 0x80...: 0x80
    default: byte
    }
  }

  /// FNV-1a: the same in every run, as results must be.
  private enum Hasher {
    static let seed = Int(bitPattern: 0xCBF2_9CE4_8422_2325 as UInt)

    static func step(_ hash: Int, _ byte: UInt8) -> Int { (hash ^ Int(byte)) &* 0x0100_0000_01B3 }
  }
}

/// What the cells of a column look like.
struct ColumnProfile {
  private(set) var rows = 0
  private var filled = 0
  private var texts: [Int: Int] = [:]
  private var shapes: [Int: Int] = [:]
  private var starts: [Int: Int] = [:]
  private var lengths: [Int: Int] = [:]

  mutating func add(_ cell: Range<Int>, _ source: [UInt8]) {
    rows += 1
    guard !cell.isEmpty else { return }
    let traits = CellTraits(cell, source)
    filled += 1
    texts[traits.text, default: 0] += 1
    shapes[traits.shape, default: 0] += 1
    starts[traits.start, default: 0] += 1
    lengths[traits.length, default: 0] += 1
  }

  /// How well a cell goes with the column: the share of cells like it, and of rows that have a cell here at all.
  func affinity(_ traits: CellTraits) -> Double {
    guard filled > 0 else { return 0 }
    let like =
      3 * (texts[traits.text] ?? 0) + 2 * (shapes[traits.shape] ?? 0) + (starts[traits.start] ?? 0)
      + (lengths[traits.length] ?? 0)
    return Double(like) / Double(filled) + Double(filled) / Double(rows)
  }
}
