/// Unicode white space (the property White_Space of PropList.txt) in UTF-8 bytes.
enum WhiteSpace {
  /// Returns the length in bytes of the white space scalar at `index`; 0 when there is none.
  @inline(__always)
  static func length(_ bytes: UnsafePointer<UInt8>, _ index: Int, _ count: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return first == 0x20 || first &- 0x09 < 5 ? 1 : 0 }
    return first == 0xC2 || first & 0xFE == 0xE2 || first == 0xE1 ? long(bytes, index, count) : 0
  }

  /// Whether a byte is an ASCII scalar that is no white space, control characters aside.
  @inline(__always)
  private static func isInk(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x80 }

  @inline(never)
  private static func long(_ bytes: UnsafePointer<UInt8>, _ index: Int, _ count: Int) -> Int {
    let (scalar, length) = UTF8Scalars.decode(bytes, index, count)
    return contains(scalar) ? length : 0
  }

  /// Tells whether a scalar has the property White_Space.
  static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      return true
    default:
      return false
    }
  }

  /// Returns `range` without the white space at its ends.
  static func trim(
    _ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, _ count: Int
  ) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    // Most texts have none there.
    if start < end, isInk(bytes[start]), isInk(bytes[end - 1]) { return range }
    while start < end {
      let blank = length(bytes, start, end)
      if blank == 0 { break }
      start += blank
    }
    while end > start {
      let (scalar, size) = UTF8Scalars.decodeBackward(bytes, end, count)
      if !contains(scalar) { break }
      end -= size
    }
    return start..<max(start, end)
  }
}
