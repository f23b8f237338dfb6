import Glibc

/// The characters that stand for the texts of a page in its skeleton.
///
/// They are those for private use in plane 15, U+F0000 to U+F7FFF for the low fifteen bits of a number, after U+F8000 to
/// U+FFFFD for the bits above where there are any. Gumbo passes them through as it does letters.
enum HTMLTextNumber {
  /// How many texts have a number.
  static let limit = 1 << 29

  /// Appends the characters of a number.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number >> 15 > 0 { append(code: 0x8000 + number >> 15, to: &bytes) }
    append(code: number & 0x7FFF, to: &bytes)
  }

  private static func append(code: Int, to bytes: inout [UInt8]) {
    bytes.append(0xF3)
    bytes.append(0xB0 | UInt8(code >> 12 & 0x0F))
    bytes.append(0x80 | UInt8(code >> 6 & 0x3F))
    bytes.append(0x80 | UInt8(code & 0x3F))
  }

  /// The number that begins at `index`, and how many bytes it takes.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (number: Int, count: Int)? {
    guard let first = code(bytes, at: index) else { return nil }
    guard first >= 0x8000 else { return (first, 4) }
    guard let second = code(bytes, at: index + 4), second < 0x8000 else { return nil }
    return ((first - 0x8000) << 15 | second, 8)
  }

  private static func code(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard index + 4 <= bytes.count, bytes[index] == 0xF3, bytes[index + 1] >= 0xB0 else {
      return nil
    }
    return Int(bytes[index + 1] & 0x0F) << 12 | Int(bytes[index + 2] & 0x3F) << 6
      | Int(bytes[index + 3] & 0x3F)
  }

  /// Where the first character of plane 15 stands, or `nil`.
  static func first(in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var index = start
    while index + 4 <= bytes.count, let found = memchr(base + index, 0xF3, bytes.count - index) {
      index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if index + 1 < bytes.count, bytes[index + 1] >= 0xB0 { return index }
      index += 1
    }
    return nil
  }

  /// Whether the digits of a numeric reference (`xF0001;`) name one of the characters.
  static func isNamed(by digits: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let text = String(decoding: digits.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
    let isHexadecimal = text.first == "x" || text.first == "X"
    let value = isHexadecimal ? UInt32(text.dropFirst(), radix: 16) : UInt32(text)
    return value.map { (0xF0000...0xFFFFF).contains($0) } ?? false
  }
}
