import Bytes

/// The bytes that a white-space scalar at `index` takes, or 0 where there is none.
///
/// White space is what Unicode's White_Space property names, and U+200B and U+FEFF, which extractors leave in texts.
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

/// The bytes that a white-space scalar that ends at `end` takes, or 0 where there is none behind `start`.
@inlinable
public func whiteSpaceWidth(_ bytes: Span<UInt8>, before end: Int, from start: Int) -> Int {
  let last = bytes[end - 1]
  if last < 0x80 { return whiteSpaceWidth(bytes, at: end - 1, end: end) }
  // Beyond ASCII it takes two or three bytes, of which the first tells how many.
  for width in 2...3 where end - width >= start && bytes[end - width] >= 0xC0 {
    return whiteSpaceWidth(bytes, at: end - width, end: end) == width ? width : 0
  }
  return 0
}

extension Span<UInt8> {
  /// The bytes of the range without white space at either end.
  @inlinable
  public func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, case let width = whiteSpaceWidth(self, at: start, end: end), width > 0 {
      start += width
    }
    while start < end, case let width = whiteSpaceWidth(self, before: end, from: start), width > 0 {
      end -= width
    }
    return start..<end
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
  /// only those with a control character, a second space or something beyond ASCII are looked at singly.
  static func first(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    guard start < end, whiteSpaceWidth(bytes, at: start, end: end) == 0 else { return start }
    return bytes.withUnsafeBytes { raw in
      var index = start + 1
      while index + 16 <= end {
        if mayBeUneven(raw, index), let stop = first(in: bytes, index..<index + 16, end) {
          return stop
        }
        index += 16
      }
      // The last sixteen bytes once more tell of those that are left.
      if end - 16 > start, !mayBeUneven(raw, end - 16) { return end }
      return first(in: bytes, index..<end, end) ?? end
    }
  }

  /// Whether sixteen bytes hold a control character, a second space or anything beyond ASCII.
  @inline(__always)
  private static func mayBeUneven(_ raw: UnsafeRawBufferPointer, _ index: Int) -> Bool {
    typealias Bytes = SIMD16<Int8>  // signed, so that what is beyond ASCII is below zero
    let bytes = raw.loadUnaligned(fromByteOffset: index, as: Bytes.self)
    let before = raw.loadUnaligned(fromByteOffset: index - 1, as: Bytes.self)
    let space = Bytes(repeating: 0x20)
    let suspects = (bytes .< space) .| ((bytes .== space) .& (before .== space))
    let words = unsafeBitCast(suspects, to: SIMD2<UInt64>.self)
    return words.x | words.y != 0
  }

  /// The first uneven white space of a range behind the first byte, looked for byte by byte.
  private static func first(in bytes: Span<UInt8>, _ range: Range<Int>, _ end: Int) -> Int? {
    for index in range where bytes[index] <= 0x20 || bytes[index] >= 0xC2 {
      let isUneven =
        bytes[index] == 0x20
        ? bytes[index - 1] == 0x20 : whiteSpaceWidth(bytes, at: index, end: end) > 0
      // A space before it belongs to the run.
      if isUneven { return bytes[index - 1] == 0x20 ? index - 1 : index }
    }
    return nil
  }
}
