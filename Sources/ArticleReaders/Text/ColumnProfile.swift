import Glibc

/// What a cell looks like.
struct CellTraits {
  /// A hash of its bytes.
  let text: Int
  /// A hash of its runs of digits, letters and other bytes: `74: p.24` and `82: p.9` look alike.
  let shape: Int
  /// The class of its first byte.
  let start: UInt8
  /// The binary logarithm of its length, rounded up.
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
    start = range.isEmpty ? 0 : CellTraits.kind(source[range.lowerBound])
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

/// What the cells of a column look like, as counts, and how likely another cell is among them.
struct ColumnProfile {
  /// The weight of what the whole table looks like against what the column does, in cells.
  private static let trust = 0.5

  private var rows: Int
  private(set) var filled = 0
  private var texts: [Int: Int] = [:]
  private var shapes: [Int: Int] = [:]
  private var starts: [UInt8: Int] = [:]
  /// By the logarithm of the length, with room for a neighbour on both sides.
  private var lengths = [Int](repeating: 0, count: Int.bitWidth + 2)

  /// A column of which some rows are known to have no cell in it.
  init(emptyRows: Int = 0) { rows = emptyRows }

  mutating func add(_ cell: CellTraits?) { count(cell, 1) }

  mutating func remove(_ cell: CellTraits?) { count(cell, -1) }

  private mutating func count(_ cell: CellTraits?, _ step: Int) {
    rows += step
    guard let cell else { return }
    filled += step
    texts[cell.text, default: 0] += step
    if texts[cell.text] == 0 { texts[cell.text] = nil }
    shapes[cell.shape, default: 0] += step
    starts[cell.start, default: 0] += step
    lengths[cell.length + 1] += step
  }

  /// The logarithm of the chance that a row has no cell here.
  var absence: Double { log((Double(rows - filled) + 0.5) / Double(rows + 1)) }

  /// The logarithm of the chance of a row to be the first that has a cell in a column beside this one.
  var novelty: Double { -log(Double(rows + 2)) }

  /// The logarithm of the chance that a row has this very cell here.
  ///
  /// Its text has stood here before, or it is a new one that looks like those that have. How likely a new text is
  /// follows from how many different ones there are: a column of twenty `X` expects another `X`, one of twenty names a
  /// new name.
  func likelihood(of cell: CellTraits, in table: ColumnProfile) -> Double {
    let presence = log((Double(filled) + 0.5) / Double(rows + 1))
    guard filled > 0 else { return presence + table.strangeness(of: cell) }
    let looks =
      share(shapes[cell.shape], of: table.shapes[cell.shape], table).squareRoot()
      * share(starts[cell.start], of: table.starts[cell.start], table)
      * share(spread(cell.length), of: table.spread(cell.length), table)
    let new = (Double(texts.count) - 0.5) / (Double(filled) + 0.5)
    let known = Double(texts[cell.text] ?? 0) / Double(filled + 1)
    return presence + log(known + new * looks)
  }

  /// The logarithm of the chance of a cell in a column of which nothing is known, `self` being all cells of the table.
  func strangeness(of cell: CellTraits) -> Double {
    let shape =
      (Double(shapes[cell.shape] ?? 0) + 0.1).squareRoot() / Double(filled + 1).squareRoot()
    let start = (Double(starts[cell.start] ?? 0) + 0.1) / Double(filled + 1)
    let length = (spread(cell.length) + 0.1) / Double(filled + 1)
    return log(shape * start * length)
  }

  /// How many cells are about as long: those twice or half as long count half.
  private func spread(_ length: Int) -> Double {
    0.5 * Double(lengths[length + 1]) + 0.25 * Double(lengths[length] + lengths[length + 2])
  }

  private func share(_ own: Int?, of all: Int?, _ table: ColumnProfile) -> Double {
    share(Double(own ?? 0), of: Double(all ?? 0), table)
  }

  private func share(_ own: Double, of all: Double, _ table: ColumnProfile) -> Double {
    let prior = (all + 0.1) / Double(table.filled + 1)
    return (own + ColumnProfile.trust * prior) / (Double(filled) + ColumnProfile.trust)
  }
}
