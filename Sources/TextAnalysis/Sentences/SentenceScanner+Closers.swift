import Bytes

/// What joins the terminator before a sentence may end: quotes, brackets, reference marks.
extension SentenceScanner {
  /// Returns where closing quotes, brackets, reference marks ("[12]", "²", "†") and French spaced
  /// guillemets that follow a terminator end.
  func skipClosers(_ place: Int) -> Int {
    var index = place
    while index < text.count {
      let (scalar, length) = text.scalar(at: index)
      if Brackets.closes(scalar) && !opensSpeech(scalar, behind: index + length)
        || isReferenceSign(scalar)
      {
        index += length
      } else if scalar == 0x5B, let end = referenceEnd(index) {
        index = end
      } else if let end = spacedGuillemetEnd(index) ?? spacedReferenceEnd(index) {
        index = end
      } else {
        break
      }
    }
    return index
  }

  /// Whether `“` or `‘`, which close quotations in German, stand right before a character of an East Asian script.
  private func opensSpeech(_ scalar: UInt32, behind place: Int) -> Bool {
    guard scalar == 0x201C || scalar == 0x2018, place < text.count else { return false }
    let (next, _) = text.scalar(at: place)
    return next >= 0x3040 && next < 0xFE00
  }

  private func isReferenceSign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xB9, 0xB2, 0xB3, 0x2070, 0x2074...0x2079, 0x2020, 0x2021: return true
    default: return false
    }
  }

  /// "[12]", "[a]", "[12, 13]", "[note 4]": at most twelve bytes.
  private func referenceEnd(_ open: Int) -> Int? {
    for index in (open + 1)..<(open + 13) {
      let byte = text.byte(index)
      if byte == 0x5D { return index > open + 1 ? index + 1 : nil }
      guard ASCII.isDigit(byte) || ASCII.isLowercase(byte) || byte == 0x2C || byte == 0x20 else {
        return nil
      }
    }
    return nil
  }

  /// " »" after a stop: French sets a blank before it.
  private func spacedGuillemetEnd(_ place: Int) -> Int? {
    let blank = text.blank(at: place)
    guard blank > 0, text.has("»", at: place + blank) else { return nil }
    return place + blank + 2
  }

  /// " [26]" after a stop belongs to the sentence before when another follows: extracted text often
  /// has a blank there. "[26] argues" does not, nor a note at the start of a line.
  private func spacedReferenceEnd(_ place: Int) -> Int? {
    guard text.byte(place) == 0x20, text.byte(place + 1) == 0x5B,
      let end = referenceEnd(place + 1),
      text.slice(place + 1..<end).contains(where: ASCII.isDigit)
    else { return nil }
    if end == text.count || text.byte(end) == 0x0A { return end }
    guard text.byte(end) == 0x20 || text.byte(end) == 0x5B else { return nil }
    if text.byte(end) == 0x5B { return end }
    let (next, _) = text.scalar(at: text.skipBlanks(end))
    return LetterCase(of: next) == .upper || Brackets.opens(next) ? end : nil
  }

  /// Returns where the number of a note ends that lost its raised form: "on trial.12 The"; nil when
  /// what follows is none.
  func skipNoteNumber(_ place: Int, _ run: TerminatorRun) -> Int? {
    var index = place
    while index < place + 3, ASCII.isDigit(text.byte(index)) { index += 1 }
    guard index > place, text.blank(at: index) > 0, run.kind == .mark || run.stops == 1 else {
      return nil
    }
    let (before, _) = text.scalar(before: run.end - 1)
    guard LetterCase(of: before) == .lower || Brackets.closes(before) else { return nil }
    let word = wordBefore(run.end - 1)
    let kinds = rules.words.bits(ofAnyCase: text.slice(word))
    guard kinds & (SentenceRules.numbered | SentenceRules.leading) == 0 else { return nil }
    // A dotted name ("node.js.2 Beta") or one letter ("v.2 The") is no sentence's last word.
    guard word.count > 2, !text.slice(word).contains(0x2E) else { return nil }
    let following = Following(in: text, at: text.skipBlanks(index))
    return following.letterCase == .upper ? index : nil
  }

  /// Returns the word that ends before `end`, without opening quotes and brackets before it.
  func wordBefore(_ end: Int) -> Range<Int> {
    var index = end
    while index > start, end - index < SimpleFolding.longest {
      let (scalar, length) = text.scalar(before: index)
      if WhiteSpace.contains(scalar) { break }
      let isInner = scalar == 0x27 || scalar == 0x2019 || scalar == 0x2D || scalar == 0x40
      if Brackets.opens(scalar), !isInner { break }
      index -= length
    }
    return index..<end
  }
}
