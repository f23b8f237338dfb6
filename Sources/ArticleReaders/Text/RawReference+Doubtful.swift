extension RawReferenceScanner {
  /// `(12)`, `（12）` within a line; looked for only where definitions of that form exist.
  func scanParenthesised(_ range: Range<Int>) -> [RawReference] {
    let span = bytes.span
    var found: [RawReference] = []
    for index in range where span[index] == UInt8(ascii: "(") && index > range.lowerBound {
      if let reference = list(
        span, index + 1, range.upperBound, close: [UInt8(ascii: ")")], .parenthesised, open: index)
      {
        found.append(reference)
      }
    }
    return found
  }

  /// `word1)`: digits glued to a word and closed by half a bracket.
  func scanHalfParenthesised(_ range: Range<Int>) -> [RawReference] {
    let span = bytes.span
    return glued(range, closes: true).filter { span[$0.range.upperBound - 1] == UInt8(ascii: ")") }
  }

  /// Digits that stand right behind a word or its punctuation, where an extractor dropped the superscript.
  ///
  /// `good.1 In`, `byte1.`, `war,”12` are found; `3.5`, `1,200`, `v2.0`, `12%` and `(12)` are not. Whether they are
  /// references is decided by the order of their numbers.
  func scanGlued(_ range: Range<Int>) -> [RawReference] { glued(range, closes: false) }

  /// Numbers one space behind a word, where an extractor put the space in place of the superscript.
  ///
  /// `python-dev 1, two` and `programs 4, 5.` are found; `of 3`, `Table 2` and `May 4` are not. All but those before a
  /// mark of punctuation are doubtful.
  func scanSpaced(_ range: Range<Int>) -> [RawReference] {
    let span = bytes.span
    var found: [RawReference] = []
    var index = range.lowerBound + 2
    while index < range.upperBound {
      guard isDigit(span[index]), span[index - 1] == 0x20, !isDigit(span[index - 2]),
        isWordEnd(span[index - 2]),
        let (value, after) = NoteLabelParser.number(span, index, range.upperBound), value > 0,
        isRightContext(span, after, range), !numbersSomething(before: index - 1, range)
      else {
        index += 1
        continue
      }
      var reference = RawReference(
        labels: [(NoteLabel(number: value), index)], range: index..<after, form: .bare)
      extend(&reference, span, range, spaced: true)
      let end = reference.range.upperBound
      reference.isDoubtful =
        reference.labels.count == 1 && end < range.upperBound && span[end] <= 0x20
      found.append(reference)
      index = end
    }
    return found
  }

  private func isWordEnd(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte >= 0x80 || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
      || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
  }

  /// Whether the word before a number is one that numbers follow: a preposition, a month, `Table`, `version`.
  private func numbersSomething(before end: Int, _ range: Range<Int>) -> Bool {
    var start = end
    while start > range.lowerBound, bytes[start - 1] > 0x20, end - start < 16 { start -= 1 }
    let word = Lexicon.fold(bytes[start..<end])
    return Lexicon.shared.month(word) != nil
      || RawReferenceScanner.numberedWords.contains(String(decoding: word, as: UTF8.self))
  }

  private static let numberedWords: Set<String> = [
    "of", "in", "at", "to", "for", "and", "or", "than", "by", "from", "with", "on", "about", "the",
    "a", "is", "are", "was", "were",
    "as", "over", "under", "between", "least", "most", "only", "all", "another", "after", "before",
    "table", "tables", "figure", "figures", "fig.", "figs.", "fig", "figs", "sections", "chapters",
    "steps", "types",
    "section", "chapter", "page", "pages", "p.", "pp.", "version", "python", "pep", "step", "type",
    "level", "no.", "vol.", "volume",
    "part", "phase", "class", "item", "number", "line", "appendix", "article", "option", "case",
    "group", "model", "study", "text",
    "et", "de", "en", "le", "la", "von", "bis", "und", "mit", "bip", "rfc", "layer", "model",
    "experiment", "=", "+", "-", "<", ">",
  ]

  private func glued(_ range: Range<Int>, closes: Bool) -> [RawReference] {
    let span = bytes.span
    var found: [RawReference] = []
    var index = range.lowerBound + 1
    while index < range.upperBound {
      guard isDigit(span[index]), !isDigit(span[index - 1]) else {
        index += 1
        continue
      }
      guard let (value, after) = NoteLabelParser.number(span, index, range.upperBound) else {
        while index < range.upperBound, isDigit(span[index]) { index += 1 }
        continue
      }
      let end =
        closes && after < range.upperBound && span[after] == UInt8(ascii: ")") ? after + 1 : after
      if value > 0, let isDoubtful = leftContext(span, index, range),
        isRightContext(span, end, range)
      {
        var reference = RawReference(
          labels: [(NoteLabel(number: value), index)], range: index..<end,
          form: closes ? .halfParenthesised : .bare)
        reference.isDoubtful = isDoubtful
        extend(&reference, span, range)
        found.append(reference)
        index = reference.range.upperBound
      } else {
        index = after
      }
    }
    return found
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
          reference.labels.append((NoteLabel(number: between), next))
        }
      }
      reference.labels.append((NoteLabel(number: value), next))
      reference.range = reference.range.lowerBound..<after
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  /// What stands before the digits: `nil` for no reference, else whether it is doubtful.
  private func leftContext(_ span: Span<UInt8>, _ index: Int, _ range: Range<Int>) -> Bool? {
    let before = span[index - 1]
    switch before {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
      guard index - 2 >= range.lowerBound, span[index - 2] > 0x20 else { return nil }
      return isDigit(span[index - 2])
        ? (before == UInt8(ascii: ".") || before == UInt8(ascii: ",") ? nil : true) : false
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "]"):
      return false
    case UInt8(ascii: ")"): return false
    case UInt8(ascii: "%"): return true
    case 0x80...0xFF: return isQuotationMark(span, index, range) ? false : true
    default: return isLetter(before) && !isName(before: index, range) ? true : nil
    }
  }

  /// Whether digits belong to a name in capitals: `S1`, `CO2`, `PEP8`, `H2`.
  private func isName(before index: Int, _ range: Range<Int>) -> Bool {
    var start = index
    while start > range.lowerBound, isLetter(bytes[start - 1]) { start -= 1 }
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
      return end + 1 >= range.upperBound || !isDigit(span[end + 1]) || after == UInt8(ascii: ",")
    }
    if isDigit(after) || isLetter(after) { return false }
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
