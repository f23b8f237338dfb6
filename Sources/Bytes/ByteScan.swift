/// Looks for bytes sixteen at a time.
public enum ByteScan {
  /// The first byte in a range that passes a test; the end of the range where none does.
  ///
  /// The test sees bytes behind the range as well, and zeros behind the text.
  @inlinable @inline(__always)
  public static func first(
    in bytes: Span<UInt8>, from start: Int, to end: Int,
    _ test: (SixteenBytes) -> SixteenBytes.Passed
  ) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return max(start, end) }
      var index = start
      while index < end {
        let sixteen =
          index &+ 16 <= bytes.count
          ? SixteenBytes(base + index) : SixteenBytes(base + index, count: bytes.count &- index)
        if let passed = test(sixteen).first { return min(index &+ passed, end) }
        index &+= 16
      }
      return max(start, end)
    }
  }

  /// The first ASCII digit in a range; the end of the range where there is none.
  public static func nextDigit(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    first(in: bytes, from: start, to: end) { $0.digits }
  }

  /// The end of the ASCII digits that stand from `start` on; `start` where none does.
  @inlinable @inline(__always)
  public static func digitsEnd(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, ASCII.isDigit(bytes[index]) { index += 1 }
    return index
  }

  /// Whether all bytes are ASCII.
  public static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    var all: UInt64 = 0
    var index = 0
    while index + 8 <= bytes.count {
      all |= EightBytes(base + index).bits
      index += 8
    }
    if index < bytes.count { all |= EightBytes(base + index, count: bytes.count - index).bits }
    return EightBytes(bits: all).notASCII == 0
  }
}
