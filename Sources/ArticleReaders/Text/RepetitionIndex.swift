/// Finds where stretches of a source stand again, in one pass over it however many stretches there are.
///
/// As rsync finds the blocks of an old file in a new one (Tridgell and Mackerras, 1996), only with the sides changed:
/// the text that may hold copies is entered in a table at every twelfth byte of the source, and of a stretch the windows
/// that start at twelve bytes in a row are looked up. One of them lies over an entry, wherever the copy stands.
struct RepetitionIndex {
  /// The bytes of a window.
  private static let width = 16
  /// How far apart the windows of the text are.
  private static let step = 12
  /// The bytes in the middle of a stretch that a copy has to share with it.
  private static let shortest = width + step - 1
  /// How many entries one window is compared with: a line that a text repeats without end is not compared with all others.
  private static let mostEntries = 64

  private let source: [UInt8]
  /// For each value of a hash the last window entered that has it, counted in steps, or -1: twice as many as windows,
  /// but at most 8192.
  private var newest: [Int32]
  /// For each window entered the one before it with the same hash, or -1.
  private var older: [Int32]
  /// Where the text that was entered last ends.
  private var end = 0

  init(source: [UInt8]) {
    self.source = source
    let count = min(4096, max(64, source.count / RepetitionIndex.step))
    newest = [Int32](repeating: -1, count: 1 << (Int.bitWidth - count.leadingZeroBitCount))
    older = [Int32](repeating: -1, count: source.count / RepetitionIndex.step + 1)
  }

  /// Enters the text of a range, which must lie behind those before.
  mutating func add(_ range: Range<Int>) {
    let step = RepetitionIndex.step
    let last = range.upperBound - RepetitionIndex.width
    var place = (max(range.lowerBound, end) + step - 1) / step * step
    source.withUnsafeBytes { bytes in
      newest.withUnsafeMutableBufferPointer { newest in
        older.withUnsafeMutableBufferPointer { older in
          while place <= last {
            let hash = Window(bytes, place).hash & (newest.count - 1)
            let entry = Int(bitPattern: UInt(bitPattern: place) / UInt(step))
            older[entry] = newest[hash]
            newest[hash] = Int32(truncatingIfNeeded: entry)
            place &+= step
          }
        }
      }
    }
    end = range.upperBound
  }

  /// Calls `found` for each place at which the middle of a stretch stands in the text, itself left out: `probe` is a byte
  /// of the stretch, `copy` the one that it has there. What was entered before the byte `oldest` is passed over.
  func copies(
    of stretch: Range<Int>, since oldest: Int, _ found: (_ probe: Int, _ copy: Int) -> Void
  ) {
    guard stretch.count >= RepetitionIndex.shortest else { return }
    let middle = stretch.lowerBound + (stretch.count - RepetitionIndex.shortest) / 2
    source.withUnsafeBytes { bytes in
      newest.withUnsafeBufferPointer { newest in
        older.withUnsafeBufferPointer { older in
          for probe in middle..<middle + RepetitionIndex.step {
            let window = Window(bytes, probe)
            var entry = newest[window.hash & (newest.count - 1)]
            var compared = 0
            while entry >= 0, compared < RepetitionIndex.mostEntries {
              let copy = Int(entry) &* RepetitionIndex.step
              if copy < oldest { break }
              if copy != probe, Window(bytes, copy) == window { found(probe, copy) }
              entry = older[Int(entry)]
              compared &+= 1
            }
          }
        }
      }
    }
  }

  /// Sixteen bytes.
  private struct Window: Equatable {
    private let start: UInt64
    private let rest: UInt64

    @inline(__always)
    init(_ bytes: UnsafeRawBufferPointer, _ place: Int) {
      start = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      rest = bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
    }

    @inline(__always)
    var hash: Int {
      let mixed = (start &* 0x9E37_79B9_7F4A_7C15 ^ rest) &* 0xD6E8_FEB8_6659_FD93
      return Int(truncatingIfNeeded: mixed >> 51)
    }
  }
}
