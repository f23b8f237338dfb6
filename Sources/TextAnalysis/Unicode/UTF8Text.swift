/// UTF-8 bytes under the scanners' feet: reads that never leave the buffer.
struct UTF8Text {
  let bytes: UnsafePointer<UInt8>
  let count: Int

  /// The byte at `index`; 0 outside the text.
  @inline(__always)
  func byte(_ index: Int) -> UInt8 { index >= 0 && index < count ? bytes[index] : 0 }

  /// The scalar that starts at `index` and its length; (0, 0) at the end.
  @inline(__always)
  func scalar(at index: Int) -> (scalar: UInt32, length: Int) {
    index < count ? UTF8Scalars.decode(bytes, index, count) : (0, 0)
  }

  /// The scalar that ends before `index` and its length; (0, 0) at the beginning.
  @inline(__always)
  func scalar(before index: Int) -> (scalar: UInt32, length: Int) {
    index > 0 ? UTF8Scalars.decodeBackward(bytes, index, count) : (0, 0)
  }

  /// The length of the white space scalar at `index`; 0 when there is none.
  @inline(__always)
  func blank(at index: Int) -> Int {
    index < count ? WhiteSpace.length(bytes, index, count) : 0
  }

  /// Where the white space that begins at `index` ends.
  @inline(__always)
  func skipBlanks(_ index: Int) -> Int {
    var index = index
    while true {
      let length = blank(at: index)
      if length == 0 { return index }
      index += length
    }
  }

  /// Whether the text has these bytes at `index`.
  func has(_ expected: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + expected.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<expected.utf8CodeUnitCount
    where bytes[index + offset] != expected.utf8Start[offset] {
      return false
    }
    return true
  }

  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
  }
}
