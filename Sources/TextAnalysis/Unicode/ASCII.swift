/// Byte tests that need no table.
enum ASCII {
  /// Returns how many bytes at the start are below 0x80.
  static func prefixCount(_ buffer: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    var index = 0
    while index + 16 <= buffer.count {
      let raw = UnsafeRawPointer(base + index)
      let pair =
        raw.loadUnaligned(as: UInt64.self) | raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
      if pair & 0x8080_8080_8080_8080 != 0 { break }
      index += 16
    }
    while index < buffer.count, base[index] < 0x80 { index += 1 }
    return index
  }

  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  static func isUppercase(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  @inline(__always)
  static func isLowercase(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 }
}
