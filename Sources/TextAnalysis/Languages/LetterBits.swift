/// The letters that few languages write, each with the bits of those that do.
struct LetterBits {
  private static let letters: [UInt32: UInt64] = {
    var letters: [UInt32: UInt64] = [:]
    for profile in LanguageProfiles.all {
      for scalar in profile.distinctiveLetters.unicodeScalars {
        letters[ScalarTables.simpleFold(scalar.value), default: 0] |=
          FunctionWords.bit(profile.language)
      }
    }
    return letters
  }()

  /// How often letters of each set of languages were noted.
  private(set) var counts: [UInt64: Int] = [:]

  mutating func note(_ scalar: UInt32) {
    guard scalar < 0x2000, let bits = Self.letters[ScalarTables.simpleFold(scalar)] else { return }
    counts[bits, default: 0] += 1
  }
}
