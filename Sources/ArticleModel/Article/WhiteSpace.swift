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
  /// of them only control characters, second spaces and the lead bytes of wider spaces are looked at singly.
  static func first(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    guard start < end, whiteSpaceWidth(bytes, at: start, end: end) == 0 else { return start }
    var index = start + 1
    while index + 16 <= end {
      if let stop = first(in: bytes, lanes(bytes, index), at: index, to: end) { return stop }
      index += 16
    }
    while index < end {
      if isUneven(bytes, index, end) { return from(bytes, index) }
      index += 1
    }
    return end
  }

  /// The first of sixteen bytes that is uneven, of those that may be.
  @inline(__always)
  private static func first(
    in bytes: Span<UInt8>, _ lanes: SIMD2<UInt64>, at index: Int, to end: Int
  ) -> Int? {
    guard lanes.x | lanes.y != 0 else { return nil }
    for half in 0..<2 {
      var rest = lanes[half] & 0x8080_8080_8080_8080
      while rest != 0 {
        let place = index + 8 * half + rest.trailingZeroBitCount / 8
        if isUneven(bytes, place, end) { return from(bytes, place) }
        rest &= rest - 1
      }
    }
    return nil
  }

  /// Whether white space at a byte makes a run uneven: by its kind, or as there is a space before it.
  private static func isUneven(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    bytes[index] == 0x20
      ? bytes[index - 1] == 0x20 : whiteSpaceWidth(bytes, at: index, end: end) > 0
  }

  /// Where the run of white space begins that is uneven at a byte: at the space before it, if there is one.
  private static func from(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    bytes[index - 1] == 0x20 ? index - 1 : index
  }

  /// Which of sixteen bytes may be uneven: control characters, spaces behind spaces, lead bytes of wider spaces.
  @inline(__always)
  private static func lanes(_ bytes: Span<UInt8>, _ index: Int) -> SIMD2<UInt64> {
    bytes.withUnsafeBytes { raw in
      let bytes = raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      let before = raw.loadUnaligned(fromByteOffset: index - 1, as: SIMD16<UInt8>.self)
      let space = SIMD16<UInt8>(repeating: 0x20)
      var suspects = (bytes .< space) .| ((bytes .== space) .& (before .== space))
      let words = unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
      if (words.x | words.y) & 0x8080_8080_8080_8080 != 0 {
        suspects =
          suspects .| (bytes .== SIMD16(repeating: 0xC2)) .| (bytes .== SIMD16(repeating: 0xE2))
          .| (bytes .== SIMD16(repeating: 0xE1)) .| (bytes .== SIMD16(repeating: 0xE3))
          .| (bytes .== SIMD16(repeating: 0xEF))
      }
      return unsafeBitCast(suspects, to: SIMD2<UInt64>.self)
    }
  }
}
