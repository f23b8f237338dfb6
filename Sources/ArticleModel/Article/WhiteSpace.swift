/// The bytes that a white-space scalar at `index` takes, or 0 where there is none.
///
/// White space is what Unicode's White_Space property names, and U+FEFF, which extractors leave in texts.
@inlinable
public func whiteSpaceWidth(_ bytes: Span<UInt8>, at index: Int, end: Int) -> Int {
  let byte = bytes[index]
  if byte > 0x20 && byte < 0xC2 { return 0 }
  switch byte {
  case 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D: return 1
  case 0xC2:
    return index + 1 < end && (bytes[index + 1] == 0xA0 || bytes[index + 1] == 0x85) ? 2 : 0
  case 0xE1, 0xE2, 0xE3, 0xEF:
    guard index + 2 < end else { return 0 }
    let rest = UInt16(bytes[index + 1]) << 8 | UInt16(bytes[index + 2])
    switch (byte, rest) {
    case (0xE1, 0x9A80): return 3  // U+1680
    case (0xE2, 0x8080...0x808B): return 3  // U+2000…U+200B
    case (0xE2, 0x80A8), (0xE2, 0x80A9), (0xE2, 0x80AF), (0xE2, 0x819F): return 3
    case (0xE3, 0x8080): return 3  // U+3000
    case (0xEF, 0xBBBF): return 3  // U+FEFF
    default: return 0
    }
  default: return 0
  }
}

extension [UInt8] {
  /// Appends part of a text with white space collapsed against what stands from `start` on.
  ///
  /// Runs of spaces, tabs, line ends and no-break spaces become one space. A trailing one is kept, so that pieces of one
  /// text can follow each other.
  public mutating func appendCollapsed(_ part: Range<Int>, of text: Span<UInt8>, from start: Int) {
    var index = part.lowerBound
    while index < part.upperBound {
      let stop = UnevenSpace.first(in: text, from: index, to: part.upperBound)
      text.withUnsafeBufferPointer {
        append(contentsOf: UnsafeBufferPointer(rebasing: $0[index..<stop]))
      }
      index = stop
      while index < part.upperBound,
        case let width = whiteSpaceWidth(text, at: index, end: part.upperBound), width > 0
      { index += width }
      if index > stop { appendSpace(from: start) }
    }
  }

  /// Appends a space unless the text from `start` on is empty or ends with one.
  public mutating func appendSpace(from start: Int) {
    if count > start, self[count - 1] != UInt8(ascii: " ") { append(UInt8(ascii: " ")) }
  }
}

/// Finds the white space of a text that has to change when white space is collapsed.
enum UnevenSpace {
  /// The first white space from `start` on that is not one U+0020 between other characters, or `end`.
  ///
  /// White space at `start` itself counts, as what stands before it is not known. Sixteen bytes are looked at together;
  /// only those with a control character, two spaces in a row or the lead byte of a wider space are looked at singly.
  static func first(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    guard start < end, whiteSpaceWidth(bytes, at: start, end: end) == 0 else { return start }
    var index = start + 1
    var stop = end
    bytes.withUnsafeBytes { raw in
      let base = raw.baseAddress!
      while true {
        while index + 16 <= end, isEven(base + index) { index += 16 }
        // A space before these bytes may be the first of several.
        if index - 1 > start, base.load(fromByteOffset: index - 1, as: UInt8.self) == 0x20 {
          index -= 1
        }
        let limit = min(index + 17, end)
        while index < limit {
          if isUneven(bytes, index, end) {
            stop = index
            return
          }
          index += 1
        }
        if index >= end { return }
      }
    }
    return stop
  }

  private static func isUneven(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    guard whiteSpaceWidth(bytes, at: index, end: end) > 0 else { return false }
    guard bytes[index] == 0x20 else { return true }
    return index + 1 < end && whiteSpaceWidth(bytes, at: index + 1, end: end) > 0
  }

  /// Whether sixteen bytes, and the one before them, hold no white space but single spaces.
  @inline(__always)
  private static func isEven(_ place: UnsafeRawPointer) -> Bool {
    let bytes = place.loadUnaligned(as: SIMD16<UInt8>.self)
    let before = (place - 1).loadUnaligned(as: SIMD16<UInt8>.self)
    let space = SIMD16<UInt8>(repeating: 0x20)
    let bad = (bytes .< space) .| ((bytes .== space) .& (before .== space))
    let words = unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    if isAny(bad) { return false }
    if (words.x | words.y) & 0x8080_8080_8080_8080 == 0 { return true }
    let lead =
      (bytes .== SIMD16(repeating: 0xC2)) .| (bytes .== SIMD16(repeating: 0xE2))
      .| (bytes .== SIMD16(repeating: 0xE1)) .| (bytes .== SIMD16(repeating: 0xE3))
      .| (bytes .== SIMD16(repeating: 0xEF))
    return !isAny(lead)
  }

  @inline(__always)
  private static func isAny(_ mask: SIMDMask<SIMD16<Int8>>) -> Bool {
    let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    return words.x | words.y != 0
  }
}
