import Bytes

/// Maps text to lower case without allocating.
///
/// Every scalar is mapped as `String.lowercased()` maps it. ASCII, Greek, Cyrillic and scripts without case are mapped by
/// their bytes; the rest goes through the standard library, scalar by scalar.
enum LetterFolding {
  /// The bytes that a text in lower case takes at most: `Ⱥ` (two bytes) becomes `ⱥ` (three), a cut scalar U+FFFD.
  static func room(for count: Int) -> Int { count * 3 + 8 }

  /// Writes `bytes` in lower case to `room`. Returns the number of bytes written.
  static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, to room: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var index = 0
    var written = 0
    while index < bytes.count {
      if index + 8 <= bytes.count, let folded = foldASCII(bytes, index) {
        UnsafeMutableRawPointer(room + written).storeBytes(of: folded, as: UInt64.self)
        index += 8
        written += 8
        continue
      }
      let byte = bytes[index]
      if byte < 0xC0 {
        // ASCII, or what a cut left of a scalar, which stays.
        let isCapital = byte &- UInt8(ascii: "A") < 26
        room[written] = isCapital ? byte | 0x20 : byte
        index += 1
        written += 1
        continue
      }
      let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard index + width <= bytes.count else {
        // A scalar that was cut off: as it is.
        for rest in index..<bytes.count {
          room[written] = bytes[rest]
          written += 1
        }
        return written
      }
      written += foldScalar(bytes, index, width, to: room + written)
      index += width
    }
    return written
  }

  /// Eight bytes in lower case, or `nil` where one of them is beyond ASCII.
  @inline(__always)
  private static func foldASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64? {
    guard let base = bytes.baseAddress else { return nil }
    let eight = EightBytes(base + index)
    return eight.notASCII == 0 ? eight.lowercased.bits : nil
  }

  private static func foldScalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ width: Int,
    to room: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let second = bytes[index + 1]
    room[0] = bytes[index]
    room[1] = second
    switch (bytes[index], second) {
    case (0xC2, _), (0xC3, 0x9F...), (0xC3, 0x97), (0xCE, 0xB1...), (0xCF, ...0x89),
      (0xD0, 0xB0...), (0xD1, ...0x9F), (0xD7...0xDF, _):
      return 2
    case (0xC3, _), (0xCE, 0x91...0x9F), (0xD0, 0x90...0x9F):
      room[1] = second + 0x20
      return 2
    case (0xCE, 0xA0...0xA1), (0xCE, 0xA3...0xA9), (0xD0, 0xA0...0xAF):
      room[0] += 1
      room[1] = second - 0x20
      return 2
    case (0xE0, _), (0xE2, 0x80), (0xE3...0xE9, _), (0xEB...0xEE, _):
      room[2] = bytes[index + 2]
      return 3
    default:
      let text = String(
        decoding: UnsafeBufferPointer(rebasing: bytes[index..<index + width]), as: UTF8.self)
      var written = 0
      for byte in text.lowercased().utf8 {
        room[written] = byte
        written += 1
      }
      return written
    }
  }
}
