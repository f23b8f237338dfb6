import Bytes

/// Lets the words of a sample vote for languages.
enum LanguageVote {
  /// Returns the language among `candidates` (bits of `FunctionWords`) that the words of a sample
  /// tell; nil when too few do or two languages come close.
  ///
  /// A word of n languages gives each 60 / n points; a letter that few languages write gives each
  /// of them 15 / n.
  static func winner(_ text: UTF8Text, among candidates: UInt64) -> Language? {
    var points = [Int](repeating: 0, count: LanguageProfiles.all.count)
    let telling = FunctionWords.telling
    var words = 0
    var letters = LetterBits()
    var index = 0
    var nextLook = firstLook
    while index < text.count {
      if index >= nextLook {
        if let clear = clearWinner(points, words: words) { return clear }
        nextLook += firstLook
      }
      if let word = shortWord(text, at: index) {
        if word.count > 0 {
          words += 1
          let told = telling.bits(ofShort: word.folded, word.count)
          give(60, to: told & candidates, &points)
        }
        index += word.count + 1
        continue
      }
      var end = index
      while end < text.count, isLetter(text.bytes[end]) {
        if text.bytes[end] >= 0xC2 { letters.note(text.scalar(at: end).scalar) }
        end += 1
      }
      if end == index {
        index += 1
        continue
      }
      words += 1
      if end - index <= 16 {
        let told = telling.bits(ofAnyCase: text.slice(index..<end))
        give(60, to: told & candidates, &points)
      }
      index = end
    }
    for (bits, count) in letters.counts { give(15 * count, to: bits & candidates, &points) }
    return decide(points, words: words)
  }

  /// The letters of ASCII from a byte on, in lower case, where fewer than eight stand there and nothing of a word behind them.
  @inline(__always)
  private static func shortWord(_ text: UTF8Text, at index: Int) -> (folded: UInt64, count: Int)? {
    guard index + 8 <= text.count else { return nil }
    let eight = EightBytes(text.bytes + index)
    let others = ~eight.letters & EightBytes.high
    guard others != 0 else { return nil }
    let count = EightBytes.first(others)
    guard !isLetter(text.bytes[index + count]) else { return nil }
    return (eight.lowercased.bits & (1 << UInt64(8 * count) &- 1), count)
  }

  /// After how many bytes, and again after as many, the count may be clear enough to stop.
  private static let firstLook = 512

  /// The winner that the rest of the sample will not change: with six words of its own and three times the
  /// points of any other, where a decision at the end needs a fifth more.
  private static func clearWinner(_ points: [Int], words: Int) -> Language? {
    guard let most = points.max(), most >= 360 else { return nil }
    let others = points.count { $0 * 3 > most }
    return others == 1 ? decide(points, words: words) : nil
  }

  /// Bytes of words: ASCII letters, apostrophes and all that is not ASCII, but ’ and dashes are
  /// rare enough at a word's end not to matter.
  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || byte >= 0x80 || byte == 0x27
  }

  @inline(__always)
  private static func give(_ amount: Int, to languages: UInt64, _ points: inout [Int]) {
    if languages == 0 { return }
    // Most words tell one language.
    let isOne = languages & (languages &- 1) == 0
    let share = isOne ? amount : amount / languages.nonzeroBitCount
    var rest = languages
    while rest != 0 {
      points[rest.trailingZeroBitCount] += share
      rest &= rest - 1
    }
  }

  /// A tenth of all words must tell the winner (prose has four tenths of them), and it must have a
  /// fifth more points than the next.
  private static func decide(_ points: [Int], words: Int) -> Language? {
    var best = 0
    var second = 0
    for index in points.indices where points[index] > points[best] { best = index }
    for index in points.indices where index != best { second = max(second, points[index]) }
    guard points[best] >= max(30, words * 3), points[best] * 5 >= second * 6 else { return nil }
    return LanguageProfiles.all[best].language
  }
}
