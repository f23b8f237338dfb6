/// Byte tests that need no table.
public enum ASCII {
  /// Returns how many bytes at the start are below 0x80.
  public static func prefixCount(_ buffer: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    var index = 0
    while index + 16 <= buffer.count {
      let pair = EightBytes(base + index).bits | EightBytes(base + index + 8).bits
      if EightBytes(bits: pair).notASCII != 0 { break }
      index += 16
    }
    while index < buffer.count, base[index] < 0x80 { index += 1 }
    return index
  }

  @inlinable @inline(__always)
  public static func lowercased(_ byte: UInt8) -> UInt8 { isUppercase(byte) ? byte | 0x20 : byte }

  @inlinable @inline(__always)
  public static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inlinable @inline(__always)
  public static func isUppercase(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  @inlinable @inline(__always)
  public static func isLowercase(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  @inlinable @inline(__always)
  public static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
