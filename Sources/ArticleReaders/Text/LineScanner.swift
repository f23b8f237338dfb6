import ArticleModel

/// Cuts a source into lines and notes what each holds, in one pass over the bytes.
enum LineScanner {
  static func scan(_ bytes: Span<UInt8>, _ index: LineIndex) -> [TextLine] {
    var lines: [TextLine] = []
    lines.reserveCapacity(index.count)
    for number in 0..<index.count {
      lines.append(line(bytes, index.range(ofLine: number)))
    }
    return lines
  }

  private static func line(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TextLine {
    var start = range.lowerBound
    var end = range.upperBound
    var indent = 0
    while start < end {
      let width = whiteSpaceWidth(bytes, at: start, end: end)
      if width == 0 { break }
      indent = bytes[start] == 0x09 ? (indent / 8 + 1) * 8 : indent + (bytes[start] == 0xE3 ? 2 : 1)
      start += width
    }
    while end > start {
      let width = trailingSpaceWidth(bytes, from: start, end: end)
      if width == 0 { break }
      end -= width
    }
    return TextLine(
      start: range.lowerBound, content: start..<end, indent: indent, has: marks(bytes, start..<end))
  }

  private static func trailingSpaceWidth(_ bytes: Span<UInt8>, from start: Int, end: Int) -> Int {
    if bytes[end - 1] <= 0x20 { return 1 }
    if bytes[end - 1] < 0x80 { return 0 }
    for width in 2...3 where end - width >= start {
      if bytes[end - width] >= 0xC0 {
        return whiteSpaceWidth(bytes, at: end - width, end: end) == width ? width : 0
      }
    }
    return 0
  }

  /// One look-up a byte; the table is the product of what the readers ask about.
  private static func marks(_ bytes: Span<UInt8>, _ range: Range<Int>) -> LineMarks {
    let table = byteMarks
    var found: UInt16 = 0
    var previous: UInt8 = 0
    for index in range {
      let byte = bytes[index]
      found |= table[Int(byte)]
      if byte == 0x20 && previous == 0x20 { found |= LineMarks.wideSpace.rawValue }
      previous = byte
    }
    return LineMarks(rawValue: found)
  }

  /// The marks of each byte, in memory that stays: a table on the stack would be copied for each line.
  nonisolated(unsafe) private static let byteMarks: UnsafePointer<UInt16> = {
    let table = UnsafeMutablePointer<UInt16>.allocate(capacity: 256)
    table.initialize(repeating: 0, count: 256)
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") {
      table[Int(byte)] = LineMarks.letter.rawValue
      table[Int(byte & ~0x20)] = LineMarks.letter.rawValue
    }
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") {
      table[Int(byte)] = LineMarks.digit.rawValue
    }
    for byte in 0x80...0xFF { table[byte] = LineMarks.nonASCII.rawValue }
    for (byte, mark) in [
      (UInt8(ascii: "|"), LineMarks.pipe), (0x09, .tab), (UInt8(ascii: "["), .bracket),
      (UInt8(ascii: "("), .parenthesis), (UInt8(ascii: "%"), .percent),
      (UInt8(ascii: "*"), .asterisk),
    ] { table[Int(byte)] = mark.rawValue }
    // U+00B2, U+00B3, U+00B9 (C2), U+2070…, U+2020 (E2): looked at more closely by the reference reader.
    for byte in [0xC2, 0xE2] { table[byte] |= LineMarks.superscript.rawValue }
    return UnsafePointer(table)
  }()
}
