import ArticleModel

/// Tests of bytes that need no table.
enum ASCII {
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  /// The first digit in a range of bytes from `start` on; `end` where none is.
  static func nextDigit(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    ByteScan.first(in: bytes, from: start, to: end, ByteScan.digits)
  }
}
