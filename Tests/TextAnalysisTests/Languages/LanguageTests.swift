import Testing

@testable import TextAnalysis

@Suite struct LanguageTests {
  @Test(arguments: [
    ("en", "en"), ("EN", "en"), ("en-GB", "en"), ("zh_Hant", "zh"), ("eng", nil), ("e", nil),
    ("", nil),
    ("1x", nil), ("éa", nil),
  ])
  func readsTags(tag: String, code: String?) {
    #expect(Language(tag)?.code == code)
  }

  @Test func codesOfProfilesAreDistinct() {
    let codes = LanguageProfiles.all.map(\.language.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.count <= 64, "a language is one bit of a word table")
  }

  /// Folding changes even small letters (the ς of Greek), and words over 64 bytes are never found.
  @Test(arguments: LanguageProfiles.all.map(\.language.code))
  func everyListedWordIsFound(code: String) throws {
    let profile = try #require(LanguageProfiles.all.first { $0.language.code == code })
    let words = (profile.functionWords + " " + profile.otherStopWords)
      .split(whereSeparator: \.isWhitespace)
    #expect(words.count >= 30)
    for word in words {
      let isFound = StopWords.contains(Array(word.utf8), language: profile.language)
      #expect(isFound, "\(word)")
    }
  }
}
