/// Finds where stretches of a source stand again, in one pass over it however many stretches there are.
///
/// As rsync finds the blocks of an old file in a new one (Tridgell and Mackerras, 1996), only with the sides changed:
/// the text that may hold copies is entered in a table once for every eighth byte of the source, and of a stretch the
/// windows that start at eight bytes in a row are looked up. One of them lies over an entry, wherever the copy stands.
struct RepetitionIndex {
  /// The bytes of a window, and how far apart the windows of the text are entered.
  private static let width = 8
  /// The bytes in the middle of a stretch that a copy has to share with it.
  private static let shortest = 2 * width - 1
  /// How many entries one window is compared with: a line that a text repeats without end is not compared with all others.
  private static let mostEntries = 96

  private let source: [UInt8]
  /// For each value of twelve bits of a hash the last window entered that has it, counted in eights of bytes, or -1.
  private var newest = [Int32](repeating: -1, count: 4096)
  /// For each window entered the one before it with the same hash, or -1.
  private var older: [Int32]
  /// Where the text that was entered last ends.
  private var end = 0

  init(source: [UInt8]) {
    self.source = source
    older = [Int32](repeating: -1, count: source.count / RepetitionIndex.width + 1)
  }

  /// Enters the text of a range, which must lie behind those before.
  mutating func add(_ range: Range<Int>) {
    let width = RepetitionIndex.width
    var place = (max(range.lowerBound, end) + width - 1) / width * width
    source.withUnsafeBytes { bytes in
      newest.withUnsafeMutableBufferPointer { newest in
        older.withUnsafeMutableBufferPointer { older in
          while place + width <= range.upperBound {
            let hash = RepetitionIndex.hash(bytes, place)
            older[place / width] = newest[hash]
            newest[hash] = Int32(truncatingIfNeeded: place / width)
            place += width
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
      for probe in middle..<middle + RepetitionIndex.width {
        let window = bytes.loadUnaligned(fromByteOffset: probe, as: UInt64.self)
        var entry = newest[RepetitionIndex.hash(bytes, probe)]
        var compared = 0
        while entry >= 0, compared < RepetitionIndex.mostEntries {
          let copy = Int(entry) * RepetitionIndex.width
          if copy < oldest { break }
          if copy != probe, bytes.loadUnaligned(fromByteOffset: copy, as: UInt64.self) == window {
            found(probe, copy)
          }
          entry = older[Int(entry)]
          compared += 1
        }
      }
    }
  }

  @inline(__always)
  private static func hash(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Int {
    let window = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    return Int(truncatingIfNeeded: (window &* 0x9E37_79B9_7F4A_7C15) >> 52)
  }
}
