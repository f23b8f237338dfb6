/// Eight bytes of a text in one word, the first in the lowest byte: tests that look at all of them at
/// once.
///
/// Each test gives a mask with the highest bit of every byte that passes. They work on sums of seven
/// bits, which stay in their byte; the highest bit of a sum tells how the byte compares.
@frozen public struct EightBytes {
  public let bits: UInt64

  /// The highest bit of each byte.
  @inlinable @inline(__always)
  public static var high: UInt64 { 0x8080_8080_8080_8080 }

  /// The eight bytes at `place`.
  @inlinable @inline(__always)
  public init(_ place: UnsafePointer<UInt8>) {
    bits = UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
  }

  @inlinable @inline(__always)
  public init(bits: UInt64) { self.bits = bits }

  /// The first `count` bytes (0 to 8) at `place`, zeros behind them; reads no others.
  @inlinable @inline(__always)
  public init(_ place: UnsafePointer<UInt8>, count: Int) {
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

  @inlinable @inline(__always)
  static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Which bytes, their highest bits aside, are in `range`.
  @inlinable @inline(__always)
  static func within(_ low: UInt64, _ range: ClosedRange<UInt8>) -> UInt64 {
    (low &+ each(0x80 - range.lowerBound)) & ~(low &+ each(0x7F - range.upperBound))
  }

  @inlinable @inline(__always)
  var low: UInt64 { bits & ~EightBytes.high }

  /// Bytes above 0x7F.
  @inlinable @inline(__always)
  public var notASCII: UInt64 { bits & EightBytes.high }

  /// Bytes from 0x40 on, the at sign.
  @inlinable @inline(__always)
  var fromAtSign: UInt64 { (bits | bits << 1) & EightBytes.high }

  @inlinable @inline(__always)
  public var letters: UInt64 {
    EightBytes.within(low | EightBytes.each(0x20), 0x61...0x7A) & ~bits & EightBytes.high
  }

  @inlinable @inline(__always)
  public var capitals: UInt64 { EightBytes.within(low, 0x41...0x5A) & ~bits & EightBytes.high }

  @inlinable @inline(__always)
  public var digits: UInt64 { EightBytes.within(low, 0x30...0x39) & ~bits & EightBytes.high }

  /// The blank U+0020.
  @inlinable @inline(__always)
  public var spaces: UInt64 { equal(0x20) }

  /// The bytes that are `byte`.
  @inlinable @inline(__always)
  public func equal(_ byte: UInt8) -> UInt64 {
    let rest = bits ^ EightBytes.each(byte)
    return ~(((rest & ~EightBytes.high) &+ ~EightBytes.high) | rest) & EightBytes.high
  }

  /// The bytes with capitals as small letters.
  @inlinable @inline(__always)
  public var lowercased: EightBytes { EightBytes(bits: bits | capitals >> 2) }

  /// The place of the first byte of a mask that is not 0.
  @inlinable @inline(__always)
  public static func first(_ mask: UInt64) -> Int { mask.trailingZeroBitCount >> 3 }
}
