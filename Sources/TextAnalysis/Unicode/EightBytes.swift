/// Eight bytes of a text in one word, the first in the lowest byte: tests that look at all of them at
/// once.
///
/// Each test gives a mask with the highest bit of every byte that passes. They work on sums of seven
/// bits, which stay in their byte; the highest bit of a sum tells how the byte compares.
struct EightBytes {
  let bits: UInt64

  /// The highest bit of each byte.
  static let high: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  init(_ place: UnsafePointer<UInt8>) {
    bits = UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
  }

  @inline(__always)
  init(bits: UInt64) { self.bits = bits }

  /// The first `count` bytes (0 to 8) at `place`, zeros behind them; reads no others.
  @inline(__always)
  init(_ place: UnsafePointer<UInt8>, count: Int) {
    let raw = UnsafeRawPointer(place)
    // Two reads that overlap in the middle take the place of a loop.
    switch count {
    case 8: self.init(place)
    case 4...7:
      let head = UInt64(UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self)))
      let tail = UInt64(
        UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)))
      self.init(bits: head | tail << UInt64((count - 4) * 8))
    case 1...3:
      let middle = UInt64(place[count / 2]) << UInt64(count / 2 * 8)
      self.init(
        bits: UInt64(place[0]) | middle | UInt64(place[count - 1]) << UInt64((count - 1) * 8))
    default: self.init(bits: 0)
    }
  }

  @inline(__always)
  private static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Which bytes, their highest bits aside, are in `range`.
  @inline(__always)
  private static func within(_ low: UInt64, _ range: ClosedRange<UInt8>) -> UInt64 {
    (low &+ each(0x80 - range.lowerBound)) & ~(low &+ each(0x7F - range.upperBound))
  }

  private var low: UInt64 { bits & ~EightBytes.high }

  /// Bytes above 0x7F.
  var notASCII: UInt64 { bits & EightBytes.high }

  var letters: UInt64 {
    EightBytes.within(low | EightBytes.each(0x20), 0x61...0x7A) & ~bits & EightBytes.high
  }

  var capitals: UInt64 { EightBytes.within(low, 0x41...0x5A) & ~bits & EightBytes.high }

  var digits: UInt64 { EightBytes.within(low, 0x30...0x39) & ~bits & EightBytes.high }

  /// ASCII white space: 9 to 13 and 32.
  var blanks: UInt64 {
    (EightBytes.within(low, 0x09...0x0D) | EightBytes.within(low, 0x20...0x20)) & ~bits
      & EightBytes.high
  }

  /// The blank U+0020.
  var spaces: UInt64 { EightBytes.within(low, 0x20...0x20) & ~bits & EightBytes.high }

  /// `10xxxxxx`.
  var continuations: UInt64 { bits & ~(bits << 1) & EightBytes.high }

  /// The bytes with capitals as small letters.
  var lowercased: EightBytes { EightBytes(bits: bits | capitals >> 2) }

  /// The place of the first byte of a mask that is not 0.
  @inline(__always)
  static func first(_ mask: UInt64) -> Int { mask.trailingZeroBitCount >> 3 }
}
