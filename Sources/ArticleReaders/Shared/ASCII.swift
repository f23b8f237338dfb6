/// Tests of bytes that need no table.
enum ASCII {
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  /// The first digit in a range of bytes from `start` on; `end` where none is.
  static func nextDigit(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    bytes.withUnsafeBytes { raw in
      var index = start
      while index + 8 <= end {
        let digits = digits(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        if digits != 0 { return index + digits.trailingZeroBitCount / 8 }
        index += 8
      }
      while index < end, !isDigit(raw[index]) { index += 1 }
      return max(start, min(index, end))
    }
  }

  /// The top bit of each of eight bytes that is a digit.
  @inline(__always)
  private static func digits(_ word: UInt64) -> UInt64 {
    // A digit without the bits of `0` is below 10: adding 0x76 to seven bits does not reach the eighth.
    let rest = word ^ 0x3030_3030_3030_3030
    return ~(((rest & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676) | rest)
      & 0x8080_8080_8080_8080
  }
}
