import ArticleModel
import Bytes
import TextAnalysis

/// Reads lines that name the authors.
enum Byline {
  /// The authors of a line such as `By Ann Smith and Li Wei`; none where it names an account (`By admin`), `nil` where no
  /// word says that it names authors.
  static func parse(_ line: ArraySlice<UInt8>) -> [Author]? {
    guard line.withUnsafeBufferPointer({ Lexicon.shared.mayHavePrefix($0) }) else { return nil }
    let folded = Lexicon.fold(line.prefix(Lexicon.longestLine))
    guard let prefix = Lexicon.shared.prefix(of: folded, meaning: .byline) else {
      return withPost(line)
    }
    let rest = withoutDateWord(line.dropFirst(prefix.length))
    let text = String(decoding: rest, as: UTF8.self)
    if isPlainName(rest) { return [Author(name: text)] }
    if isAccount(text) { return [] }
    if let described = withDescription(text) { return [described] }
    let names = split(text)
    guard let first = names.first, names.allSatisfy({ $0.count <= 80 }),
      first.first.map({ !$0.isLowercase }) ?? false,
      !isSentence(names, text, isAnnounced: endsWithMark(folded.prefix(prefix.length)))
    else { return nil }
    return authors(names)
  }

  /// Whether a text is two or three words of ASCII with a capital and small letters, as most bylines are: no other rule
  /// says anything of them.
  private static func isPlainName(_ text: ArraySlice<UInt8>) -> Bool {
    var words = 0
    var before: UInt8 = 0x20
    for byte in text {
      let isStart = before == 0x20
      if isStart { words += 1 }
      guard isStart ? ASCII.isUppercase(byte) : byte == 0x20 || ASCII.isLowercase(byte) else {
        return false
      }
      before = byte
    }
    return (2...3).contains(words) && before != 0x20 && text.count <= 48
      && !accounts.contains(
        Substring(decoding: Lexicon.fold(text.prefix { $0 != 0x20 }), as: UTF8.self))
  }

  /// A text without a last word that stands before dates: `Ann Smith Updated`.
  private static func withoutDateWord(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let space = text.lastIndex(of: 0x20) else { return text }
    let word = Lexicon.fold(text[(space + 1)...])
    let isDateWord = Lexicon.shared.prefix(of: word + [0x20], meaning: .date) != nil
    return isDateWord && word.count > 3 ? text[..<space] : text
  }

  /// The persons among the parts of a byline; the last part may say where they work: `Ann Smith, Staff Writer`.
  private static func authors(_ parts: [String]) -> [Author] {
    var authors: [Author] = []
    // `Senior Technologist, Speech, Privacy, and Technology Project`: behind a post, two bare words list what it is for.
    var bareWords = 0
    for (index, part) in parts.enumerated() where index == 0 || !ASCII.isDigit(part.utf8.first!) {
      let name = withoutStop(withoutSentence(part))
      let isBare = !part.contains(" ") && part.utf8.allSatisfy { $0 < 0x80 }
      if let last = authors.last?.name, last.contains(" "),
        isBare || bareWords >= 2 || Affiliation.isOne(Array(part.utf8)[...])
      {
        if isBare, !part.contains("."), authors.last?.about != nil { bareWords += 1 }
        authors[authors.count - 1].about =
          authors[authors.count - 1].about.map { $0 + ", " + part } ?? part
      } else {
        authors.append(Author(name: name))
      }
    }
    return authors
  }

  /// Whether a byline names an account that runs a site and no person: `by admin`, `by admin in News`.
  private static func isAccount(_ text: String) -> Bool {
    let words = String(decoding: Lexicon.fold(Array(text.utf8)[...]), as: UTF8.self).words
    guard let first = words.first, accounts.contains(first) else { return false }
    return words.count == 1 || words[1].first!.isNumber || words[1].first!.isPunctuation
      || Lexicon.shared.tables.namePrepositions.contains(Array(words[1].utf8))
  }

  private static let accounts: Set<Substring> = [
    "admin", "administrator", "webmaster", "wpadmin", "superadmin",
  ]

  /// A name without the full stop of its line; `Jr.`, `M.D.` and `Inc.` keep theirs.
  private static func withoutStop(_ name: String) -> String {
    guard name.utf8.last == UInt8(ascii: "."),
      let last = name.dropLast().words.last,
      last.count >= 3, last.allSatisfy({ $0.isLetter || $0 == "-" }),
      !["Inc", "Ltd", "Esq", "Corp"].contains(last)
    else { return name }
    return String(name.dropLast())
  }

  /// A name without what follows it in small letters or figures: `Ann Smith in Oster`, `Ann Smith 3 Comments`.
  private static func withoutSentence(_ part: String) -> String {
    var words = part.words
    guard words.count > 2, words[0].first?.isUppercase == true else { return part }
    let end = words.dropFirst(2).firstIndex { word in
      let first = word.utf8.first!
      return ASCII.isDigit(first)
        || first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z") && !particles.contains(word)
    }
    guard var end, !particles.contains(words[end - 1]) else { return part }
    if end > 2, isDate(words[(end - 1)...]) {
      end -= 1
      // `Ann Smith7 Aug 2014651`
      let glued = words[end - 1].utf8.reversed().prefix(while: ASCII.isDigit).count
      if glued < words[end - 1].utf8.count { words[end - 1] = words[end - 1].dropLast(glued) }
    }
    // `Ann Smith Edited by Li Wei`: the word before *by* says what the other person did.
    let rest = Lexicon.fold(Array(words[end...].joined(separator: " ").utf8)[...])
    if end > 2, Lexicon.shared.prefix(of: rest, meaning: .byline) != nil { end -= 1 }
    return words[..<end].joined(separator: " ")
  }

  /// Whether words begin with a month and a figure, and no other capital follows: `March 18 at noon`, but not `May 12 Comments`.
  private static func isDate(_ words: ArraySlice<Substring>) -> Bool {
    let rest = words.dropFirst()
    guard let month = words.first, let figure = rest.first, ASCII.isDigit(figure.utf8.first!),
      Lexicon.shared.month(Lexicon.fold(Array(month.utf8)[...])) != nil
    else { return false }
    return rest.dropFirst().first.map { !$0.first!.isUppercase } ?? true
  }

  /// A name with what is said of the person in brackets: `沈槐序（青梧书院研究员）`, `Ann Smith (Lindmoor)`.
  static func withDescription(_ text: String) -> Author? {
    guard text.hasSuffix(")") || text.hasSuffix("）"),
      let open = text.firstIndex(where: { $0 == "(" || $0 == "（" }), open > text.startIndex
    else { return nil }
    let name = split(String(text[..<open]))
    let about = text[text.index(after: open)...].dropLast()
    guard name.count == 1, !about.isEmpty, about.allSatisfy({ $0 != "(" && $0 != "（" }) else {
      return nil
    }
    return Author(name: name[0], about: String(about))
  }

  /// Names between commas and the words for *and*.
  static func split(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if separatorStarts.contains(bytes[index]),
        let separator = separators.first(where: { bytes[index...].starts(with: $0) })
      {
        parts.append(bytes[start..<index])
        index += separator.count
        start = index
      } else {
        index += 1
      }
    }
    parts.append(bytes[start...])
    return parts.map { withoutMarkers(Normalisation.collapseWhitespace(Array($0))) }
      .filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// A name without the marks of notes behind it: `Ann Smith*`, `Ann Smith¹,²`, `Ann Smith[1]`.
  private static func withoutMarkers(_ name: [UInt8]) -> ArraySlice<UInt8> {
    var rest = name.indices
    while let last = name[rest].last, !ASCII.isLetter(last) {
      let isBetween = last == UInt8(ascii: ",") || last == 0x20
      let next = isBetween ? rest.dropLast() : TrailingMarkers.cut(from: name, rest)
      guard next.count < rest.count else { break }
      rest = next
    }
    return name[rest]
  }

  /// What stands between names, the longest first.
  private static let separators: [[UInt8]] = {
    let words = ["and", "und", "et", "y", "и", "e", "&"].map { " \($0) " } + [" و"]
    return (words.map { "," + $0 } + words + [", ", "、", "，", "; "]).map { Array($0.utf8) }
  }()

  /// The bytes that those begin with.
  private static let separatorStarts: ByteSet = {
    var starts = ByteSet()
    for separator in separators { starts.insert(separator[0]) }
    return starts
  }()

  /// Whether a line is nothing but names of persons.
  static func isNames(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 600, !line.isEmpty, mayBeNames(line) else { return false }
    let names = split(String(decoding: line, as: UTF8.self))
    return !names.isEmpty && names.allSatisfy { isName(Array($0.utf8)[...]) }
  }

  static let particles: Set<Substring> = [
    "de", "van", "von", "der", "da", "di", "del", "la", "le", "bin", "al", "ten", "dos", "das",
    "du", "den", "el", "ibn", "zu", "af", "av", "y", "e",
  ]

  /// The words in small letters of ASCII that may stand in a line of names.
  private static let smallWords = PhraseTable(
    particles.map { String($0) } + ["and", "und", "et", "y", "e"])

  /// Whether no word of a line shows that it is no name: a look at the bytes, at which most sentences fail early.
  private static func mayBeNames(_ line: ArraySlice<UInt8>) -> Bool {
    line.withUnsafeBufferPointer { line in
      var start = 0
      while start < line.count {
        if line[start] >= UInt8(ascii: "0"), line[start] <= UInt8(ascii: "9") { return false }
        var end = start
        while end < line.count, ASCII.isLetter(line[end]) { end += 1 }
        if end > start, line[start] >= UInt8(ascii: "a"), start == 0 || line[start - 1] == 0x20,
          smallWords.index(of: UnsafeBufferPointer(rebasing: line[start..<end])) == nil
        {
          return false
        }
        start = max(end, start + 1)
      }
      return true
    }
  }

  /// Whether a line looks like the name of a town: one word, or up to three of which the first is of towns (`New York`).
  static func isPlace(_ line: String) -> Bool {
    let words = line.words
    guard words.count <= 3, words.allSatisfy({ $0.first!.isUppercase && $0.allSatisfy(\.isLetter) })
    else { return false }
    return words.count == 1 || Lexicon.shared.tables.placeWords.contains(words[0].lowercased())
  }

  /// Whether a line is one name and begins with a given name that is common.
  static func isCommonName(_ line: ArraySlice<UInt8>) -> Bool {
    let word = Lexicon.fold(line.prefix { $0 != 0x20 })
    return isName(line) && GivenNames.contains(String(decoding: word, as: UTF8.self))
  }

  /// Whether a line looks like the name of a person: two to four capitalised words and nothing else.
  static func isName(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 48, mayBeNames(line) else { return false }
    let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard (2...4).contains(words.count) else { return false }
    return words.allSatisfy { word in
      particles.contains(word)
        || word.first!.isUppercase
          && word.allSatisfy { $0.isLetter || $0 == "-" || $0 == "." || $0 == "’" || $0 == "'" }
    }
  }
}
