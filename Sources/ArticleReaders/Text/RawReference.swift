import ArticleModel
import Bytes

/// Something in a line that may be a reference to a note.
struct RawReference {
  /// `[3, 5]` and `[3–5]` name several.
  var labels: CitedLabels
  /// The bytes of the whole marker.
  var range: Range<Int>
  var form: NoteForm
  var certainty = Certainty.sure
  /// The line in which it stands, once `CitationIndex` holds it.
  var line = -1

  /// How sure it is that this is a reference before the order of the numbers is looked at.
  enum Certainty: UInt8 {
    case sure
    /// Nothing speaks for or against it.
    case open
    /// It is likelier to be something else.
    case unlikely
  }

  /// Whether only its place in the order of all numbers makes it a reference.
  var isDoubtful: Bool { certainty != .sure }

  /// Takes in what stands around the marker and belongs to it.
  mutating func widen(to wider: Range<Int>) {
    labels.moveFirst(to: wider.lowerBound)
    range = wider
  }
}

/// Finds what may be references: `[12]`, `[3, 5]`, `[3–5]`, `(12)`, `¹²`, `[^1]`, `注1`, `*`, and digits glued to words.
struct RawReferenceScanner {
  let bytes: [UInt8]

  /// Adds the references of the forms that cannot be much else, in a range of bytes.
  func scan(_ range: Range<Int>, marks: LineMarks, into found: inout [RawReference]) {
    let interesting: LineMarks = [.bracket, .superscript, .nonASCII, .asterisk]
    guard !marks.isDisjoint(with: interesting) else { return }
    let span = bytes.span
    var index = range.lowerBound
    while case let candidate = nextCandidate(index, range.upperBound), candidate < range.upperBound
    {
      if let reference = reference(span, candidate, range) {
        found.append(reference)
        index = reference.range.upperBound
      } else {
        index = candidate + 1
      }
    }
  }

  /// The next byte from `start` on that a reference may begin with: `[`, `*` or the first of a scalar beyond ASCII; `end`
  /// where none is.
  private func nextCandidate(_ start: Int, _ end: Int) -> Int {
    ByteScan.first(in: bytes.span, from: start, to: end) { word in
      word.equal(UInt8(ascii: "[")) | word.equal(UInt8(ascii: "*")) | word.within(0xC0, 0x40)
    }
  }

  private func reference(_ span: Span<UInt8>, _ index: Int, _ range: Range<Int>) -> RawReference? {
    switch span[index] {
    case UInt8(ascii: "["):
      if let list = bracketed(span, index, range) { return isCode(list, range) ? nil : list }
      return named(span, index, range.upperBound)
    case UInt8(ascii: "*"): return sign(span, index, range)
    case 0xC2: return superscript(span, index, range) ?? sign(span, index, range)
    // Most are dashes and quotation marks, U+2010 to U+201F.
    case 0xE2
    where index + 2 < range.upperBound && span[index + 1] == 0x80 && span[index + 2] & 0xF0 == 0x90:
      return nil
    case 0xE2: return superscript(span, index, range) ?? sign(span, index, range)
    case 0xEF where matches(span, index, [0xEF, 0xBC, 0xBB], range.upperBound):
      let close: [UInt8] = [0xEF, 0xBC, 0xBD]
      return noteWordInBrackets(span, index, range.upperBound, close: close)
        ?? list(span, index + 3, range.upperBound, close: close, .bracketed, open: index)
    case 0xEF where matches(span, index, [0xEF, 0xBC, 0x88], range.upperBound):
      let close: [UInt8] = [0xEF, 0xBC, 0x89]
      return noteWordInBrackets(span, index, range.upperBound, close: close)
        ?? list(span, index + 3, range.upperBound, close: close, .parenthesised, open: index)
    case 0xE3 where matches(span, index, [0xE3, 0x80, 0x94], range.upperBound):
      return list(
        span, index + 3, range.upperBound, close: [0xE3, 0x80, 0x95], .bracketed, open: index)
    case 0xE3 where matches(span, index, [0xE3, 0x80, 0x90], range.upperBound):
      return list(
        span, index + 3, range.upperBound, close: [0xE3, 0x80, 0x91], .bracketed, open: index)
    case 0xE6, 0xE8, 0xEC:
      return noteWord(span, index, range.upperBound).map { withBrackets($0, span, range) }
    default: return nil
    }
  }

  /// `[12]`; also `\[12\]`, as extractors that write Markdown escape it, and what is raised besides: `^[12]`.
  private func bracketed(_ span: Span<UInt8>, _ index: Int, _ range: Range<Int>) -> RawReference? {
    let isEscaped = index > range.lowerBound && span[index - 1] == UInt8(ascii: "\\")
    guard
      var found = list(
        span, index + 1, range.upperBound,
        close: isEscaped ? [UInt8(ascii: "\\"), UInt8(ascii: "]")] : [UInt8(ascii: "]")],
        .bracketed,
        open: isEscaped ? index - 1 : index)
    else { return nil }
    found.widen(to: wrapping(found.range, in: range))
    return found
  }

  private func matches(_ span: Span<UInt8>, _ index: Int, _ pattern: [UInt8], _ end: Int) -> Bool {
    guard index + pattern.count <= end else { return false }
    for (offset, byte) in pattern.enumerated() where span[index + offset] != byte { return false }
    return true
  }

  /// `3`, `3, 5`, `3–5` up to the closing bracket.
  func list(
    _ span: Span<UInt8>, _ start: Int, _ end: Int, close: [UInt8], _ form: NoteForm, open: Int
  ) -> RawReference? {
    var index = start
    if index < end, form == .bracketed, span[index] == UInt8(ascii: "^") { index += 1 }
    var labels: CitedLabels?
    var isRange = false
    while index < end, index - start < 64 {
      guard let (value, after) = NoteLabelParser.number(span, index, end) else { return nil }
      if isRange, let previous = labels?.last?.label.number, value > previous,
        value - previous <= 40
      {
        for between in previous + 1..<value {
          labels?.append(NoteLabel(number: between), at: index)
        }
      }
      if labels == nil {
        labels = CitedLabels(NoteLabel(number: value), at: open)
      } else {
        labels?.append(NoteLabel(number: value), at: index)
      }
      index = form == .bracketed ? locatorEnd(span, after, end) : after
      if matches(span, index, close, end), let labels {
        return RawReference(labels: labels, range: open..<index + close.count, form: form)
      }
      guard let (next, isDash) = separator(span, index, end) else { return nil }
      isRange = isDash
      index = next
    }
    return nil
  }

  /// The byte after the place within a work that may follow its number: `, p. 5` and `, с. 7–9` in `[1, p. 5]`; `start` where
  /// none does.
  private func locatorEnd(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard start < end, span[start] == UInt8(ascii: ",") else { return start }
    var index = start + 1
    while index < end, span[index] == 0x20 { index += 1 }
    let word = index
    while index < end, index - word < 8, ASCII.isLetter(span[index]) || span[index] >= 0x80 {
      index += 1
    }
    guard index > word, index < end, span[index] == UInt8(ascii: ".") else { return start }
    index += 1
    if index < end { index += whiteSpaceWidth(span, at: index, end: end) }
    let page = ByteScan.digitsEnd(in: span, from: index, to: end)
    guard page > index else { return start }
    guard let (next, isDash) = separator(span, page, end), isDash else { return page }
    return max(page, ByteScan.digitsEnd(in: span, from: next, to: end))
  }

  /// The byte after a comma, a semicolon or a dash with the spaces around it, and whether it was a dash.
  private func separator(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> (Int, Bool)? {
    var index = start
    var isDash = false
    while index < end, span[index] == 0x20 { index += 1 }
    guard index < end else { return nil }
    switch span[index] {
    case UInt8(ascii: ","), UInt8(ascii: ";"): index += 1
    case UInt8(ascii: "-"):
      index += 1
      isDash = true
    case 0xE2
    where index + 2 < end && span[index + 1] == 0x80
      && (span[index + 2] == 0x93 || span[index + 2] == 0x94):
      index += 3
      isDash = true
    default: return nil
    }
    while index < end, span[index] == 0x20 { index += 1 }
    return (index, isDash)
  }

  /// `[^name]`, `[a]`, `[note 3]`, `[注1]`
  private func named(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> RawReference? {
    var index = start + 1
    let isCaret = index < end && span[index] == UInt8(ascii: "^")
    if isCaret { index += 1 }
    let nameStart = index
    while index < end, index - nameStart < 32, span[index] != UInt8(ascii: "]") {
      if span[index] <= 0x20 && !Lexicon.shared.isNoteWord(nameStart..<index, of: span) {
        return nil
      }
      if span[index] == UInt8(ascii: "[") { return nil }
      index += 1
    }
    guard index < end, index > nameStart, span[index] == UInt8(ascii: "]") else { return nil }
    if isCaret {
      return single(NoteLabel(sign: bytes[nameStart..<index]), start..<index + 1, .caret)
    }
    if let number = trailingNumber(nameStart..<index) {
      return single(NoteLabel(number: number), start..<index + 1, .noteWord)
    }
    let isLetter =
      index - nameStart == 1 && ASCII.isLetter(span[nameStart])
    let isSign = NoteLabelParser.signWidth(span, nameStart, index) == index - nameStart
    guard isLetter || isSign || NoteLabelParser.isRomanNumber(span, nameStart..<index) else {
      return nil
    }
    return single(NoteLabel(sign: bytes[nameStart..<index]), start..<index + 1, .bracketed)
  }

  /// The number after a word for notes: `note 3`, `注1`.
  private func trailingNumber(_ range: Range<Int>) -> Int? {
    guard
      let space = bytes[range].firstIndex(where: ASCII.isDigit)
    else { return nil }
    let word = bytes.span.trimmed(range.lowerBound..<space)
    guard Lexicon.shared.isNoteWord(word, of: bytes.span),
      let (value, end) = NoteLabelParser.number(bytes.span, space, range.upperBound),
      end == range.upperBound
    else { return nil }
    return value
  }

  private func single(_ label: NoteLabel, _ range: Range<Int>, _ form: NoteForm) -> RawReference {
    RawReference(labels: CitedLabels(label, at: range.lowerBound), range: range, form: form)
  }

  private func superscript(_ span: Span<UInt8>, _ index: Int, _ range: Range<Int>) -> RawReference?
  {
    if let (value, width) = NoteLabelParser.circledNumber(span, index, range.upperBound) {
      return single(NoteLabel(number: value), index..<index + width, .bracketed)
    }
    if let start = NoteLabelParser.referenceMarkEnd(span, index, range.upperBound),
      let (value, after) = NoteLabelParser.number(span, start, range.upperBound)
    {
      return single(NoteLabel(number: value), index..<after, .noteWord)
    }
    guard index > range.lowerBound,
      let (value, after) = NoteLabelParser.superscriptNumber(span, index, range.upperBound),
      !isExponent(range.lowerBound..<index)
    else { return nil }
    var reference = single(NoteLabel(number: value), index..<after, .superscript)
    // `m²` and `km³` are units; a definition decides.
    if span[index - 1] == UInt8(ascii: "m"), value <= 3 { reference.certainty = .unlikely }
    return reference
  }

  /// Whether a superscript behind a text is an exponent of ten, or has a sign: `10⁶`, `s⁻¹`.
  private func isExponent(_ text: Range<Int>) -> Bool {
    let before = bytes[text]
    if before.suffix(3).elementsEqual("⁻".utf8) || before.suffix(3).elementsEqual("⁺".utf8) {
      return true
    }
    let number = before.suffix(3).reversed().prefix { ASCII.isDigit($0) }
    return number.elementsEqual("01".utf8)
  }

  private func sign(_ span: Span<UInt8>, _ index: Int, _ range: Range<Int>) -> RawReference? {
    guard index > range.lowerBound, span[index - 1] > 0x20 else { return nil }
    var end = index
    while end < range.upperBound,
      case let width = NoteLabelParser.signWidth(span, end, range.upperBound), width > 0
    { end += width }
    guard end > index, end - index <= 9, endsWord(span, end, range),
      !closesEmphasis(span, index, range)
    else { return nil }
    return single(NoteLabel(sign: bytes[index..<end]), index..<end, .sign)
  }

  /// Whether an asterisk is the second of `*these words*`, which are emphasised.
  private func closesEmphasis(_ span: Span<UInt8>, _ index: Int, _ range: Range<Int>) -> Bool {
    guard span[index] == UInt8(ascii: "*") else { return false }
    var open = index - 1
    while open >= range.lowerBound, index - open <= 80, span[open] != UInt8(ascii: "*") {
      open -= 1
    }
    guard open >= range.lowerBound, span[open] == UInt8(ascii: "*") else { return false }
    return span[open + 1] > 0x20
      && (open == range.lowerBound || span[open - 1] <= 0x20 || span[open - 1] == UInt8(ascii: "("))
  }

  /// Whether a sign closes a word: `*args` and `2*3` are no references.
  private func endsWord(_ span: Span<UInt8>, _ end: Int, _ range: Range<Int>) -> Bool {
    guard end < range.upperBound else { return true }
    switch span[end] {
    case 0...0x20, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "?"),
      UInt8(ascii: "!"), 0xC2, 0xE2, 0xE3:
      return true
    default: return false
    }
  }

  private func noteWordInBrackets(
    _ span: Span<UInt8>, _ index: Int, _ end: Int, close: [UInt8]
  ) -> RawReference? {
    guard index + 6 < end, let word = noteWord(span, index + 3, end),
      matches(span, word.range.upperBound, close, end)
    else { return nil }
    return single(word.labels[0].label, index..<word.range.upperBound + 3, .noteWord)
  }

  /// A reference with the brackets of ASCII around it, as in `(注1)`.
  private func withBrackets(
    _ reference: RawReference, _ span: Span<UInt8>, _ range: Range<Int>
  ) -> RawReference {
    let (start, end) = (reference.range.lowerBound, reference.range.upperBound)
    guard start > range.lowerBound, span[start - 1] == UInt8(ascii: "("), end < range.upperBound,
      span[end] == UInt8(ascii: ")")
    else { return reference }
    return single(reference.labels[0].label, start - 1..<end + 1, .noteWord)
  }

  private func noteWord(_ span: Span<UInt8>, _ index: Int, _ end: Int) -> RawReference? {
    guard index + 3 < end else { return nil }
    switch (span[index], span[index + 1], span[index + 2]) {
    case (0xE6, 0xB3, 0xA8), (0xE8, 0xA8, 0xBB), (0xEC, 0xA3, 0xBC):  // 注 註 주
      var next = index + 3
      if next < end, span[next] == 0x20 { next += 1 }
      guard next < end, let (value, after) = NoteLabelParser.number(span, next, end) else {
        return nil
      }
      return single(NoteLabel(number: value), index..<after, .noteWord)
    default: return nil
    }
  }
}
