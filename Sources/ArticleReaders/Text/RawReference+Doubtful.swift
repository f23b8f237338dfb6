import ArticleModel
import Bytes

extension RawReferenceScanner {
  /// `(12)`, `（12）` within a line; looked for only where definitions of that form exist.
  func scanParenthesised(_ range: Range<Int>, into found: inout [RawReference]) {
    let span = bytes.span
    var index = range.lowerBound + 1
    while case let open = nextParenthesis(index, range.upperBound), open < range.upperBound {
      index = open + 1
      if index < range.upperBound, ASCII.isDigit(span[index]) || span[index] >= 0x80,
        let reference = list(
          span, index, range.upperBound, close: [UInt8(ascii: ")")], .parenthesised, open: open),
        !isDate(reference)
      {
        found.append(reference)
      }
    }
  }

  private func nextParenthesis(_ start: Int, _ end: Int) -> Int {
    ByteScan.first(in: bytes.span, from: start, to: end) { $0.equal(UInt8(ascii: "(")) }
  }

  /// Whether a number is a year or begins with a zero, as in `(1990)` and `(2014-08-07)`.
  private func isDate(_ reference: RawReference) -> Bool {
    bytes[reference.range.lowerBound + 1] == UInt8(ascii: "0")
      || reference.labels.contains { $0.label.number ?? 0 > 999 }
  }

  /// `^12`, `^1,2`, `^12^` and `<sup>12</sup>`: numbers that were raised; looked for only where brackets do not cite the notes.
  ///
  /// `x^2`, `10^6` and `(a+b)^2` are powers.
  func scanRaised(_ range: Range<Int>, into found: inout [RawReference]) {
    let span = bytes.span
    var index = range.lowerBound
    while case let next = nextRaised(index, range.upperBound), next < range.upperBound {
      index = next
      if span[index] == UInt8(ascii: "<"), let reference = tagged(at: index, in: range) {
        if !isPower(at: index, range) { found.append(reference) }
        index = reference.range.upperBound
        continue
      }
      guard span[index] == UInt8(ascii: "^"), !isPower(at: index, range),
        let (value, after) = NoteLabelParser.number(span, index + 1, range.upperBound), value > 0
      else {
        index += 1
        continue
      }
      var reference = RawReference(
        labels: CitedLabels(NoteLabel(number: value), at: index), range: index..<after,
        form: .superscript)
      extend(&reference, span, range)
      if reference.range.upperBound < range.upperBound,
        span[reference.range.upperBound] == UInt8(ascii: "^")
      {
        reference.range = index..<reference.range.upperBound + 1
      }
      index = reference.range.upperBound
      guard index == range.upperBound || !ASCII.isLetter(span[index]) else { continue }
      found.append(reference)
    }
  }

  /// The next byte from `start` on that a raised number may begin with; `end` where none is.
  private func nextRaised(_ start: Int, _ end: Int) -> Int {
    ByteScan.first(in: bytes.span, from: start, to: end) { word in
      word.equal(UInt8(ascii: "^")) | word.equal(UInt8(ascii: "<"))
    }
  }

  /// Whether the text holds a sign that a raised number begins with at all.
  var mayHoldRaised: Bool {
    bytes.withUnsafeBytes { bytes in
      ByteSearch.contains(Array("^".utf8), in: bytes)
        || ByteSearch.contains(Array("<sup".utf8), in: bytes)
    }
  }

  /// Whether a caret raises to a power what stands before it: a number, a variable, a bracket.
  private func isPower(at index: Int, _ range: Range<Int>) -> Bool {
    guard index > range.lowerBound else { return false }
    let before = bytes[index - 1]
    if ASCII.isDigit(before) || before == UInt8(ascii: "^") { return true }
    if before == UInt8(ascii: ")") || before == UInt8(ascii: "]") {
      // `(Smith)^12` cites, `(a+b)^2` does not.
      let inner = bytes[range.lowerBound..<index - 1].reversed().prefix { ASCII.isLetter($0) }.count
      return inner < 3
    }
    guard ASCII.isLetter(before) else { return false }
    return index - 2 < range.lowerBound
      || !ASCII.isLetter(bytes[index - 2]) && bytes[index - 2] < 0x80
  }

  /// `word1)`: digits glued to a word and closed by half a bracket.
  func scanHalfParenthesised(_ range: Range<Int>, into found: inout [RawReference]) {
    scanGlued(range, closes: true, into: &found)
  }

  /// Digits that stand right behind a word or its punctuation, where an extractor dropped the superscript.
  ///
  /// `good.1 In`, `byte1.`, `war,”12` are found; `3.5`, `1,200`, `v2.0`, `12%` and `(12)` are not. Whether they are
  /// references is decided by the order of their numbers.
  func scanGlued(_ range: Range<Int>, into found: inout [RawReference]) {
    scanGlued(range, closes: false, into: &found)
  }

  /// Numbers one space behind a word, where an extractor put the space in place of the superscript.
  ///
  /// `python-dev 1, two` and `programs 4, 5.` are found; `of 3`, `Table 2` and `May 4` are not. All but those before a
  /// mark of punctuation are doubtful.
  func scanSpaced(_ range: Range<Int>, into found: inout [RawReference]) {
    let span = bytes.span
    var next = range.lowerBound + 2
    while case let index = ByteScan.nextDigit(in: span, from: next, to: range.upperBound),
      index < range.upperBound
    {
      next = ByteScan.digitsEnd(in: span, from: index + 1, to: range.upperBound)
      guard span[index - 1] == 0x20, isWordEnd(span[index - 2]), span[index] != UInt8(ascii: "0"),
        let (value, after) = NoteLabelParser.number(span, index, range.upperBound),
        isRightContext(span, after, range)
      else { continue }
      var reference = RawReference(
        labels: CitedLabels(NoteLabel(number: value), at: index), range: index..<after, form: .bare)
      extend(&reference, span, range, spaced: true)
      if let certainty = certainty(ofSpaced: reference, range) {
        reference.certainty = certainty
        found.append(reference)
      }
      next = reference.range.upperBound
    }
  }

  /// How sure a number behind a space is by the words around it; `nil` where they rule it out.
  private func certainty(ofSpaced reference: RawReference, _ range: Range<Int>)
    -> RawReference.Certainty?
  {
    let (start, end) = (reference.range.lowerBound, reference.range.upperBound)
    let context = NumberContext(bytes: bytes)
    let after = context.after(end, in: range)
    guard after > .never else { return nil }
    let before = context.before(start - 1, in: range)
    guard before > .never else { return nil }
    // `27,3` is a number; `1) … 2)` counts the parts of a sentence.
    if end + 1 < range.upperBound, bytes[end] == UInt8(ascii: ","), ASCII.isDigit(bytes[end + 1]) {
      return nil
    }
    if end < range.upperBound, bytes[end] == UInt8(ascii: ")"), !isInBrackets(start, range) {
      return nil
    }
    // `in 2018 4)` cites, `in 2018 4 people` does not.
    let previous = bytes[start - 2]
    // The rest of a list whose first number is none: `10, 15` in a cell.
    if previous == UInt8(ascii: ","), start - 3 >= range.lowerBound, ASCII.isDigit(bytes[start - 3])
    {
      return nil
    }
    if before == .unlikely || ASCII.isDigit(previous) {
      return after == .likely ? .unlikely : nil
    }
    return reference.labels.count > 1 || before == .likely || after == .likely ? .sure : .open
  }

  /// Whether a bracket was opened before a byte of the line and not closed yet.
  private func isInBrackets(_ index: Int, _ range: Range<Int>) -> Bool {
    for byte in bytes[max(range.lowerBound, index - 300)..<index].reversed() {
      if byte == UInt8(ascii: ")") { return false }
      if byte == UInt8(ascii: "(") { return true }
    }
    return false
  }

  private func isWordEnd(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: ")")
      || byte == UInt8(ascii: "]")
      || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
  }

  private func scanGlued(
    _ range: Range<Int>, closes: Bool, into found: inout [RawReference]
  ) {
    let span = bytes.span
    let context = NumberContext(bytes: bytes)
    var next = range.lowerBound + 1
    while case let index = ByteScan.nextDigit(in: span, from: next, to: range.upperBound),
      index < range.upperBound
    {
      next = ByteScan.digitsEnd(in: span, from: index + 1, to: range.upperBound)
      let before = span[index - 1]
      guard before > 0x20, before != UInt8(ascii: "("), !ASCII.isDigit(before),
        let (value, after) = NoteLabelParser.number(span, index, range.upperBound)
      else { continue }
      let end =
        closes && after < range.upperBound && span[after] == UInt8(ascii: ")") ? after + 1 : after
      if value > 0, let isDoubtful = leftContext(span, index, range),
        isRightContext(span, end, range), !context.isCounted(after, in: range),
        !context.isNamed(index, in: range)
      {
        var reference = RawReference(
          labels: CitedLabels(NoteLabel(number: value), at: index), range: index..<end,
          form: closes ? .halfParenthesised : .bare)
        reference.certainty = isDoubtful ? .unlikely : .sure
        extend(&reference, span, range)
        next = reference.range.upperBound
        if !closes || span[next - 1] == UInt8(ascii: ")") { found.append(reference) }
      }
    }
  }

  /// Takes in what follows after a comma or a dash: `state1,2` and `state1–3`.
  private func extend(
    _ reference: inout RawReference, _ span: Span<UInt8>, _ range: Range<Int>, spaced: Bool = false
  ) {
    while true {
      var next = reference.range.upperBound
      guard next < range.upperBound else { return }
      let isDash =
        next + 2 < range.upperBound && span[next] == 0xE2 && span[next + 1] == 0x80
        && span[next + 2] == 0x93
      guard isDash || span[next] == UInt8(ascii: ",") || span[next] == UInt8(ascii: "-") else {
        return
      }
      next += isDash ? 3 : 1
      let isComma = span[next - 1] == UInt8(ascii: ",")
      if spaced, isComma, next < range.upperBound, span[next] == 0x20 { next += 1 }
      guard next < range.upperBound,
        let (value, after) = NoteLabelParser.number(span, next, range.upperBound),
        let previous = reference.labels.last?.label.number, value > previous,
        isRightContext(span, after, range)
      else { return }
      if !isComma, value - previous <= 40 {
        for between in previous + 1..<value {
          reference.labels.append(NoteLabel(number: between), at: next)
        }
      }
      reference.labels.append(NoteLabel(number: value), at: next)
      reference.range = reference.range.lowerBound..<after
    }
  }

  /// What stands before the digits: `nil` for no reference, else whether it is doubtful.
  private func leftContext(_ span: Span<UInt8>, _ index: Int, _ range: Range<Int>) -> Bool? {
    let before = span[index - 1]
    switch before {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
      guard index - 2 >= range.lowerBound, span[index - 2] > 0x20 else { return nil }
      guard ASCII.isDigit(span[index - 2]) else { return false }
      if before == UInt8(ascii: ".") { return endsYear(index - 1, range) ? true : nil }
      return before == UInt8(ascii: ",") ? nil : true
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "]"):
      return false
    case UInt8(ascii: ")"): return false
    case UInt8(ascii: "%"): return true
    case 0x80...0xFF: return isQuotationMark(span, index, range) ? false : true
    default: return ASCII.isLetter(before) && !isName(before: index, range) ? true : nil
    }
  }

  /// Whether a year ends before a byte, as in `in 1972.1`: no decimal number looks like that.
  private func endsYear(_ end: Int, _ range: Range<Int>) -> Bool {
    guard end - 4 > range.lowerBound, bytes[end - 5] == 0x20 else { return false }
    let (first, second) = (bytes[end - 4], bytes[end - 3])
    return bytes[end - 4..<end].allSatisfy(ASCII.isDigit)
      && (first == UInt8(ascii: "1") && second >= UInt8(ascii: "5")
        || first == UInt8(ascii: "2") && second == UInt8(ascii: "0"))
  }

  /// Whether digits belong to a name in capitals: `S1`, `CO2`, `PEP8`, `H2`.
  private func isName(before index: Int, _ range: Range<Int>) -> Bool {
    var start = index
    while start > range.lowerBound, ASCII.isLetter(bytes[start - 1]) { start -= 1 }
    let word = bytes[start..<index]
    let capitals = word.count { $0 <= UInt8(ascii: "Z") }
    return capitals == word.count && word.count <= 4 || word.count == 1
  }

  private func isQuotationMark(_ span: Span<UInt8>, _ index: Int, _ range: Range<Int>) -> Bool {
    guard index - 3 >= range.lowerBound, span[index - 3] == 0xE2, span[index - 2] == 0x80 else {
      // »
      return index - 2 >= range.lowerBound && span[index - 2] == 0xC2 && span[index - 1] == 0xBB
    }
    return span[index - 1] >= 0x98 && span[index - 1] <= 0x9F
  }

  private func isRightContext(_ span: Span<UInt8>, _ end: Int, _ range: Range<Int>) -> Bool {
    guard end < range.upperBound else { return true }
    let after = span[end]
    if after == UInt8(ascii: ".") || after == UInt8(ascii: ",") || after == UInt8(ascii: ":") {
      return end + 1 >= range.upperBound || !ASCII.isDigit(span[end + 1])
        || after == UInt8(ascii: ",")
    }
    if ASCII.isDigit(after) || ASCII.isLetter(after) { return false }
    switch after {
    case UInt8(ascii: "%"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "("),
      UInt8(ascii: "["), UInt8(ascii: "/"),
      UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: ">"), UInt8(ascii: "<"),
      UInt8(ascii: "}"), UInt8(ascii: "{"), UInt8(ascii: "`"), UInt8(ascii: "\\"),
      UInt8(ascii: "@"), UInt8(ascii: "#"):
      return false
    default: return true
    }
  }
}
