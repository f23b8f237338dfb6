import Testing

@testable import TextAnalysis

@Suite struct ScriptTests {
  @Test(
    arguments: [
      ("a", Script.latin), ("é", .latin), ("1", .common), (".", .common), ("@", .common),
      ("[", .common),
      ("ж", .cyrillic), ("λ", .greek), ("ش", .arabic), ("ש", .hebrew), ("न", .devanagari),
      ("ท", .thai),
      ("漢", .han), ("か", .hiragana), ("カ", .katakana), ("한", .hangul), ("\u{301}", .inherited),
    ] as [(Unicode.Scalar, Script)])
  func tellsScalars(scalar: Unicode.Scalar, script: Script) {
    #expect(Script.of(scalar) == script)
  }

  @Test(
    arguments: [
      ("", nil), ("123 ...", nil), ("one слово", .cyrillic), ("日本のカ", .han), ("Latin 日本", .latin),
      ("ab жз", .latin),
    ] as [(String, Script?)])
  func findsTheDominantOne(text: String, script: Script?) {
    #expect(Script.dominant(in: Array(text.utf8).span) == script)
  }

  @Test func namesAreThoseOfISO15924() {
    #expect(Script.latin.code == "Latn")
    #expect(Script.han.code == "Hani")
    #expect(Script.of("\u{10FFFF}").code == "Zzzz")
  }
}
