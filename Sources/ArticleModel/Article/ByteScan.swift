/// Eight bytes of a text looked at together, the first in the lowest place.
///
/// Each test marks the top bit of every byte that passes it. A text's last bytes are followed by zeros.
public enum ByteScan {
  /// The first byte in a range that passes a test; the end of the range where none does.
  @inlinable @inline(__always)
  public static func first(
    in bytes: Span<UInt8>, from start: Int, to end: Int, _ test: (UInt64) -> UInt64
  ) -> Int {
    bytes.withUnsafeBytes { raw in
      var index = start
      while index < end {
        let passed = test(load(raw, index, end))
        if passed != 0 { return index + passed.trailingZeroBitCount / 8 }
        index += 8
      }
      return max(start, end)
    }
  }

  @inlinable @inline(__always)
  static func load(_ raw: UnsafeRawBufferPointer, _ index: Int, _ end: Int) -> UInt64 {
    if index + 8 <= end { return raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) }
    var word: UInt64 = 0
    for place in (index..<end).reversed() { word = word << 8 | UInt64(raw[place]) }
    return word
  }

  /// Which of eight bytes are digits.
  @inlinable @inline(__always)
  public static func digits(_ word: UInt64) -> UInt64 {
    // A digit without the bits of `0` is below 10: adding 0x76 to seven bits does not reach the eighth.
    let rest = word ^ 0x3030_3030_3030_3030
    return ~(((rest & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676) | rest)
      & 0x8080_8080_8080_8080
  }

  /// Which of eight bytes are a certain one.
  @inlinable @inline(__always)
  public static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let rest = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return ~(((rest & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | rest)
      & 0x8080_8080_8080_8080
  }

  /// Which of eight bytes are beyond ASCII.
  @inlinable @inline(__always)
  public static func beyondASCII(_ word: UInt64) -> UInt64 { word & 0x8080_8080_8080_8080 }

  /// Whether all bytes are ASCII.
  public static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var all: UInt64 = 0
    var index = 0
    while index < raw.count {
      all |= load(raw, index, raw.count)
      index += 8
    }
    return all & 0x8080_8080_8080_8080 == 0
  }
}
