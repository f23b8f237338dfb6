/// Decodes UTF-8 one scalar at a time; each byte that is not part of a well-formed scalar reads as
/// U+FFFD of length 1, so positions always advance and never leave the buffer.
///
/// Well-formedness follows table 3-7 of the Unicode Standard (no overlong forms, no surrogates,
/// nothing above U+10FFFF).
enum UTF8Scalars {
  /// What a malformed byte reads as.
  static let replacement: UInt32 = 0xFFFD

  /// Returns the scalar that starts at `index` (in `0..<count`) and its length in bytes.
  @inline(__always)
  static func decode(
    _ bytes: UnsafePointer<UInt8>, _ index: Int, _ count: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 {
      guard first >= 0xC2, index + 1 < count else { return (replacement, 1) }
      let second = UInt32(bytes[index + 1])
      guard second & 0xC0 == 0x80 else { return (replacement, 1) }
      return ((first & 0x1F) << 6 | second & 0x3F, 2)
    }
    guard first <= 0xF4, index + 2 < count else { return (replacement, 1) }
    let second = UInt32(bytes[index + 1])
    let third = UInt32(bytes[index + 2])
    guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return (replacement, 1) }
    if first < 0xF0 {
      let scalar = (first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F
      guard scalar >= 0x800, scalar & 0xF800 != 0xD800 else { return (replacement, 1) }
      return (scalar, 3)
    }
    return decodeFour(bytes, index, count)
  }

  @inline(never)
  private static func decodeFour(
    _ bytes: UnsafePointer<UInt8>, _ index: Int, _ count: Int
  ) -> (scalar: UInt32, length: Int) {
    guard index + 3 < count else { return (replacement, 1) }
    let first = UInt32(bytes[index])
    let second = UInt32(bytes[index + 1])
    let third = UInt32(bytes[index + 2])
    let fourth = UInt32(bytes[index + 3])
    guard fourth & 0xC0 == 0x80 else { return (replacement, 1) }
    let scalar = (first & 0x07) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | fourth & 0x3F
    guard (0x10000...0x10FFFF).contains(scalar) else { return (replacement, 1) }
    return (scalar, 4)
  }

  /// Returns the scalar that ends right before `index` (in `1...count`) and its length in bytes.
  @inline(__always)
  static func decodeBackward(
    _ bytes: UnsafePointer<UInt8>, _ index: Int, _ count: Int
  ) -> (scalar: UInt32, length: Int) {
    let last = UInt32(bytes[index - 1])
    if last < 0x80 { return (last, 1) }
    var start = index - 1
    while start > 0, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let (scalar, length) = decode(bytes, start, count)
    return start + length == index ? (scalar, length) : (replacement, 1)
  }

  /// Writes the UTF-8 form of `scalar` (never a surrogate), up to four bytes; returns how many.
  @inline(__always)
  static func write(_ scalar: UInt32, to place: UnsafeMutablePointer<UInt8>) -> Int {
    switch scalar {
    case ..<0x80:
      place[0] = UInt8(scalar)
      return 1
    case ..<0x800:
      place[0] = UInt8(0xC0 | scalar >> 6)
      place[1] = UInt8(0x80 | scalar & 0x3F)
      return 2
    case ..<0x10000:
      place[0] = UInt8(0xE0 | scalar >> 12)
      place[1] = UInt8(0x80 | scalar >> 6 & 0x3F)
      place[2] = UInt8(0x80 | scalar & 0x3F)
      return 3
    default:
      place[0] = UInt8(0xF0 | scalar >> 18)
      place[1] = UInt8(0x80 | scalar >> 12 & 0x3F)
      place[2] = UInt8(0x80 | scalar >> 6 & 0x3F)
      place[3] = UInt8(0x80 | scalar & 0x3F)
      return 4
    }
  }
}
