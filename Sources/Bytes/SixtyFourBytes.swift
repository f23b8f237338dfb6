/// Sixty-four bytes of a text, a bit for each, the first in the lowest: what loops that run from one bit to the next
/// find without a decision for each byte.
@frozen public struct SixtyFourBytes {
  @inlinable @inline(__always)
  public static var count: Int { 64 }

  /// ASCII letters and digits.
  public let parts: UInt64
  /// Bytes above 0x7F, and those of ASCII from 0x40 that are no letters: `@`, `_`, brackets and others that are rare.
  public let others: UInt64

  /// The bytes at `place`.
  @inlinable @inline(__always)
  public init(_ place: UnsafePointer<UInt8>) {
    var (parts, others) = (0 as UInt64, 0 as UInt64)
    for eighth in 0..<8 {
      let eight = EightBytes(place + 8 &* eighth)
      let letters = eight.letters
      let shift = UInt64(truncatingIfNeeded: 8 &* eighth)
      parts |= SixtyFourBytes.packed(letters | eight.digits) &<< shift
      others |= SixtyFourBytes.packed(eight.fromAtSign & ~letters) &<< shift
    }
    (self.parts, self.others) = (parts, others)
  }

  /// The highest bits of eight bytes in one byte.
  @inlinable @inline(__always)
  static func packed(_ mask: UInt64) -> UInt64 { ((mask >> 7) &* 0x0102_0408_1020_4080) >> 56 }
}
