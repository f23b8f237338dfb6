import ArticleModel

/// The words of all languages, ready for look-up by line.
///
/// Pages mix languages (a French site with English buttons), so a line is looked up in all of them at once.
///
/// One object for all threads: nothing changes once it is made, and a value would be copied, list by list, by each reader
/// that looks something up.
final class Lexicon: @unchecked Sendable {
  static let shared = Lexicon(LanguageLexicon.all)

  /// What a line may be; several can hold.
  struct Meaning: OptionSet, Sendable {
    let rawValue: UInt8
    static let noteHeading = Meaning(rawValue: 1)
    static let heading = Meaning(rawValue: 2)
    static let pollTitle = Meaning(rawValue: 4)
    static let byline = Meaning(rawValue: 8)
    static let date = Meaning(rawValue: 16)
  }

  struct Entry: Sendable {
    var meaning: Meaning = []
    var boilerplate: Reason?
    /// The number of bytes of the phrase.
    var length = 0
  }

  /// The longest line that is looked up, in bytes; what is longer is running text.
  static let longestLine = 160

  private var lines = PhraseTable()
  /// The longest line that may be in the lexicon, in bytes, with some punctuation around it.
  private(set) var longest = 0
  /// The longest phrase that a line may begin with, in bytes.
  private(set) var longestPrefix = 0
  private var entries: [Entry] = []
  /// The phrases that begin lines by their first byte, the longest first.
  private var prefixes = [[(phrase: [UInt8], entry: Entry)]](repeating: [], count: 256)
  private var monthNames = PhraseTable()
  private var months: [Int] = []
  private(set) var tableLabels: [[UInt8]] = []
  private var roleWords = PhraseTable()
  private var rolePhrases = PhraseSearch()
  private(set) var copulas: [[UInt8]] = []
  private(set) var ibidem: [[UInt8]] = []
  /// The bytes that the terms of `ibidem` begin with.
  private(set) var ibidemInitials = ByteSet()
  private(set) var opereCitato: [[UInt8]] = []
  /// The terms of `opereCitato`, to see whether any of them stands in a text.
  private(set) var anyOpereCitato = PhraseSearch()
  private var voteWords = PhraseTable()
  /// The bytes that the words of `voteWords` begin with, in either case; all beyond ASCII.
  private(set) var voteInitials = ByteSet()
  private var numberWords = PhraseTable()
  private var numberRoles: [NumberRole] = []
  private var pollHeaders = PhraseTable()
  private var pollColumns: [PollColumn] = []
  private var counters: Set<[UInt8]> = []
  private var ordinals: Set<[UInt8]> = []
  private(set) var figureLabels: [[UInt8]] = []
  /// The bytes that `figureLabels` begin with.
  private(set) var figureInitials = ByteSet()
  private(set) var creditWords = PhraseSearch()
  private(set) var seriesWords: [String] = []
  private(set) var totalWords: [[UInt8]] = []

  init(_ languages: [LanguageLexicon]) {
    for language in languages {
      add(language.noteHeadings, .noteHeading)
      add(language.headings, .heading)
      add(language.pollTitles, .pollTitle)
      add(language.bylinePrefixes, .byline)
      add(language.datePrefixes, .date)
      for (reason, phrases) in language.boilerplate.sorted(by: { $0.key.rawValue < $1.key.rawValue }
      ) {
        add(phrases, [], boilerplate: reason)
      }
      for (number, names) in language.months.enumerated() {
        for name in names { addMonth(Array(name.utf8), number + 1) }
      }
      tableLabels += language.tableLabels.map { Array($0.utf8) }
      figureLabels += language.figureLabels.map { Array($0.utf8) }
      for label in language.figureLabels { figureInitials.insert(label.utf8.first!) }
      for word in language.creditWords { creditWords.add(Array(word.utf8)) }
      seriesWords += language.seriesWords
      for role in language.roles {
        let bytes = Array(role.utf8)
        // Several words, or a script without spaces: anywhere. Else a word of its own.
        if bytes.contains(0x20) || bytes[0] >= 0xE3 {
          rolePhrases.add(bytes)
        } else {
          _ = roleWords.insert(bytes)
        }
      }
      copulas += language.copulas.map { Array($0.utf8) }
      ibidem += language.ibidem.map { Array($0.utf8) }
      for term in language.ibidem { ibidemInitials.insert(term.utf8.first!) }
      opereCitato += language.opereCitato.map { Array($0.utf8) }
      for term in language.opereCitato { anyOpereCitato.add(Array(term.utf8)) }
      totalWords += language.totalWords.map { Array($0.utf8) }
      for word in language.voteWords { addVoteWord(Array(word.utf8)) }
      addPollHeaders(language.answerHeaders, .answer)
      addPollHeaders(language.voteHeaders + language.voteWords, .votes)
      addPollHeaders(language.percentHeaders + ["%"], .percent)
      let labels = language.tableLabels + language.figureLabels + language.numberedNouns
      addNumberWords(labels + language.ordinals, .label)
      addNumberWords(language.citingWords, .citing)
      addNumberWords(language.countingWords, .count)
      addNumberWords(language.unitWords + language.counters, .unit)
      counters.formUnion(language.counters.map { Array($0.utf8) })
      let eastAsian = (labels + language.ordinals).filter { $0.utf8.first! >= 0xE3 }
      ordinals.formUnion(eastAsian.map { Array($0.utf8) })
    }
    for byte in 0x80...0xFF as ClosedRange<UInt8> { voteInitials.insert(byte) }
    for byte in prefixes.indices { prefixes[byte].sort { $0.phrase.count > $1.phrase.count } }
    ibidem.sort { $0.count > $1.count }
    opereCitato.sort { $0.count > $1.count }
    totalWords.sort { $0.count > $1.count }
  }

  private func add(_ phrases: [String], _ meaning: Meaning, boilerplate: Reason? = nil) {
    for phrase in phrases {
      var bytes = Array(phrase.utf8)
      let isPrefix = phrase.hasSuffix("…")
      if isPrefix { bytes.removeLast(3) }
      let entry = Entry(meaning: meaning, boilerplate: boilerplate, length: bytes.count)
      if isPrefix {
        prefixes[Int(bytes[0])].append((bytes, entry))
        longestPrefix = max(longestPrefix, bytes.count)
      }
      let key = bytes.withUnsafeBufferPointer { Array(Lexicon.trimmed($0)) }
      longest = min(Lexicon.longestLine, max(longest, key.count + 32))
      let number = lines.insert(key)
      if number == entries.count { entries.append(entry) }
      entries[number].meaning.formUnion(meaning)
      entries[number].boilerplate = entries[number].boilerplate ?? boilerplate
      entries[number].length = bytes.count
    }
  }

  /// What a word beside a number says about it; `day` is one thing before it and another behind it.
  struct NumberRole: OptionSet, Sendable {
    let rawValue: UInt8
    static let label = NumberRole(rawValue: 1)
    static let count = NumberRole(rawValue: 2)
    static let unit = NumberRole(rawValue: 4)
    static let citing = NumberRole(rawValue: 8)
  }

  private func addNumberWords(_ words: [String], _ role: NumberRole) {
    for word in words {
      // The dot of an abbreviation is no part of the word.
      let bytes = Array(word.utf8)
      let key = bytes.last == UInt8(ascii: ".") ? Array(bytes.dropLast()) : bytes
      let number = numberWords.insert(key)
      if number == numberRoles.count { numberRoles.append([]) }
      numberRoles[number].formUnion(role)
    }
  }

  /// What a column of a poll that is laid out as a table holds.
  enum PollColumn: Sendable { case answer, votes, percent }

  private func addPollHeaders(_ headers: [String], _ column: PollColumn) {
    for header in headers where pollHeaders.insert(Array(header.utf8)) == pollColumns.count {
      pollColumns.append(column)
    }
  }

  /// What the column below a header in lower case holds, where the table is a poll.
  func pollColumn(_ folded: [UInt8]) -> PollColumn? {
    folded.withUnsafeBufferPointer { pollHeaders.index(of: $0) }.map { pollColumns[$0] }
  }

  /// What a word in lower case that stands beside a number says about it.
  func numberRole(_ folded: UnsafeBufferPointer<UInt8>) -> NumberRole {
    numberWords.index(of: folded).map { numberRoles[$0] } ?? []
  }

  /// Whether a counter begins at a byte: 年, 개월. All are one to four scalars of three bytes.
  func isCounter(at start: Int, of bytes: [UInt8], end: Int) -> Bool {
    (1...4).contains {
      start + 3 * $0 <= end && counters.contains(Array(bytes[start..<start + 3 * $0]))
    }
  }

  /// Where the word begins that ends before a byte and names a number: 第, 図; `nil` where none does.
  func ordinal(before end: Int, of bytes: [UInt8], start: Int) -> Int? {
    (1...4).reversed().map { end - 3 * $0 }.first {
      $0 >= start && ordinals.contains(Array(bytes[$0..<end]))
    }
  }

  /// What a whole line is, by its folded bytes (see `fold`); `nil` where it is not in the lexicon.
  func line(_ folded: [UInt8]) -> Entry? {
    folded.withUnsafeBufferPointer { lineNumber($0) }.map { entries[$0] }
  }

  /// The number of the entry for a whole line, by its folded bytes; `nil` where it is not in the lexicon.
  func lineNumber(_ folded: UnsafeBufferPointer<UInt8>) -> Int? {
    lines.index(of: Lexicon.trimmed(folded))
  }

  /// The entry with a number that `lineNumber` gave.
  func entry(_ number: Int) -> Entry { entries[number] }

  /// What the start of a line is, by the longest phrase that it begins with.
  func prefix(of folded: [UInt8]) -> Entry? {
    folded.withUnsafeBufferPointer { prefix(of: $0, meaning: []) }
  }

  /// The start of a line that has one meaning; any of them where `meaning` is empty.
  func prefix(of folded: [UInt8], meaning: Meaning) -> Entry? {
    folded.withUnsafeBufferPointer { prefix(of: $0, meaning: meaning) }
  }

  /// What the start of a line is, by its folded bytes.
  func prefix(of folded: UnsafeBufferPointer<UInt8>, meaning: Meaning = []) -> Entry? {
    guard let first = folded.first else { return nil }
    for (phrase, entry) in prefixes[Int(first)]
    where entry.meaning.isSuperset(of: meaning) && Lexicon.starts(folded, with: phrase) {
      return entry
    }
    return nil
  }

  private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, with phrase: [UInt8]) -> Bool {
    guard phrase.count <= bytes.count else { return false }
    for index in phrase.indices where bytes[index] != phrase[index] { return false }
    return true
  }

  private func addMonth(_ name: [UInt8], _ month: Int) {
    let number = monthNames.insert(name)
    if number == months.count { months.append(month) }
    months[number] = month
  }

  /// The month with a name in lower case, from 1 to 12.
  func month(_ name: [UInt8]) -> Int? { name.withUnsafeBufferPointer { month($0) } }

  /// The month with a name in lower case, from 1 to 12.
  func month(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    monthNames.index(of: name).map { months[$0] }
  }

  private func addVoteWord(_ word: [UInt8]) {
    _ = voteWords.insert(word)
    // Folding changes one bit of an ASCII letter, but any bytes of other letters.
    voteInitials.insert(word[0])
    voteInitials.insert(word[0] & ~0x20)
  }

  /// Whether a word, in any case, stands after numbers of votes.
  func isVoteWord(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count <= Lexicon.longestLine else { return false }
    return Lexicon.withFolded(word) { voteWords.index(of: $0) != nil }
  }

  /// Whether a text in lower case names what an author does.
  func namesRole(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    for index in 0...folded.count where index == folded.count || !Lexicon.isWordByte(folded, index)
    {
      if index > start,
        roleWords.index(of: UnsafeBufferPointer(rebasing: folded[start..<index])) != nil
      {
        return true
      }
      start = index + 1
    }
    return rolePhrases.contains(in: folded)
  }

  /// A byte of a letter or a hyphen; the punctuation of scripts beyond ASCII begins with C2, E2, E3 80 or EF.
  private static func isWordByte(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"): true
    case 0xC2, 0xE2, 0xEF: false
    case 0x80...:
      !(index > 0 && (text[index - 1] == 0xC2 || text[index - 1] == 0xE2))
        && !(index > 1 && text[index - 2] == 0xE2)
    default: false
    }
  }

  /// Bytes in lower case.
  static func fold(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.withUnsafeBufferPointer { bytes in
      [UInt8](unsafeUninitializedCapacity: LetterFolding.room(for: bytes.count)) {
        $1 = LetterFolding.fold(bytes, to: $0.baseAddress!)
      }
    }
  }

  /// Calls `body` with a short text in lower case, which lives on the stack until it returns.
  static func withFolded<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: LetterFolding.room(for: bytes.count)) {
      let count = LetterFolding.fold(bytes, to: $0.baseAddress!)
      return body(UnsafeBufferPointer(rebasing: $0[..<count]))
    }
  }

  /// Without the punctuation and spaces at both ends that pages put around their buttons.
  private static func trimmed(_ folded: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    func isEdge(_ byte: UInt8) -> Bool {
      switch byte {
      case 0...0x20, UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "|"), UInt8(ascii: "!"),
        UInt8(ascii: "*"),
        UInt8(ascii: "-"), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "["),
        UInt8(ascii: "]"):
        true
      default: false
      }
    }
    var start = 0
    var end = folded.count
    while start < end, isEdge(folded[start]) { start += 1 }
    while end > start, isEdge(folded[end - 1]) { end -= 1 }
    return UnsafeBufferPointer(rebasing: folded[start..<end])
  }
}
