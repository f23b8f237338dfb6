import Bytes

/// The single full stop: the end of a sentence, or of an abbreviation, an initial, a number.
extension SentenceScanner {
  /// Tells whether the terminator at `place` ends its sentence at the first look: a blank and an ASCII
  /// capital follow, and before a stop is an ordinary word that ends in small letters.
  ///
  /// So end most sentences, for a quarter of what it takes to ask all rules, which would say the same;
  /// where it is false they have to be asked.
  func endsPlainly(_ terminator: UInt32, at place: Int) -> Bool {
    guard terminator == 0x2E || terminator == 0x3F || terminator == 0x21,
      text.byte(place + 1) == 0x20, ASCII.isUppercase(text.byte(place + 2))
    else { return false }
    if terminator != 0x2E { return true }
    var first = place
    while first > start, ASCII.isLetter(text.bytes[first - 1]) { first -= 1 }
    let word = first..<place
    guard (2..<SimpleFolding.longest).contains(word.count),
      first == start || text.bytes[first - 1] == 0x20,
      ASCII.isLowercase(text.bytes[place - 1])
    else { return false }
    return rules.words.bits(ofAnyCase: text.slice(word)) & SentenceRules.abbreviation == 0
      && !isConsonants(word)
  }

  /// Tells whether the stop at `stop` ends its sentence, given what stands before and after it.
  func endsAtStop(_ stop: Int, closed: Int, _ following: Following) -> Bool {
    guard following.mayBegin else { return false }
    let word = wordBefore(stop)
    if word.isEmpty { return following.letterCase != .digit }
    if isNumber(word) { return endsAtNumber(word, following) }
    let kinds = kinds(of: word)
    let first = text.scalar(at: word.lowerBound)
    let isLarge = isLarge(word)
    let isProper = isLarge && kinds & SentenceRules.properTrailing != 0
    let begins = isStarter(following)

    if kinds & SentenceRules.leading != 0 { return false }
    if isLarge, kinds & SentenceRules.title != 0, !(isProper && begins) { return false }
    if kinds & SentenceRules.numbered != 0, following.isOrdinal(in: text) { return false }
    if kinds & SentenceRules.closing != 0 {
      return !isInBracket(stop, closed) && !isFronted(stop) && !goesOn(following)
    }
    if word.count == first.length { return endsAtLetter(word, following, begins) }
    if rules.writesOrdinalsWithStop, text.isRomanNumber(word) { return begins }
    if kinds & SentenceRules.trailing != 0 || isProper || isDotted(word) || isConsonants(word) {
      return !isInBracket(stop, closed) && !isFronted(stop) && (begins || following.isQuoted)
    }
    return true
  }

  /// What the lists say of a word, or of its part after an apostrophe: "l'Ing".
  private func kinds(of word: Range<Int>) -> UInt64 {
    let kinds = rules.words.bits(ofAnyCase: text.slice(word))
    let rest = afterElision(word)
    return kinds != 0 || rest == word ? kinds : rules.words.bits(ofAnyCase: text.slice(rest))
  }

  private func isLarge(_ word: Range<Int>) -> Bool {
    LetterCase(of: text.scalar(at: afterElision(word).lowerBound).scalar) == .upper
  }

  private func afterElision(_ word: Range<Int>) -> Range<Int> {
    let head = word.lowerBound..<min(word.upperBound, word.lowerBound + 6)
    for index in head where text.byte(index) == 0x27 || text.has("’", at: index) {
      let end = index + (text.byte(index) == 0x27 ? 1 : 3)
      return end < word.upperBound ? end..<word.upperBound : word
    }
    return word
  }

  /// Whether a word that begins sentences follows, with a capital: a pronoun, an article, "how".
  func isStarter(_ following: Following) -> Bool {
    guard following.letterCase == .upper else { return false }
    let word = following.word
    // In "J. A. Smith" the A is no article.
    if word.count == text.scalar(at: word.lowerBound).length, text.byte(word.upperBound) == 0x2E {
      return false
    }
    return rules.words.bits(ofAnyCase: text.slice(word)) & SentenceRules.starter != 0
  }

  private func goesOn(_ following: Following) -> Bool {
    rules.words.bits(ofAnyCase: text.slice(following.word)) & SentenceRules.continues != 0
  }

  private func isNumber(_ word: Range<Int>) -> Bool {
    text.slice(word).allSatisfy { ASCII.isDigit($0) || $0 == 0x2E || $0 == 0x2C }
      && ASCII.isDigit(text.byte(word.lowerBound))
  }

  /// "in 1999. The": a number ends a sentence, unless it is an ordinal ("am 3. Oktober") or counts
  /// on ("§ 3. 12").
  private func endsAtNumber(_ word: Range<Int>, _ following: Following) -> Bool {
    if word.count > 2, !rules.writesOrdinalsWithStop || !isDayAndMonth(word) { return true }
    if following.letterCase == .digit { return false }
    return !rules.writesOrdinalsWithStop || isStarter(following) || following.isQuoted
  }

  /// "21.01" or "3.4" before a stop: a date without its year.
  private func isDayAndMonth(_ word: Range<Int>) -> Bool {
    let digits = text.slice(word)
    guard digits.count <= 5, let stop = digits.firstIndex(of: 0x2E) else { return false }
    return stop <= 2 && digits.count - stop <= 3
  }

  /// "J. Smith" or "Plan B. The next": one letter is an initial unless a starter follows; the
  /// pronoun of "you and I. Did" is none after a word in small letters.
  private func endsAtLetter(_ word: Range<Int>, _ following: Following, _ begins: Bool) -> Bool {
    if rules.isEnglish, text.byte(word.lowerBound) == 0x49, word.count == 1 {
      let before = wordBefore(
        text.scalar(before: word.lowerBound).length == 0 ? 0 : word.lowerBound - 1)
      if !before.isEmpty, LetterCase(of: text.scalar(at: before.lowerBound).scalar) == .lower {
        return true
      }
    }
    return begins
  }

  /// "U.S", "Ph.D", "куб.м": pieces of at most three letters between stops.
  private func isDotted(_ word: Range<Int>) -> Bool {
    var letters = 0
    var pieces = 1
    var index = word.lowerBound
    while index < word.upperBound {
      let (scalar, length) = text.scalar(at: index)
      if scalar == 0x2E {
        pieces += 1
        letters = 0
      } else {
        letters += 1
        switch LetterCase(of: scalar) {
        case .digit, .noLetter: if scalar != 0x2D { return false }
        default: if letters > 3 { return false }
        }
      }
      index += length
    }
    return pieces > 1
  }

  /// "Hwy", "Jhdt" without its vowels, but not "TV": two to four letters that no one can speak.
  private func isConsonants(_ word: Range<Int>) -> Bool {
    guard (2...4).contains(word.count) else { return false }
    var isAllLarge = true
    for byte in text.slice(word) {
      guard ASCII.isLetter(byte) else { return false }
      switch ASCII.lowercased(byte) {
      case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: return false
      default: isAllLarge = isAllLarge && ASCII.isUppercase(byte)
      }
    }
    return !isAllLarge
  }

  private func isInBracket(_ stop: Int, _ closed: Int) -> Bool {
    text.slice(stop..<closed).contains { $0 == 0x29 || $0 == 0x5D }
  }

  /// "At 5 a.m. Mr. Smith went": a sentence cannot be over that so far is a preposition and at most
  /// three words.
  private func isFronted(_ stop: Int) -> Bool {
    guard stop - start < 40 else { return false }
    let following = Following(in: text, at: start)
    guard rules.words.bits(ofAnyCase: text.slice(following.word)) & SentenceRules.preposition != 0
    else { return false }
    return text.slice(start..<stop).count { $0 == 0x20 } <= 3
  }
}
