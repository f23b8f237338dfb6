import CICU

/// Words by ICU's break iterator, dictionaries included.
enum ICUWords {
  /// ICU counts in 32 bits and keeps a cache for what it has seen: longer stretches, which no text
  /// for people has, are cut.
  private static let longestStretch = 1 << 22

  /// Calls `body` for each word of `bytes[range]`, which should begin and end at certain breaks.
  static func words(
    _ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, colonJoins: Bool,
    _ body: (Range<Int>) -> Void
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = min(range.upperBound, start + longestStretch)
      while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
      piece(bytes, start..<end, colonJoins: colonJoins, body)
      start = end
    }
  }

  private static func piece(
    _ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, colonJoins: Bool,
    _ body: (Range<Int>) -> Void
  ) {
    let copy = UTF16Copy(bytes, range)
    let length = copy.units.count
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: length) { ends in
      let found = ibid_word_ends(copy.units, Int32(length), colonJoins, ends.baseAddress)
      var start = 0
      for boundary in 0..<max(Int(found), 0) {
        let end = Int(ends[boundary])
        if hasLetterOrDigit(copy.units, start..<end) {
          let first = range.lowerBound + Int(copy.offsets[start])
          body(first..<range.lowerBound + Int(copy.offsets[end]))
        }
        start = end
      }
    }
  }

  private static func hasLetterOrDigit(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      var scalar = UInt32(units[index])
      // Ideographs, kana and Hangul syllables, nearly all of what comes here, need no look-up.
      if (0x4E00...0x9FFF).contains(scalar) || (0xAC00...0xD7A3).contains(scalar) { return true }
      if scalar & 0xFC00 == 0xD800, index + 1 < range.upperBound {
        index += 1
        scalar = 0x10000 + (scalar & 0x3FF) << 10 + UInt32(units[index]) & 0x3FF
      }
      if ibid_is_word_scalar(scalar) { return true }
      index += 1
    }
    return false
  }
}
