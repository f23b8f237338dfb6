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
    // Control characters at the end are no content either: a file of DOS may end with U+001A.
    while start < end {
      let width =
        bytes[end - 1] < 0x20 ? 1 : whiteSpaceWidth(bytes, before: end, from: start)
      if width == 0 { break }
      end -= width
    }
    return TextLine(
      start: range.lowerBound, content: start..<end, indent: indent, has: marks(bytes, start..<end))
  }

  /// What a line holds: sixteen bytes at a time, the last sixteen overlapping those before; a short line by a table.
  private static func marks(_ bytes: Span<UInt8>, _ range: Range<Int>) -> LineMarks {
    // The vectors look one byte back, for two spaces in a row.
    guard range.count >= 16, range.lowerBound > 0 else {
      return bytes.withUnsafeBytes { marksByByte($0, range) }
    }
    return bytes.withUnsafeBytes { buffer in
      let base = buffer.baseAddress!
      var found = MarkVectors()
      var index = range.lowerBound
      while index + 16 <= range.upperBound {
        found.add(base + index)
        index += 16
      }
      if index < range.upperBound { found.add(base + (range.upperBound - 16)) }
      return found.marks
    }
  }

  private static func marksByByte(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> LineMarks
  {
    var found: UInt16 = 0
    var previous: UInt8 = 0
    for index in range {
      let byte = bytes[index]
      found |= byteMarks[Int(byte)]
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
    for byte in 0..<0x20 { table[byte] = LineMarks.control.rawValue }
    for (byte, mark) in [
      (UInt8(ascii: "|"), LineMarks.pipe), (0x09, .tab), (UInt8(ascii: "["), .bracket),
      (UInt8(ascii: "("), .parenthesis), (UInt8(ascii: "%"), .percent),
      (UInt8(ascii: "*"), .asterisk), (UInt8(ascii: "/"), .cut), (UInt8(ascii: ">"), .cut),
    ] { table[Int(byte)] |= mark.rawValue }
    // U+00B2, U+00B3, U+00B9 (C2), U+2070…, U+2020 (E2): looked at more closely by the reference reader.
    for byte in [0xC2, 0xE2] { table[byte] |= LineMarks.superscript.rawValue }
    return UnsafePointer(table)
  }()
}

/// Which bytes of interest were seen in sixteen lanes.
private struct MarkVectors {
  private typealias Bytes = SIMD16<UInt8>
  private var all = Bytes()
  private var letters = Bytes()
  private var digits = Bytes()
  private var pipes = Bytes()
  private var tabs = Bytes()
  private var controls = Bytes()
  private var brackets = Bytes()
  private var parentheses = Bytes()
  private var percents = Bytes()
  private var asterisks = Bytes()
  private var cuts = Bytes()
  private var leads = Bytes()
  private var wideSpaces = Bytes()

  /// Looks at the sixteen bytes at `place`, and at the one before them.
  @inline(__always)
  mutating func add(_ place: UnsafeRawPointer) {
    let bytes = place.loadUnaligned(as: Bytes.self)
    let before = (place - 1).loadUnaligned(as: Bytes.self)
    let space = Bytes(repeating: 0x20)
    let isSpace = lanes(bytes .== space)
    wideSpaces |= isSpace & lanes(before .== space)
    let isLetter = lanes(
      (bytes | space) &- Bytes(repeating: UInt8(ascii: "a")) .< Bytes(repeating: 26))
    letters |= isLetter
    // Most of running text holds nothing but letters, spaces, commas and full stops, which differ in one bit.
    let isStop = lanes(bytes | Bytes(repeating: 0x02) .== Bytes(repeating: UInt8(ascii: ".")))
    if isEvery(isLetter | isSpace | isStop) { return }
    all |= bytes
    digits |= lanes(bytes &- Bytes(repeating: UInt8(ascii: "0")) .< Bytes(repeating: 10))
    pipes |= lanes(bytes .== Bytes(repeating: UInt8(ascii: "|")))
    tabs |= lanes(bytes .== Bytes(repeating: 0x09))
    controls |= lanes(bytes .< space)
    brackets |= lanes(bytes .== Bytes(repeating: UInt8(ascii: "[")))
    parentheses |= lanes(bytes .== Bytes(repeating: UInt8(ascii: "(")))
    percents |= lanes(bytes .== Bytes(repeating: UInt8(ascii: "%")))
    asterisks |= lanes(bytes .== Bytes(repeating: UInt8(ascii: "*")))
    cuts |= lanes(bytes .== Bytes(repeating: UInt8(ascii: "/")))
    cuts |= lanes(bytes .== Bytes(repeating: UInt8(ascii: ">")))
    let words = unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    if (words.x | words.y) & 0x8080_8080_8080_8080 != 0 {
      leads |= lanes(bytes .== Bytes(repeating: 0xC2)) | lanes(bytes .== Bytes(repeating: 0xE2))
    }
  }

  var marks: LineMarks {
    var marks: UInt16 = 0
    func note(_ vector: Bytes, _ mark: LineMarks) { if isAny(vector) { marks |= mark.rawValue } }
    note(letters, .letter)
    note(digits, .digit)
    note(pipes, .pipe)
    note(tabs, .tab)
    note(controls, .control)
    note(brackets, .bracket)
    note(parentheses, .parenthesis)
    note(percents, .percent)
    note(asterisks, .asterisk)
    note(cuts, .cut)
    note(leads, .superscript)
    note(wideSpaces, .wideSpace)
    note(all & Bytes(repeating: 0x80), .nonASCII)
    return LineMarks(rawValue: marks)
  }

  @inline(__always)
  private func isEvery(_ vector: Bytes) -> Bool {
    let words = unsafeBitCast(vector, to: SIMD2<UInt64>.self)
    return words.x & words.y == .max
  }

  @inline(__always)
  private func isAny(_ vector: Bytes) -> Bool {
    let words = unsafeBitCast(vector, to: SIMD2<UInt64>.self)
    return words.x | words.y != 0
  }

  @inline(__always)
  private func lanes(_ mask: SIMDMask<SIMD16<Int8>>) -> Bytes {
    unsafeBitCast(mask, to: Bytes.self)
  }
}
