import ArticleModel
import CMarkdown
import Glibc

/// Turns the lines and columns of cmark, which count bytes, into offsets in the source.
struct MarkdownPlaces {
  /// Where each line begins, as cmark counts lines: LF, CRLF and CR alike end one.
  private let starts: [UInt32]
  /// The index in `starts` of cmark's line 0, which stands before the first.
  private let shift: Int
  /// The byte at which the body begins; a byte order mark or front matter may stand before it.
  private let bodyStart: Int
  private let source: [UInt8]

  /// - Parameters:
  ///   - bodyStart: the first byte that cmark was given.
  ///   - prefixLines: how many lines were fed before it.
  init(_ source: [UInt8], lines: LineIndex, bodyStart: Int, prefixLines: Int) {
    starts = MarkdownPlaces.hasLoneReturn(source) ? MarkdownPlaces.starts(source) : lines.starts
    self.bodyStart = bodyStart
    self.source = source
    var first = 0
    while first + 1 < starts.count, Int(starts[first + 1]) <= bodyStart { first += 1 }
    shift = first - prefixLines - 1
  }

  /// The offset of the byte at a line and column, both from 1; column 0 is the end of the line before.
  func offset(line: Int, column: Int) -> Int {
    let index = line + shift
    guard index >= 0 else { return bodyStart }
    guard index < starts.count else { return source.count }
    let start = max(Int(starts[index]), bodyStart)
    return min(start + max(0, column - 1), end(ofLine: line))
  }

  /// The offset after the last byte of a line, its end included.
  func end(ofLine line: Int) -> Int {
    let next = line + shift + 1
    return next < starts.count ? Int(starts[max(0, next)]) : source.count
  }

  /// The bytes of a block, without white space at its ends; `columns` are added to those that cmark gives.
  func span(of node: OpaquePointer, movedBy columns: Int = 0) -> ByteSpan {
    let start = offset(
      line: Int(cmark_node_get_start_line(node)),
      column: Int(cmark_node_get_start_column(node)) + columns)
    let column = Int(cmark_node_get_end_column(node))
    let line = Int(cmark_node_get_end_line(node))
    let end =
      column == 0
      ? offset(line: line, column: 1)
      : offset(line: line, column: column + columns + 1)
    return ByteSpan(
      source.span.trimmed(wholeScalar(min(start, end))..<wholeScalar(max(start, end))))
  }

  /// The bytes of a cell. cmark counts its columns as if each row were indented as the first is. Below a paragraph that
  /// runs on into the header, places stay cmark's and only characters are kept whole.
  func span(ofCell cell: OpaquePointer) -> ByteSpan {
    guard let table = cmark_node_parent(cmark_node_parent(cell)) else { return span(of: cell) }
    let line = Int(cmark_node_get_start_line(cell))
    let start = offset(line: line, column: 1)
    let indent = source.span.trimmed(start..<end(ofLine: line)).lowerBound - start
    return span(of: cell, movedBy: indent + 1 - Int(cmark_node_get_start_column(table)))
  }

  /// The start of the next scalar where an offset lies within one: cmark's columns may be off.
  private func wholeScalar(_ offset: Int) -> Int {
    var offset = offset
    while offset < source.count, source[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
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
