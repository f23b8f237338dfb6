/// Finds where stretches of a source stand again, in one pass over it however many stretches there are.
///
/// A stretch is known by the sixteen bytes from a word's start near its middle, free of the ends that a quotation
/// changes. The pass looks at word starts only; a filter of 4,096 bits turns nearly all of them away.
struct RepetitionIndex {
  /// The number of bytes that a stretch is known by.
  private static let width = 16

  private let source: [UInt8]
  private var filter = [UInt64](repeating: 0, count: 64)
  private var probes: [UInt64: [(stretch: Int, start: Int)]] = [:]

  init(source: [UInt8]) { self.source = source }

  /// Adds a stretch under a number; one without sixteen bytes behind a word's start is left out.
  mutating func add(_ stretch: Int, _ range: Range<Int>) {
    var start = (range.lowerBound + range.upperBound) / 2
    let last = range.upperBound - RepetitionIndex.width
    while start < last, !isWordStart(start) { start += 1 }
    if start > last || !isWordStart(start) {
      start = min(last, (range.lowerBound + range.upperBound) / 2)
      while start > range.lowerBound, !isWordStart(start) { start -= 1 }
    }
    guard start >= range.lowerBound, start <= last else { return }
    let key = source.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start, as: UInt64.self) }
    probes[key, default: []].append((stretch, start))
    let bit = RepetitionIndex.bit(of: key)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  private func isWordStart(_ index: Int) -> Bool {
    index == 0 || source[index] > 0x20 && source[index - 1] <= 0x20 || source[index] >= 0xC2
  }

  private static func bit(of key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 52) }

  /// Calls `found` for each stretch of which a copy stands within a range.
  func copies(in range: Range<Int>, _ found: (Int) -> Void) {
    guard !probes.isEmpty, range.count >= RepetitionIndex.width else { return }
    source.withUnsafeBytes { bytes in
      let last = range.upperBound - RepetitionIndex.width
      var previous: UInt8 = 0x20
      var index = range.lowerBound
      while index <= last {
        let byte = bytes[index]
        if byte >= 0xC2 || previous <= 0x20 && byte > 0x20 {
          let key = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          let bit = RepetitionIndex.bit(of: key)
          if filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0 { report(bytes, key, index, found) }
        }
        previous = byte
        index += 1
      }
    }
  }

  private func report(
    _ bytes: UnsafeRawBufferPointer, _ key: UInt64, _ index: Int, _ found: (Int) -> Void
  ) {
    for (stretch, start) in probes[key] ?? [] where start != index {
      let second = bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self)
      if bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self) == second {
        found(stretch)
      }
    }
  }
}
