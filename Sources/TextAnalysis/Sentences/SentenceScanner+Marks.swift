/// Marks, ellipses and ideographic stops.
extension SentenceScanner {
  /// Whether a terminator ends a sentence although no blank follows: all ideographic ones, and
  /// others between ideographs or kana.
  func needsNoBlank(_ run: TerminatorRun, _ closed: Int) -> Bool {
    if run.kind == .ideographic { return true }
    guard run.kind != .ellipsis, isIdeographic(text.scalar(at: closed).scalar) else { return false }
    return run.kind == .mark || isIdeographic(text.scalar(before: run.end - 1).scalar)
  }

  private func isIdeographic(_ scalar: UInt32) -> Bool {
    (0x3041...0x30FF).contains(scalar) || (0x3400...0x9FFF).contains(scalar)
      || (0x20000...0x3FFFF).contains(scalar)
  }

  /// Whether a Japanese sentence goes on after the quotation that ends here: 「…。」と言った.
  func continuesAfterQuote(_ run: TerminatorRun, closed: Int) -> Bool {
    guard closed > run.end else { return false }
    switch text.scalar(at: closed).scalar {
    // と っ て な の は が を に で も や だ か へ, 、 and ， after a closing bracket
    case 0x3068, 0x3063, 0x3066, 0x306A, 0x306E, 0x306F, 0x304C, 0x3092, 0x306B, 0x3067, 0x3082,
      0x3084, 0x3060, 0x304B, 0x3078, 0x3001, 0xFF0C:
      return true
    default: return false
    }
  }

  /// A question or exclamation mark ends its sentence, but not before a small letter ("Yahoo! in"),
  /// nor before who says what it quotes (“Stop!” Mr. Smith cried).
  func endsAtMark(_ run: TerminatorRun, closed: Int, _ following: Following) -> Bool {
    guard following.mayBegin else { return false }
    return closed == run.end || !namesSpeaker(following)
  }

  private func namesSpeaker(_ following: Following) -> Bool {
    guard following.letterCase == .upper, !following.isQuoted else { return false }
    var index = following.start
    for _ in 0..<4 {
      var end = index
      while end < text.count, text.byte(end) > 0x20, end - index < SimpleFolding.longest {
        end += 1
      }
      var word = index..<end
      while let last = text.slice(word).last, last == 0x2E || last == 0x2C {
        word = word.lowerBound..<word.upperBound - 1
      }
      if rules.words.bits(ofAnyCase: text.slice(word)) & SentenceRules.saying != 0 { return true }
      guard !word.isEmpty, LetterCase(of: text.scalar(at: index).scalar) == .upper else {
        return false
      }
      index = text.skipBlanks(end)
    }
    return false
  }

  /// Dots ends a sentence before a capital, except the one of "I", which tells nothing; dots that
  /// stand apart (an omission) only as four, or before a word that begins sentences.
  func endsAtEllipsis(_ run: TerminatorRun, _ following: Following) -> Bool {
    switch following.letterCase {
    case .upper:
      if run.stops >= 4 { return true }
      if isPronounI(following.word) { return false }
      return !run.standsApart || isStarter(following)
    case .none:
      return run.stops >= 4
    case .lower, .digit, .noLetter:
      return false
    }
  }

  private func isPronounI(_ word: Range<Int>) -> Bool {
    guard rules.isEnglish, text.byte(word.lowerBound) == 0x49 else { return false }
    return word.count == 1 || text.byte(word.lowerBound + 1) == 0x27
      || text.has("’", at: word.lowerBound + 1)
  }
}
