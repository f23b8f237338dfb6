import Bytes

/// The spelling under which a vocabulary counts a word: in Normalization Form KC, case folded, with `'` for each
/// apostrophe, and without what is elided before it: `L’École` and `école` are one word.
enum VocabularyKey {
  /// Calls `body` with the spelling of a word in UTF-8.
  static func with<Result>(
    _ word: UnsafeBufferPointer<UInt8>, _ language: Language?,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if ByteScan.isASCII(word) {
      return CaseFolding.withFolded(word) { body(withoutElision($0, language)) }
    }
    let normal = Normalisation.nfkc(word.span)
    return normal.withUnsafeBufferPointer { normal in
      CaseFolding.withFolded(normal) { folded in
        let key = withPlainApostrophes(folded)
        return key.withUnsafeBufferPointer { body(withoutElision($0, language)) }
      }
    }
  }

  private static func withPlainApostrophes(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let apostrophe: [UInt8] = [0xE2, 0x80, 0x99]
    var key: [UInt8] = []
    key.reserveCapacity(word.count)
    var index = 0
    while index < word.count {
      let isApostrophe = word[index] == 0xE2 && word[index...].starts(with: apostrophe)
      key.append(isApostrophe ? UInt8(ascii: "'") : word[index])
      index += isApostrophe ? apostrophe.count : 1
    }
    return key
  }

  private static func withoutElision(
    _ word: UnsafeBufferPointer<UInt8>, _ language: Language?
  ) -> UnsafeBufferPointer<UInt8> {
    guard let language, let elided = elided[language],
      let apostrophe = word.firstIndex(of: UInt8(ascii: "'")), apostrophe + 1 < word.count,
      elided.contains(where: { $0.utf8.elementsEqual(word[..<apostrophe]) })
    else { return word }
    return UnsafeBufferPointer(rebasing: word[(apostrophe + 1)...])
  }

  /// The articles, pronouns, prepositions and conjunctions that lose their vowel before another, without the apostrophe.
  private static let elided: [Language: [String]] = [
    .catalan: ["d", "l", "m", "n", "s", "t"],
    .french: [
      "c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quoiqu", "s", "t",
    ],
    .italian: [
      "all", "c", "coll", "d", "dall", "dell", "gl", "l", "m", "nell", "quell", "quest", "s",
      "sull", "t", "un", "v",
    ],
  ]
}
