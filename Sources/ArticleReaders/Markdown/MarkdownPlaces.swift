import ArticleModel
import Glibc

/// Turns the lines and columns of cmark, which count bytes, into offsets in the source.
struct MarkdownPlaces {
  /// Where each line begins, as cmark counts lines: LF, CRLF and CR alike end one.
  private let starts: [UInt32]
  /// The index in `starts` of cmark's line 0, which stands before the first.
  private let shift: Int
  /// The byte at which the body begins; a byte order mark or front matter may stand before it.
  private let bodyStart: Int
  private let byteCount: Int

  /// - Parameters:
  ///   - bodyStart: the first byte that cmark was given.
  ///   - prefixLines: how many lines were fed before it.
  init(_ source: [UInt8], lines: LineIndex, bodyStart: Int, prefixLines: Int) {
    starts = MarkdownPlaces.hasLoneReturn(source) ? MarkdownPlaces.starts(source) : lines.starts
    self.bodyStart = bodyStart
    byteCount = source.count
    var first = 0
    while first + 1 < starts.count, Int(starts[first + 1]) <= bodyStart { first += 1 }
    shift = first - prefixLines - 1
  }

  /// The offset of the byte at a line and column, both from 1; column 0 is the end of the line before.
  func offset(line: Int, column: Int) -> Int {
    let index = line + shift
    guard index >= 0 else { return bodyStart }
    guard index < starts.count else { return byteCount }
    let start = max(Int(starts[index]), bodyStart)
    return min(start + max(0, column - 1), end(ofLine: line))
  }

  /// The offset after the last byte of a line, its end included.
  func end(ofLine line: Int) -> Int {
    let next = line + shift + 1
    return next < starts.count ? Int(starts[max(0, next)]) : byteCount
  }

  private static func hasLoneReturn(_ source: [UInt8]) -> Bool {
    source.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return false }
      var offset = 0
      while let found = memchr(base + offset, 0x0D, buffer.count - offset) {
        offset = UnsafeRawPointer(found) - base + 1
        if offset == buffer.count || buffer[offset] != 0x0A { return true }
      }
      return false
    }
  }

  private static func starts(_ source: [UInt8]) -> [UInt32] {
    var starts: [UInt32] = [0]
    for (index, byte) in source.enumerated() {
      let isEnd =
        byte == 0x0A || byte == 0x0D && (index + 1 == source.count || source[index + 1] != 0x0A)
      if isEnd { starts.append(UInt32(index + 1)) }
    }
    return starts
  }
}
