import ArticleModel
import Bytes

/// Reads the label that a definition or a reference begins with.
enum NoteLabelParser {
  struct Parsed {
    var label: NoteLabel
    var form: NoteForm
    /// The first byte after the label, its brackets and its punctuation.
    var end: Int
    /// Whether the bracket before the label closes behind the note: `[Footnote 3: Smith, p. 4.]`
    var isOpen = false
  }

  /// The longest number that is taken for a note's, in digits.
  static let longestNumber = 4

  /// Reads the label of a definition at the start of a line.
  static func definition(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Parsed? {
    guard !line.isEmpty else { return nil }
    let start = line.lowerBound
    let end = line.upperBound
    switch bytes[start] {
    case UInt8(ascii: "["): return bracketed(bytes, start, end)
    case UInt8(ascii: "\\") where start + 1 < end && bytes[start + 1] == UInt8(ascii: "["):
      return enclosed(
        bytes, start + 2, end, close: [UInt8(ascii: "\\"), UInt8(ascii: "]")], .bracketed)
    case UInt8(ascii: "<"): return tagged(bytes, start, end)
    case UInt8(ascii: "("):
      return enclosed(bytes, start + 1, end, close: [UInt8(ascii: ")")], .parenthesised)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), 0xD9, 0xDB: return numbered(bytes, start, end)
    case UInt8(ascii: "*"): return sign(bytes, start, end)
    case UInt8(ascii: "^"):
      if let parsed = raised(bytes, start, end) { return parsed }
      // Wikipedia's back link stands before the number.
      var next = start + 1
      while next < end, bytes[next] == 0x20 { next += 1 }
      return next < end && next > start ? definition(bytes, next..<end) : nil
    case 0xC2, 0xE2, 0xE3, 0xE6, 0xE8, 0xEC, 0xEF: return other(bytes, start, end)
    default: return announced(bytes, start, end)
    }
  }

  /// Reads digits from `start` on: the number and the byte after it.
  static func number(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> (value: Int, end: Int)? {
    var value = 0
    var index = start
    while index < end, bytes[index] >= UInt8(ascii: "0"), bytes[index] <= UInt8(ascii: "9") {
      if index - start == longestNumber { return nil }
      value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      index += 1
    }
    if index > start { return (value, index) }
    return start < end && bytes[start] & 0xFD == 0xD9 ? arabicNumber(bytes, start, end) : nil
  }

  /// Reads Arabic-Indic digits (U+0660 to U+0669) or Persian ones (U+06F0 to U+06F9).
  private static func arabicNumber(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (value: Int, end: Int)? {
    var value = 0
    var index = start
    while index + 1 < end, bytes[index] == bytes[start] {
      let zero: UInt8 = bytes[index] == 0xD9 ? 0xA0 : 0xB0
      guard bytes[index + 1] >= zero, bytes[index + 1] < zero + 10 else { break }
      if index - start == 2 * longestNumber { return nil }
      value = value * 10 + Int(bytes[index + 1] - zero)
      index += 2
    }
    return index > start ? (value, index) : nil
  }

  /// Reads superscript digits from `start` on.
  static func superscriptNumber(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> (
    value: Int, end: Int
  )? {
    var value = 0
    var index = start
    while index < end, let (digit, width) = superscriptDigit(bytes, index, end) {
      if value > 999 { return nil }
      value = value * 10 + digit
      index += width
    }
    return index > start ? (value, index) : nil
  }

  /// The value and width of a number in a circle: ① (U+2460) to ⑳.
  static func circledNumber(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> (Int, Int)? {
    guard index + 2 < end, bytes[index] == 0xE2, bytes[index + 1] == 0x91,
      case 0xA0...0xB3 = bytes[index + 2]
    else { return nil }
    return (Int(bytes[index + 2]) - 0x9F, 3)
  }

  /// The value and width of a superscript digit: ⁰ ¹ ² ³ ⁴ … ⁹.
  static func superscriptDigit(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> (Int, Int)? {
    if bytes[index] == 0xC2, index + 1 < end {
      switch bytes[index + 1] {
      case 0xB9: return (1, 2)
      case 0xB2: return (2, 2)
      case 0xB3: return (3, 2)
      default: return nil
      }
    }
    guard bytes[index] == 0xE2, index + 2 < end, bytes[index + 1] == 0x81 else { return nil }
    switch bytes[index + 2] {
    case 0xB0: return (0, 3)
    case 0xB4...0xB9: return (Int(bytes[index + 2]) - 0xB0, 3)
    default: return nil
    }
  }

  /// The width of one of the signs that label notes: `*`, §, † (U+2020), ‡ (U+2021).
  static func signWidth(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    if bytes[index] == UInt8(ascii: "*") { return 1 }
    if index + 1 < end, bytes[index] == 0xC2, bytes[index + 1] == 0xA7 { return 2 }  // §
    guard index + 2 < end, bytes[index] == 0xE2, bytes[index + 1] == 0x80 else { return 0 }
    return bytes[index + 2] == 0xA0 || bytes[index + 2] == 0xA1 ? 3 : 0
  }

  /// Whether bytes are a Roman number below 40 in small letters: `iii`, `xxiv`.
  static func isRomanNumber(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    func count(_ letter: UInt8, atMost most: Int) -> Int {
      var end = index
      while end < range.upperBound, end - index < most, bytes[end] == letter { end += 1 }
      return end - index
    }
    let (i, v, x) = (UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x"))
    index += count(x, atMost: 3)
    let ones = count(i, atMost: 3)
    index += ones
    if ones == 1, index < range.upperBound, bytes[index] == v || bytes[index] == x {
      index += 1
    } else if ones == 0, count(v, atMost: 1) == 1 {
      index += 1
      index += count(i, atMost: 3)
    }
    return !range.isEmpty && index == range.upperBound
  }

  // MARK: Forms

  private static func bracketed(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Parsed? {
    if start + 1 < end, bytes[start + 1] == UInt8(ascii: "^") {
      guard let parsed = name(bytes, start + 2, end), parsed.end < end,
        bytes[parsed.end] == UInt8(ascii: ":")
      else { return nil }
      return Parsed(label: parsed.label, form: .caret, end: parsed.end + 1)
    }
    if let parsed = enclosed(bytes, start + 1, end, close: [UInt8(ascii: "]")], .bracketed) {
      return parsed
    }
    if let parsed = name(bytes, start + 1, end),
      parsed.label.text.count <= 2 || isRomanNumber(bytes, start + 1..<parsed.end - 1)
    {
      return Parsed(label: parsed.label, form: .bracketed, end: parsed.end)
    }
    return wordAndNumber(bytes, start + 1, end) ?? opening(bytes, start + 1, end)
  }

  /// `Note 3: `, `Fn. 3. `: a word for notes, a number and a sign that ends it.
  private static func announced(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Parsed? {
    let space = wordEnd(bytes, start, end)
    guard space + 2 < end, bytes[space] == 0x20, ASCII.isDigit(bytes[space + 1]),
      let (value, after) = number(bytes, space + 1, end), after + 1 < end,
      bytes[after] == UInt8(ascii: ":") || bytes[after] == UInt8(ascii: "."),
      bytes[after + 1] == 0x20, Lexicon.shared.isNoteWord(start..<space, of: bytes)
    else { return nil }
    return Parsed(label: NoteLabel(number: value), form: .noteWord, end: after + 1)
  }

  /// `[Footnote 3: `, `[Footnote B: `, whose bracket closes behind the note, as transcribers of books have it.
  private static func opening(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Parsed? {
    let space = wordEnd(bytes, start, end)
    guard space + 2 < end, bytes[space] == 0x20 else { return nil }
    var after = space + 2
    var label = NoteLabel(sign: [bytes[space + 1]])
    if let (value, end) = number(bytes, space + 1, end) {
      (label, after) = (NoteLabel(number: value), end)
    } else if !ASCII.isLetter(bytes[space + 1]) && bytes[space + 1] != UInt8(ascii: "*") {
      return nil
    }
    guard after < end, bytes[after] == UInt8(ascii: ":"),
      Lexicon.shared.isNoteWord(start..<space, of: bytes)
    else { return nil }
    return Parsed(label: label, form: .bracketed, end: after + 1, isOpen: true)
  }

  /// Where a word of at most 16 bytes ends.
  private static func wordEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, index - start < 16, bytes[index] > 0x20 { index += 1 }
    return index
  }

  /// `[note 3]`, `[Fn. 3]`
  private static func wordAndNumber(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Parsed? {
    let limit = min(end, start + 32)
    var digit = start
    while digit < limit, !ASCII.isDigit(bytes[digit]), bytes[digit] != UInt8(ascii: "]") {
      digit += 1
    }
    guard digit > start,
      let parsed = enclosed(bytes, digit, end, close: [UInt8(ascii: "]")], .noteWord)
    else { return nil }
    let word = bytes.trimmed(start..<digit)
    return Lexicon.shared.isNoteWord(word, of: bytes) ? parsed : nil
  }

  /// A number and the bracket that closes it; a colon or a dot after it belongs to the label.
  private static func enclosed(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, close: [UInt8], _ form: NoteForm
  ) -> Parsed? {
    guard let (value, after) = number(bytes, start, end), after + close.count <= end else {
      return nil
    }
    for (offset, byte) in close.enumerated() where bytes[after + offset] != byte { return nil }
    var next = after + close.count
    if next < end, bytes[next] == UInt8(ascii: ".") || bytes[next] == UInt8(ascii: ":") {
      next += 1
    }
    return Parsed(label: NoteLabel(number: value), form: form, end: next)
  }

  private static func numbered(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Parsed? {
    guard let (value, after) = number(bytes, start, end), after < end else { return nil }
    switch bytes[after] {
    case UInt8(ascii: "."):
      // `3.5 million` and `12.05.2014` are no labels.
      if after + 1 < end, bytes[after + 1] >= UInt8(ascii: "0"),
        bytes[after + 1] <= UInt8(ascii: "9")
      {
        return nil
      }
      let dash = after + 1 < end ? dashWidth(bytes, after + 1, end) : 0
      return Parsed(label: NoteLabel(number: value), form: .dotted, end: after + 1 + dash)
    case UInt8(ascii: "\\") where after + 1 < end && bytes[after + 1] == UInt8(ascii: "."):
      return Parsed(label: NoteLabel(number: value), form: .dotted, end: after + 2)
    case UInt8(ascii: ")"):
      return Parsed(label: NoteLabel(number: value), form: .halfParenthesised, end: after + 1)
    case 0x20, 0x09: return Parsed(label: NoteLabel(number: value), form: .bare, end: after + 1)
    case 0xC2 where after + 1 < end && bytes[after + 1] == 0xA0:
      return Parsed(label: NoteLabel(number: value), form: .bare, end: after + 2)
    case 0xEF where after + 2 < end && bytes[after + 1] == 0xBC && bytes[after + 2] == 0x89:
      return Parsed(label: NoteLabel(number: value), form: .halfParenthesised, end: after + 3)  // ）
    case 0xEF where after + 2 < end && bytes[after + 1] == 0xBC && bytes[after + 2] == 0x8E,
      0xE3 where after + 2 < end && bytes[after + 1] == 0x80 && bytes[after + 2] == 0x81:
      return Parsed(label: NoteLabel(number: value), form: .dotted, end: after + 3)  // ． 、
    default: return nil
    }
  }

  /// The width of a dash that a space follows: Spanish lists number `1.- `, `2.- `.
  private static func dashWidth(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    var width = bytes[index] == UInt8(ascii: "-") ? 1 : 0
    if index + 2 < end, bytes[index] == 0xE2, bytes[index + 1] == 0x80,
      bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94
    {
      width = 3
    }
    return index + width < end && bytes[index + width] == 0x20 ? width : 0
  }

  /// `^12 `, `^12.`: a number that was raised, as lynx and w3m write it; a caret may close it, too.
  private static func raised(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Parsed? {
    guard let (value, after) = number(bytes, start + 1, end), after < end else { return nil }
    var next = after
    while next < end, next - after < 2, isLabelEnd(bytes[next]) { next += 1 }
    return Parsed(label: NoteLabel(number: value), form: .superscript, end: next)
  }

  /// `<sup>12</sup>`: a tag that an extractor kept.
  private static func tagged(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Parsed? {
    let open = Array("<sup>".utf8)
    guard start + open.count < end, open.indices.allSatisfy({ bytes[start + $0] == open[$0] })
    else {
      return nil
    }
    return enclosed(bytes, start + open.count, end, close: Array("</sup>".utf8), .superscript)
  }

  private static func isLabelEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "^") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")")
      || byte == UInt8(ascii: ":")
  }

  private static func sign(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Parsed? {
    var next = start
    while next < end, case let width = signWidth(bytes, next, end), width > 0 { next += width }
    guard next > start, next - start <= 9, next < end else { return nil }
    var label: [UInt8] = []
    for index in start..<next { label.append(bytes[index]) }
    return Parsed(label: NoteLabel(sign: label), form: .sign, end: next)
  }

  private static func other(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Parsed? {
    if let (value, after) = superscriptNumber(bytes, start, end), after < end {
      return Parsed(label: NoteLabel(number: value), form: .superscript, end: after)
    }
    if let (value, width) = circledNumber(bytes, start, end), start + width < end {
      return Parsed(label: NoteLabel(number: value), form: .dotted, end: start + width)
    }
    if signWidth(bytes, start, end) > 0 { return sign(bytes, start, end) }
    if referenceMarkEnd(bytes, start, end) != nil { return noteWord(bytes, start + 3, end) }
    guard start + 3 < end else { return nil }
    let scalar = (bytes[start], bytes[start + 1], bytes[start + 2])
    switch scalar {
    case (0xEF, 0xBC, 0xBB):
      return enclosed(bytes, start + 3, end, close: [0xEF, 0xBC, 0xBD], .bracketed)  // ［］
        ?? enclosedNoteWord(bytes, start + 3, end)
    case (0xEF, 0xBC, 0x88):
      return enclosed(bytes, start + 3, end, close: [0xEF, 0xBC, 0x89], .parenthesised)  // （）
        ?? enclosedNoteWord(bytes, start + 3, end)
    case (0xE3, 0x80, 0x94):
      return enclosed(bytes, start + 3, end, close: [0xE3, 0x80, 0x95], .bracketed)  // 〔〕
    case (0xE3, 0x80, 0x90):
      return enclosed(bytes, start + 3, end, close: [0xE3, 0x80, 0x91], .bracketed)  // 【】
    default: return enclosedNoteWord(bytes, start, end)
    }
  }

  /// `注12`, `註12）`, `주 12`: what closes a bracket before the word goes with it.
  private static func enclosedNoteWord(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Parsed? {
    guard start + 3 < end else { return nil }
    switch (bytes[start], bytes[start + 1], bytes[start + 2]) {
    case (0xE6, 0xB3, 0xA8), (0xE8, 0xA8, 0xBB), (0xE8, 0xA8, 0xBC), (0xEC, 0xA3, 0xBC):  // 注 註 주
      return noteWord(bytes, start + 3, end)
    default: return nil
    }
  }

  /// The end of a reference mark, ※ (U+203B), as Japanese notes have it.
  static func referenceMarkEnd(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
    index + 3 < end && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xBB
      ? index + 3 : nil
  }

  private static func noteWord(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Parsed? {
    var next = start
    if bytes[next] == 0x20 { next += 1 }
    guard next < end, let (value, after) = number(bytes, next, end), after < end else { return nil }
    var close = after
    switch bytes[after] {
    case UInt8(ascii: ")"), UInt8(ascii: "."), UInt8(ascii: ":"): close += 1
    case 0xEF, 0xE3: close += after + 2 < end ? 3 : 0
    default: break
    }
    return Parsed(label: NoteLabel(number: value), form: .noteWord, end: close)
  }

  /// A letter or a short name up to the closing bracket.
  private static func name(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Parsed? {
    var index = start
    while index < end, bytes[index] != UInt8(ascii: "]") {
      let byte = bytes[index]
      let isName =
        byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
        || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "*")
      guard isName, index - start < 32 else { return nil }
      index += 1
    }
    guard index > start, index < end else { return nil }
    if let (value, after) = number(bytes, start, index), after == index {
      return Parsed(label: NoteLabel(number: value), form: .bracketed, end: index + 1)
    }
    var label: [UInt8] = []
    for position in start..<index { label.append(bytes[position]) }
    return Parsed(label: NoteLabel(sign: label), form: .bracketed, end: index + 1)
  }
}
