/// What a word adds to the measures of a text, as a vector: all its occurrences cost one multiplication and no decision.
struct WordFeatures {
  private var values = SIMD8<Int32>()

  init() {}

  /// The features of one word.
  ///
  /// - Parameters:
  ///   - letters: its letters and digits: no apostrophes, hyphens, stops.
  ///   - isUnfamiliar: whether it is not on the list of `FamiliarWords`; false in other languages than English.
  ///   - isToken: whether it is a word of the vocabulary and no number.
  init(letters: Int, syllables: Int, isUnfamiliar: Bool, isToken: Bool) {
    let isLong = syllables >= 3
    values = SIMD8(
      Int32(letters), Int32(syllables), syllables == 1 ? 1 : 0, isLong ? 1 : 0, letters > 6 ? 1 : 0,
      isUnfamiliar ? 1 : 0, isUnfamiliar && isLong ? 1 : 0, isToken ? 1 : 0)
  }

  /// Adds a word that occurs so often.
  @inline(__always)
  mutating func add(_ word: WordFeatures, _ occurrences: Int32) {
    values &+= word.values &* SIMD8(repeating: occurrences)
  }

  /// Writes the sums into measures.
  func put(into measures: inout TextMeasures) {
    measures.letters = Int(values[0])
    measures.syllables = Int(values[1])
    measures.monosyllables = Int(values[2])
    measures.polysyllables = Int(values[3])
    measures.longWords = Int(values[4])
    measures.unfamiliarWords = Int(values[5])
    measures.hardWords = Int(values[6])
    measures.tokens = Int(values[7])
  }
}
