/// A UTF-16 copy of a stretch of UTF-8, as ICU wants it, with the way back to byte positions.
struct UTF16Copy {
  /// The text in UTF-16; malformed bytes are U+FFFD.
  private(set) var units: [UInt16] = []
  /// For each unit, where its scalar starts in the bytes; one more entry for the end.
  private(set) var offsets: [Int32] = []

  /// Copies `bytes[range]`; `withOffsets: false` leaves `offsets` empty. At most 2^31 - 1 bytes.
  init(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, withOffsets: Bool = true) {
    units.reserveCapacity(range.count)
    if withOffsets { offsets.reserveCapacity(range.count + 1) }
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = UTF8Scalars.decode(bytes, index, range.upperBound)
      if withOffsets { offsets.append(Int32(index - range.lowerBound)) }
      if scalar < 0x10000 {
        units.append(UInt16(scalar))
      } else {
        units.append(UInt16(0xD7C0 + scalar >> 10))
        units.append(UInt16(0xDC00 | scalar & 0x3FF))
        if withOffsets { offsets.append(Int32(index - range.lowerBound)) }
      }
      index += length
    }
    if withOffsets { offsets.append(Int32(range.count)) }
  }

  /// Returns UTF-16 units as UTF-8; a surrogate without its pair becomes U+FFFD.
  static func utf8(_ units: UnsafeBufferPointer<UInt16>) -> [UInt8] {
    // One unit is three bytes at most; the two of a pair are four.
    [UInt8](unsafeUninitializedCapacity: units.count * 3) { result, count in
      guard let base = result.baseAddress else { return }
      var index = 0
      while index < units.count {
        var scalar = UInt32(units[index])
        index += 1
        if scalar & 0xFC00 == 0xD800, index < units.count, units[index] & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + (scalar & 0x3FF) << 10 + UInt32(units[index]) & 0x3FF
          index += 1
        } else if scalar & 0xF800 == 0xD800 {
          scalar = UTF8Scalars.replacement
        }
        count += UTF8Scalars.write(scalar, to: base + count)
      }
    }
  }
}
