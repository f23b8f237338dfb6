import Bytes

extension Byline {
  /// Whether what follows a word such as *By* goes on as a sentence: `By Friday, the boats were back.`,
  /// `Par Anne Aske nous avons appris …`, `记者了解到，…`. A mark behind the word announces names (`Author: …`).
  static func isSentence(_ parts: [String], _ text: String, isAnnounced: Bool) -> Bool {
    if let letter = text.first(where: \.isLetter), !letter.isCased {
      return isCaselessSentence(text, isAnnounced: isAnnounced)
    }
    let first = parts[0]
    if ASCII.isDigit(first.utf8.first!), parts.count > 1 || first.contains(" ") || first.count <= 5
    {
      return true
    }
    let hasStop = endsWithStop(text)
    if goesOn(first, isStopped: hasStop) { return true }
    let clauses = parts.dropFirst().filter { part in
      startsSmall(part) && !isPost(part) || hasStop && goesOn(part, isStopped: true)
    }
    // Who a person is may be said in small letters, once and in few words.
    if clauses.count >= 2 || clauses.contains(where: { $0.words.count >= 4 }) {
      return true
    }
    guard hasStop else { return false }
    let last = text.words.last!.dropLast()
    let endsSmall = last.count > 2 && last.allSatisfy(\.isLowercase) && !isOfPost(last)
    return endsSmall || first.words.count(where: isSmall) >= 3
  }

  static func endsWithMark(_ prefix: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: prefix, as: UTF8.self)
    return text.last { $0 != " " }.map { !$0.isLetter } ?? false
  }

  // MARK: Scripts with capitals

  /// Whether a word in small letters behind the capitals of a name is no preposition, and nothing that bylines say
  /// there: most likely a verb.
  private static func goesOn(_ part: String, isStopped: Bool) -> Bool {
    let words = part.words.prefix { !$0.first!.isNumber }
    guard let start = words.indices.dropFirst().first(where: { isSmall(words[$0]) }) else {
      return false
    }
    let rest = words[start...]
    if opens(rest, meaning: []) || opens(rest.dropFirst(), meaning: .byline) { return false }
    if isStopped { return rest.contains { isSmall($0) && !isOfPost($0) } }
    return words.count > 2 && !isPost(rest.joined(separator: " "))
  }

  /// Whether words begin with a byline, a date or what belongs to the page: `edited by …`, `posted in …`.
  private static func opens(_ words: ArraySlice<Substring>, meaning: Lexicon.Meaning) -> Bool {
    let text = Lexicon.fold(Array(words.joined(separator: " ").utf8)[...])
    guard let entry = Lexicon.shared.prefix(of: text, meaning: meaning) else { return false }
    return entry.length > 3 || entry.meaning.contains(.byline)
  }

  /// Whether a word in small letters may stand in the name of a post or a body.
  private static func isOfPost(_ word: Substring) -> Bool {
    isPreposition(word) || articles.contains(word) || Affiliation.isOne(Array(word.utf8)[...])
  }

  /// Whether a text names a post or a body, or where the author writes from or for.
  private static func isPost(_ text: String) -> Bool {
    isPreposition(text.prefix { $0 != " " }) || Affiliation.isOne(Array(text.utf8)[...])
  }

  private static func isPreposition(_ word: Substring) -> Bool {
    Lexicon.shared.tables.namePrepositions.contains(Array(word.utf8))
  }

  private static func endsWithStop(_ text: String) -> Bool {
    text.last { !$0.isWhitespace }.map { ".!?".contains($0) } ?? false
  }

  private static func startsSmall(_ part: String) -> Bool {
    isSmall(part.prefix { $0 != " " })
  }

  private static func isSmall(_ word: Substring) -> Bool {
    word.first.map { $0.isLowercase } == true && !particles.contains(word)
  }

  private static let articles: Set<Substring> = [
    "the", "a", "an", "der", "die", "das", "dem", "den", "des", "le", "la", "les", "el", "los",
    "las", "il", "i", "gli", "o", "os", "as", "het",
  ]

  // MARK: Scripts without capitals

  /// The longest name of a person in Chinese characters without a mark, in scalars.
  private static let longestHanName = 4

  private static func isCaselessSentence(_ text: String, isAnnounced: Bool) -> Bool {
    if text.unicodeScalars.contains(where: { "。！？".unicodeScalars.contains($0) }) { return true }
    guard !isAnnounced else { return false }
    let words = text.split { $0.isWhitespace || "、，,".contains($0) }
    return endsWithStop(text) || words.count > 5
      || words.contains { word in
        word.unicodeScalars.first!.value >= 0x2E80 && !isHangul(word)
          && word.count > longestHanName && !word.contains("·")
          && !(word.count <= 2 * longestHanName && Affiliation.isOne(Array(word.utf8)[...]))
      }
  }

  private static func isHangul(_ word: Substring) -> Bool {
    (0xAC00...0xD7A3).contains(word.unicodeScalars.first!.value)
  }
}
