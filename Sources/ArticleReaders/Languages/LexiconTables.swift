import ArticleModel
import Bytes

/// The word lists of all languages as tables for look-up.
///
/// `Lexicon` holds them as a constant: to read what may change costs a check at run time.
struct LexiconTables: Sendable {
  /// A phrase that lines may begin with.
  struct Prefix {
    let phrase: [UInt8]
    let entry: Lexicon.Entry
    /// The first eight bytes of the phrase, and all bits of those that it has: most lines begin otherwise.
    private let head: UInt64
    private let mask: UInt64

    init(phrase: [UInt8], entry: Lexicon.Entry) {
      (self.phrase, self.entry) = (phrase, entry)
      let count = min(phrase.count, 8)
      head = phrase.withUnsafeBufferPointer { EightBytes($0.baseAddress!, count: count).bits }
      mask = count == 8 ? .max : 1 << UInt64(count * 8) - 1
    }

    /// Whether a line begins with the phrase; `head` is its first eight bytes, zeros behind a shorter one.
    @inline(__always)
    func begins(_ line: UnsafeBufferPointer<UInt8>, _ head: EightBytes) -> Bool {
      guard (head.bits ^ self.head) & mask == 0, phrase.count <= line.count else { return false }
      for index in phrase.indices where line[index] != phrase[index] { return false }
      return true
    }
  }

  private(set) var lines = PhraseTable()
  /// How the phrases in `lines` begin.
  private(set) var lineOpenings = OpeningSet()
  /// The longest line that may be in the lexicon, in bytes, with some punctuation around it.
  private(set) var longest = 0
  /// The longest phrase that a line may begin with, in bytes.
  private(set) var longestPrefix = 0
  private(set) var entries: [Lexicon.Entry] = []
  /// The phrases that begin lines by their first byte, the longest first.
  private(set) var prefixes = [[Prefix]](repeating: [], count: 256)
  /// How those phrases begin.
  private(set) var prefixOpenings = OpeningSet()
  private(set) var monthNames = PhraseTable()
  private(set) var months: [Int] = []
  private(set) var noteWords = PhraseTable()
  /// What may stand between a byline and the date behind it.
  private(set) var dateMarks = [",", "|", " |", " -", " ·", " •", " –", " —"].map { Array($0.utf8) }
  private(set) var namePrepositions: Set<[UInt8]> = []
  private(set) var bylineSuffixes: Set<[UInt8]> = []
  private(set) var placeWords: Set<String> = []
  private(set) var outletWords: Set<[UInt8]> = []
  private(set) var tableLabels: [[UInt8]] = []
  private(set) var roleWords = PhraseTable()
  /// The bytes that the words of `roleWords` begin with.
  private(set) var roleInitials = ByteSet()
  private(set) var rolePhrases = PhraseSearch()
  private(set) var copulas: [[UInt8]] = []
  /// By the byte that a term begins with.
  private(set) var ibidem = [[[UInt8]]](repeating: [], count: 256)
  private(set) var opereCitato = PhraseSearch()
  private(set) var voteWords = PhraseTable()
  /// The bytes that the words of `voteWords` begin with, in either case; all beyond ASCII.
  private(set) var voteInitials = ByteSet()
  private(set) var numberWords = PhraseTable()
  private(set) var numberRoles: [Lexicon.NumberRole] = []
  private(set) var pollHeaders = PhraseTable()
  private(set) var pollColumns: [Lexicon.PollColumn] = []
  private(set) var counters = PhraseTable()
  private(set) var ordinals = PhraseTable()
  private(set) var figureLabels: [[UInt8]] = []
  /// The bytes that `figureLabels` begin with.
  private(set) var figureInitials = ByteSet()
  private(set) var creditWords = PhraseSearch()
  private(set) var seriesWords: [String] = []
  /// The buttons that may stand in a row of them, and how they begin.
  private(set) var shareWords = PhraseTable()
  private(set) var shareOpenings = OpeningSet()
  private(set) var editWords: Set<[UInt8]> = []
  private(set) var openWords = PhraseTable()
  private(set) var replyWords: Set<[UInt8]> = []
  private(set) var totalWords: [[UInt8]] = []

  init(_ languages: [LanguageLexicon]) {
    for language in languages {
      add(language.noteHeadings, .noteHeading)
      add(language.contentsHeadings, [.heading, .contents])
      add(language.headings, .heading)
      add(language.pollTitles, .pollTitle)
      add(language.bylinePrefixes, .byline)
      add(language.datePrefixes, .date)
      add(language.sourcePrefixes, .source)
      dateMarks += language.dateWords.map { Array(" \($0) ".utf8) }
      for (reason, phrases) in language.boilerplate.sorted(by: { $0.key.rawValue < $1.key.rawValue }
      ) {
        add(phrases, [], boilerplate: reason)
      }
      for (number, names) in language.months.enumerated() {
        for name in names { addMonth(Array(name.utf8), number + 1) }
      }
      for word in language.noteWords { _ = noteWords.insert(Array(word.utf8)) }
      namePrepositions.formUnion(language.namePrepositions.map { Array($0.utf8) })
      bylineSuffixes.formUnion(language.bylineSuffixes.map { Array($0.utf8) })
      placeWords.formUnion(language.placeWords)
      outletWords.formUnion(language.outletWords.map { Array($0.utf8) })
      tableLabels += language.tableLabels.map { Array($0.utf8) }
      figureLabels += language.figureLabels.map { Array($0.utf8) }
      for label in language.figureLabels { figureInitials.insert(label.utf8.first!) }
      for word in language.creditWords { creditWords.add(Array(word.utf8)) }
      seriesWords += language.seriesWords
      for word in language.shareWords { addShareWord(Array(word.utf8)) }
      for phrase in language.boilerplate[.share] ?? [] { addShareWord(Array(phrase.utf8)) }
      editWords.formUnion(language.editWords.map { Array($0.utf8) })
      for word in language.openWords { _ = openWords.insert(Array(word.utf8)) }
      replyWords.formUnion(language.replyWords.map { Array($0.utf8) })
      for role in language.roles {
        let bytes = Array(role.utf8)
        // Several words, or a script without spaces: anywhere. Else a word of its own.
        if bytes.contains(0x20) || bytes[0] >= 0xE3 {
          rolePhrases.add(bytes)
        } else {
          _ = roleWords.insert(bytes)
          roleInitials.insert(bytes[0])
        }
      }
      copulas += language.copulas.map { Array($0.utf8) }
      for term in language.ibidem { ibidem[Int(term.utf8.first!)].append(Array(term.utf8)) }
      for term in language.opereCitato { opereCitato.add(Array(term.utf8)) }
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
      for word in language.counters { _ = counters.insert(Array(word.utf8)) }
      for word in labels + language.ordinals where word.utf8.first! >= 0xE3 {
        _ = ordinals.insert(Array(word.utf8))
      }
    }
    for byte in 0x80...0xFF as ClosedRange<UInt8> { voteInitials.insert(byte) }
    for byte in prefixes.indices { prefixes[byte].sort { $0.phrase.count > $1.phrase.count } }
    totalWords.sort { $0.count > $1.count }
  }

  private mutating func add(
    _ phrases: [String], _ meaning: Lexicon.Meaning, boilerplate: Reason? = nil
  ) {
    for phrase in phrases {
      var bytes = Array(phrase.utf8)
      let isPrefix = phrase.hasSuffix("…")
      if isPrefix { bytes.removeLast(3) }
      let entry = Lexicon.Entry(meaning: meaning, boilerplate: boilerplate, length: bytes.count)
      if isPrefix {
        prefixes[Int(bytes[0])].append(Prefix(phrase: bytes, entry: entry))
        precondition(
          bytes.count > 1, "lines are told by their first bytes, and '\(phrase)' has one")
        prefixOpenings.insert(bytes)
        longestPrefix = max(longestPrefix, bytes.count)
      }
      let key = bytes.withUnsafeBufferPointer { Array(Lexicon.trimmed($0)) }
      longest = min(Lexicon.longestLine, max(longest, key.count + 32))
      if key.count > 1 { lineOpenings.insert(key) }
      let number = lines.insert(key)
      if number == entries.count { entries.append(entry) }
      entries[number].meaning.formUnion(meaning)
      entries[number].boilerplate = entries[number].boilerplate ?? boilerplate
      entries[number].length = bytes.count
    }
  }

  private mutating func addShareWord(_ word: [UInt8]) {
    guard word.count > 1, !word.suffix(3).elementsEqual("…".utf8) else { return }
    _ = shareWords.insert(word)
    shareOpenings.insert(word)
  }

  private mutating func addNumberWords(_ words: [String], _ role: Lexicon.NumberRole) {
    for word in words {
      // The dot of an abbreviation is no part of the word.
      let bytes = Array(word.utf8)
      let key = bytes.last == UInt8(ascii: ".") ? Array(bytes.dropLast()) : bytes
      let number = numberWords.insert(key)
      if number == numberRoles.count { numberRoles.append([]) }
      numberRoles[number].formUnion(role)
    }
  }

  private mutating func addPollHeaders(_ headers: [String], _ column: Lexicon.PollColumn) {
    for header in headers where pollHeaders.insert(Array(header.utf8)) == pollColumns.count {
      pollColumns.append(column)
    }
  }

  private mutating func addMonth(_ name: [UInt8], _ month: Int) {
    let number = monthNames.insert(name)
    if number == months.count { months.append(month) }
    months[number] = month
  }

  private mutating func addVoteWord(_ word: [UInt8]) {
    _ = voteWords.insert(word)
    // Folding changes one bit of an ASCII letter, but any bytes of other letters.
    voteInitials.insert(word[0])
    voteInitials.insert(word[0] & ~0x20)
  }
}
