/// Counts the scalars of a text and those of them that are white space.
enum CharacterCount {
  /// Returns both counts; a malformed byte is no scalar unless it looks like a first byte.
  static func count(_ text: UnsafeBufferPointer<UInt8>) -> (scalars: Int, blanks: Int) {
    guard let base = text.baseAddress else { return (0, 0) }
    var continuations = 0
    var blanks = 0
    var seen: UInt64 = 0
    var index = 0
    // Eight bytes at a time in one word: `SIMD32` with its masks is compiled to a loop over the lanes, which takes
    // six times as long.
    while index + 8 <= text.count {
      let bytes = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      seen |= bytes
      continuations += CharacterCount.continuations(bytes)
      blanks += CharacterCount.blanks(bytes)
      index += 8
    }
    if index < text.count {
      var rest: UInt64 = 0
      // Zeros behind the last bytes are neither.
      for place in (index..<text.count).reversed() { rest = rest << 8 | UInt64(base[place]) }
      seen |= rest
      continuations += CharacterCount.continuations(rest)
      blanks += CharacterCount.blanks(rest)
    }
    if seen & high != 0 { blanks += otherBlanks(base, text.count) }
    return (text.count - continuations, blanks)
  }

  /// The highest bit of each byte.
  private static let high: UInt64 = 0x8080_8080_8080_8080

  private static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// How many of eight bytes are `10xxxxxx`.
  @inline(__always)
  private static func continuations(_ bytes: UInt64) -> Int {
    (bytes & ~(bytes << 1) & high).nonzeroBitCount
  }

  /// How many of eight bytes are ASCII white space: 9 to 13 or 32.
  @inline(__always)
  private static func blanks(_ bytes: UInt64) -> Int {
    let low = bytes & ~high
    // Sums of seven bits stay in their byte; its highest bit tells how they compare.
    let control = (low &+ each(0x80 - 9)) & ~(low &+ each(0x80 - 14))
    let space = ~((low ^ each(0x20)) &+ each(0x7F))
    return ((control | space) & ~bytes & high).nonzeroBitCount
  }

  private static func otherBlanks(_ base: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var blanks = 0
    for index in 0..<count where base[index] >= 0xC2 && base[index] <= 0xE3 {
      let isLead = base[index] == 0xC2 || base[index] >= 0xE1
      if isLead, WhiteSpace.contains(UTF8Scalars.decode(base, index, count).scalar) { blanks += 1 }
    }
    return blanks
  }
}
