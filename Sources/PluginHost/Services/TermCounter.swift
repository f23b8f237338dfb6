import TextAnalysis

/// Counts the terms of a text: words without differences of case.
///
/// An open-addressing table over one arena of bytes, so that a word costs a hash and a comparison
/// but no allocation.
struct TermCounter {
  /// A term with the number of its occurrences.
  struct Term {
    var start: Int
    var count: Int
    var occurrences: Int
  }

  private(set) var arena: [UInt8] = []
  private(set) var terms: [Term] = []
  private var table: [Int32]
  private var folded: [UInt8] = []

  init() { table = [Int32](repeating: -1, count: 1024) }

  /// Counts the words of a text that begin with a letter.
  mutating func count(_ text: Span<UInt8>, language: Language?) {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(text.count / 5)
    WordSegmenter.words(in: text, language: language) { ranges.append($0) }
    for range in ranges {
      let first = text[range.lowerBound]
      if first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9") { continue }
      add(text.extracting(range))
    }
  }

  private mutating func add(_ word: Span<UInt8>) {
    folded.removeAll(keepingCapacity: true)
    var isASCII = true
    for index in 0..<word.count {
      let byte = word[index]
      if byte >= 0x80 { isASCII = false }
      folded.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
    }
    if !isASCII { folded = CaseFolding.fold(word) }
    var slot = TermCounter.hash(folded) & (table.count - 1)
    while table[slot] >= 0 {
      let index = Int(table[slot])
      if isEqual(terms[index]) {
        terms[index].occurrences += 1
        return
      }
      slot = (slot + 1) & (table.count - 1)
    }
    table[slot] = Int32(terms.count)
    terms.append(Term(start: arena.count, count: folded.count, occurrences: 1))
    arena.append(contentsOf: folded)
    if terms.count * 2 > table.count { grow() }
  }

  private func isEqual(_ term: Term) -> Bool {
    guard term.count == folded.count else { return false }
    for offset in 0..<term.count where arena[term.start + offset] != folded[offset] { return false }
    return true
  }

  private mutating func grow() {
    table = [Int32](repeating: -1, count: table.count * 2)
    for (index, term) in terms.enumerated() {
      var slot = TermCounter.hash(arena[term.start..<term.start + term.count]) & (table.count - 1)
      while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = Int32(index)
    }
  }

  /// FNV-1a, 64 bits, folded to a non-negative number.
  private static func hash(_ bytes: some Sequence<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
  }

  /// The most frequent terms, those of one frequency in bytewise order.
  ///
  /// - Parameters:
  ///   - top: how many.
  ///   - minimum: the least number of scalars that a term has.
  ///   - isStopWord: tells which terms are left out.
  func mostFrequent(_ top: Int, minimum: Int, without isStopWord: (Span<UInt8>) -> Bool) -> [Term] {
    let order = terms.sorted { a, b in
      if a.occurrences != b.occurrences { return a.occurrences > b.occurrences }
      return arena[a.start..<a.start + a.count].lexicographicallyPrecedes(
        arena[b.start..<b.start + b.count])
    }
    var found: [Term] = []
    for term in order where found.count < top {
      let bytes = arena.span.extracting(term.start..<term.start + term.count)
      var scalars = 0
      for index in 0..<bytes.count where bytes[index] & 0xC0 != 0x80 { scalars += 1 }
      if scalars >= minimum, !isStopWord(bytes) { found.append(term) }
    }
    return found
  }
}
