import ArticleModel

/// The words of all languages, ready for look-up by line.
///
/// Pages mix languages (a French site with English buttons), so a line is looked up in all of them at once.
struct Lexicon: Sendable {
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

  private var lines: [[UInt8]: Entry] = [:]
  private var prefixes: [UInt8: [(phrase: [UInt8], entry: Entry)]] = [:]
  private var months: [[UInt8]: Int] = [:]
  private(set) var tableLabels: [[UInt8]] = []
  private(set) var roles: [[UInt8]] = []
  private(set) var copulas: [[UInt8]] = []
  private(set) var ibidem: [[UInt8]] = []
  private(set) var opereCitato: [[UInt8]] = []
  private var voteWords: Set<[UInt8]> = []
  private(set) var figureLabels: [[UInt8]] = []
  private(set) var creditWords: [String] = []
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
        for name in names { months[Array(name.utf8)] = number + 1 }
      }
      tableLabels += language.tableLabels.map { Array($0.utf8) }
      figureLabels += language.figureLabels.map { Array($0.utf8) }
      creditWords += language.creditWords
      seriesWords += language.seriesWords
      roles += language.roles.map { Array($0.utf8) }
      copulas += language.copulas.map { Array($0.utf8) }
      ibidem += language.ibidem.map { Array($0.utf8) }
      opereCitato += language.opereCitato.map { Array($0.utf8) }
      totalWords += language.totalWords.map { Array($0.utf8) }
      voteWords.formUnion(language.voteWords.map { Array($0.utf8) })
    }
    for byte in prefixes.keys { prefixes[byte]!.sort { $0.phrase.count > $1.phrase.count } }
    for list in [\Lexicon.ibidem, \Lexicon.opereCitato, \Lexicon.totalWords]
      as [WritableKeyPath<Lexicon, [[UInt8]]>]
    {
      self[keyPath: list].sort { $0.count > $1.count }
    }
  }

  private mutating func add(_ phrases: [String], _ meaning: Meaning, boilerplate: Reason? = nil) {
    for phrase in phrases {
      var bytes = Array(phrase.utf8)
      let isPrefix = phrase.hasSuffix("…")
      if isPrefix { bytes.removeLast(3) }
      let entry = Entry(meaning: meaning, boilerplate: boilerplate, length: bytes.count)
      if isPrefix {
        prefixes[bytes[0], default: []].append((bytes, entry))
      }
      let key = Lexicon.trimmed(bytes)
      lines[key, default: entry].meaning.formUnion(meaning)
      if let boilerplate, lines[key]!.boilerplate == nil { lines[key]!.boilerplate = boilerplate }
      lines[key]!.length = bytes.count
    }
  }

  /// What a whole line is, by its folded bytes (see `fold`); `nil` where it is not in the lexicon.
  func line(_ folded: [UInt8]) -> Entry? { lines[Lexicon.trimmed(folded)] }

  /// What the start of a line is, by the longest phrase that it begins with.
  func prefix(of folded: [UInt8]) -> Entry? {
    guard let first = folded.first, let candidates = prefixes[first] else { return nil }
    return candidates.first { folded.starts(with: $0.phrase) }?.entry
  }

  /// The start of a line that has one meaning.
  func prefix(of folded: [UInt8], meaning: Meaning) -> Entry? {
    guard let first = folded.first, let candidates = prefixes[first] else { return nil }
    return candidates.first {
      $0.entry.meaning.contains(meaning) && folded.starts(with: $0.phrase)
    }?.entry
  }

  /// The month with a name, from 1 to 12.
  func month(_ name: [UInt8]) -> Int? { months[name] }

  /// Whether a word stands after numbers of votes.
  func isVoteWord(_ word: [UInt8]) -> Bool { voteWords.contains(word) }

  /// Bytes in lower case. Fast for ASCII; other scripts go through the standard library's mapping.
  static func fold(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var folded = [UInt8]()
    folded.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte >= 0x80 { return Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8) }
      folded.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
    }
    return folded
  }

  /// Without the punctuation and spaces at both ends that pages put around their buttons.
  private static func trimmed(_ folded: [UInt8]) -> [UInt8] {
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
    var slice = folded[...]
    while let first = slice.first, isEdge(first) { slice.removeFirst() }
    while let last = slice.last, isEdge(last) { slice.removeLast() }
    return Array(slice)
  }
}
