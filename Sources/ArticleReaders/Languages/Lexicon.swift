import ArticleModel
import Bytes

/// The words of all languages, ready for look-up by line.
///
/// Pages mix languages (a French site with English buttons), so a line is looked up in all of them at once.
///
/// One object for all threads: nothing changes once it is made, and a value would be copied, list by list, by each reader
/// that looks something up.
final class Lexicon: Sendable {
  static let shared = Lexicon(LanguageLexicon.all)

  /// What a line may be; several can hold.
  struct Meaning: OptionSet, Sendable {
    let rawValue: UInt8
    static let noteHeading = Meaning(rawValue: 1)
    static let heading = Meaning(rawValue: 2)
    static let pollTitle = Meaning(rawValue: 4)
    static let byline = Meaning(rawValue: 8)
    static let date = Meaning(rawValue: 16)
    static let contents = Meaning(rawValue: 32)
    static let source = Meaning(rawValue: 64)
  }

  struct Entry: Sendable {
    var meaning: Meaning = []
    var boilerplate: Reason?
    /// The number of bytes of the phrase.
    var length = 0
  }

  /// The longest line that is looked up, in bytes; what is longer is running text.
  static let longestLine = 160

  /// The lists themselves.
  let tables: LexiconTables

  init(_ languages: [LanguageLexicon]) { tables = LexiconTables(languages) }

  /// What a word beside a number says about it; `day` is one thing before it and another behind it.
  struct NumberRole: OptionSet, Sendable {
    let rawValue: UInt8
    static let label = NumberRole(rawValue: 1)
    static let count = NumberRole(rawValue: 2)
    static let unit = NumberRole(rawValue: 4)
    static let citing = NumberRole(rawValue: 8)
  }

  /// What a column of a poll that is laid out as a table holds.
  enum PollColumn: Sendable { case answer, votes, percent }

  /// What the column below a header in lower case holds, where the table is a poll.
  func pollColumn(_ folded: [UInt8]) -> PollColumn? {
    folded.withUnsafeBufferPointer { tables.pollHeaders.index(of: $0) }.map {
      tables.pollColumns[$0]
    }
  }

  /// What a word in lower case that stands beside a number says about it.
  func numberRole(_ folded: UnsafeBufferPointer<UInt8>) -> NumberRole {
    tables.numberWords.index(of: folded).map { tables.numberRoles[$0] } ?? []
  }

  /// Whether a counter begins at a byte: 年, 개월. All are one to four scalars of three bytes.
  func isCounter(at start: Int, of bytes: [UInt8], end: Int) -> Bool {
    start < end && bytes[start] >= 0xE3
      && (1...4).contains {
        start + 3 * $0 <= end && tables.counters.contains(bytes[start..<start + 3 * $0])
      }
  }

  /// Where the word begins that ends before a byte and names a number: 第, 図; `nil` where none does.
  func ordinal(before end: Int, of bytes: [UInt8], start: Int) -> Int? {
    guard end - 3 >= start, bytes[end - 3] >= 0xE3 else { return nil }
    return (1...4).reversed().map { end - 3 * $0 }.first {
      $0 >= start && tables.ordinals.contains(bytes[$0..<end])
    }
  }

  /// What a whole line is, by its folded bytes (see `fold`); `nil` where it is not in the lexicon.
  func line(_ folded: [UInt8]) -> Entry? {
    folded.withUnsafeBufferPointer { lineNumber($0) }.map { tables.entries[$0] }
  }

  /// Whether a whole line in any case may be in the lexicon: a look at three bytes that turns most lines away.
  func mayBeLine(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    // What begins with a mark of punctuation may lose it.
    guard line.count >= 2, ASCII.isLetter(line[0]), line[1] < 0x80 else { return true }
    return !(ASCII.isLetter(line[1]) || line[1] == 0x20) || tables.lineOpenings.mayBegin(line)
  }

  /// The number of the entry for a whole line, by its folded bytes; `nil` where it is not in the lexicon.
  func lineNumber(_ folded: UnsafeBufferPointer<UInt8>) -> Int? {
    tables.lines.index(of: Lexicon.trimmed(folded))
  }

  /// The entry with a number that `lineNumber` gave.
  func entry(_ number: Int) -> Entry { tables.entries[number] }

  /// What the start of a line is, by the longest phrase that it begins with.
  func prefix(of folded: [UInt8]) -> Entry? {
    folded.withUnsafeBufferPointer { prefix(of: $0, meaning: []) }
  }

  /// The start of a line that has one meaning; any of them where `meaning` is empty.
  func prefix(of folded: [UInt8], meaning: Meaning) -> Entry? {
    prefix(of: folded[...], meaning: meaning)
  }

  /// The start of a part of a line that has one meaning; any of them where `meaning` is empty.
  func prefix(of folded: ArraySlice<UInt8>, meaning: Meaning) -> Entry? {
    folded.withUnsafeBufferPointer { prefix(of: $0, meaning: meaning) }
  }

  /// Whether a line in any case may begin with a phrase: a look at three bytes that turns most lines away.
  func mayHavePrefix(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    tables.prefixOpenings.mayBegin(line)
  }

  /// What the start of a line is, by its folded bytes.
  func prefix(of folded: UnsafeBufferPointer<UInt8>, meaning: Meaning = []) -> Entry? {
    guard let base = folded.baseAddress, let first = folded.first else { return nil }
    let head = EightBytes(base, count: min(folded.count, 8))
    return tables.prefixes[Int(first)].first {
      $0.entry.meaning.isSuperset(of: meaning) && $0.begins(folded, head)
    }?.entry
  }

  /// The month with a name in lower case, from 1 to 12.
  func month(_ name: [UInt8]) -> Int? { name.withUnsafeBufferPointer { month($0) } }

  /// The month with a name in lower case, from 1 to 12.
  func month(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    tables.monthNames.index(of: name).map { tables.months[$0] }
  }

  /// Whether a word, in any case and perhaps with a full stop, stands before the number of a note: `Fn.` in `[Fn. 3]`.
  func isNoteWord(_ word: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    guard word.count <= Lexicon.longestLine, let last = word.last else { return false }
    let stem = bytes[last] == UInt8(ascii: ".") ? word.dropLast() : word
    return bytes.withUnsafeBufferPointer { bytes in
      Lexicon.withFolded(UnsafeBufferPointer(rebasing: bytes[stem])) {
        tables.noteWords.index(of: $0) != nil
      }
    }
  }

  /// Whether a word, in any case, stands after numbers of votes.
  func isVoteWord(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count <= Lexicon.longestLine else { return false }
    return Lexicon.withFolded(word) { tables.voteWords.index(of: $0) != nil }
  }

  /// Whether a text in lower case names what an author does.
  func namesRole(_ folded: [UInt8]) -> Bool { folded.withUnsafeBufferPointer { namesRole($0) } }

  private func namesRole(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    for index in 0...folded.count where index == folded.count || !Lexicon.isWordByte(folded, index)
    {
      if index > start, tables.roleInitials.contains(folded[start]),
        tables.roleWords.index(of: UnsafeBufferPointer(rebasing: folded[start..<index])) != nil
      {
        return true
      }
      start = index + 1
    }
    return tables.rolePhrases.contains(in: folded)
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
  static func trimmed(_ folded: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
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
    if end - start > 3, folded[end - 1] == 0x9A, folded[end - 2] == 0xBC, folded[end - 3] == 0xEF {
      end -= 3  // ：
    }
    return UnsafeBufferPointer(rebasing: folded[start..<end])
  }
}
