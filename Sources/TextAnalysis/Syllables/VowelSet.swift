import Synchronization

/// The vowel letters of one language as bits over the scalars below U+2000.
struct VowelSet: Sendable {
  private let bits: [UInt64]
  /// Each vowel is a syllable of its own, as in Russian, Hungarian and Turkish.
  let eachCounts: Bool

  private init(_ profile: LanguageProfile) {
    var bits = [UInt64](repeating: 0, count: 0x2000 / 64)
    for scalar in profile.vowels.unicodeScalars where scalar.value < 0x2000 {
      bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
    }
    self.bits = bits
    eachCounts = profile.eachVowelIsSyllable
  }

  func contains(_ scalar: UInt32) -> Bool {
    scalar < 0x2000 && bits[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 != 0
  }

  private static let cache = Mutex<[Language: VowelSet]>([:])

  /// Returns the vowels of a language, those of the Latin alphabet where it has no data.
  static func of(_ language: Language) -> VowelSet {
    cache.withLock { cache in
      if let known = cache[language] { return known }
      let set = VowelSet(LanguageProfiles.profile(language) ?? .english)
      cache[language] = set
      return set
    }
  }
}
