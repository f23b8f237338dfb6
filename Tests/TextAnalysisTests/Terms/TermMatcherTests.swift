import Testing
import TextAnalysis

/// Terms in texts, whatever their case, width and inflection.
struct TermMatcherTests {
  struct Case: Sendable, CustomStringConvertible {
    var language: String?
    var terms: [String]
    var text: String
    /// What is found, as it stands in the text, with the number of its term.
    var found: [String]

    var description: String { text }
  }

  static let cases: [Case] = [
    // Case, width, hyphens.
    Case(
      language: "en", terms: ["water commune"],
      text: "Water communes, a WATER-COMMUNE and the water\ncommune’s head; ｗａｔｅｒ　ｃｏｍｍｕｎｅ.",
      found: [
        "0:Water communes", "0:WATER-COMMUNE", "0:water\ncommune", "0:ｗａｔｅｒ　ｃｏｍｍｕｎｅ",
      ]),
    Case(
      language: "en", terms: ["water commune"], text: "Water, commune. Water. Commune", found: []),
    // The longest that begins first.
    Case(
      language: "en", terms: ["water", "water commune", "commune head"],
      text: "The water commune head drinks water.", found: ["1:water commune", "0:water"]),
    Case(
      language: "en", terms: ["a b c d", "c"], text: "a b c x", found: ["1:c"]),
    // Inflections, and not what a stemmer takes for them.
    Case(
      language: "en", terms: ["baby", "stop", "organ", "universe", "import", "policy"],
      text: "babies stopped organs; organization, university, important policies police",
      found: ["0:babies", "1:stopped", "2:organs", "5:policies"]),
    Case(
      language: "de", terms: ["Haus", "Wassergenossenschaft", "genossenschaftlicher Brunnen"],
      text: "Häuser der Wassergenossenschaften mit genossenschaftlichen Brunnen",
      found: [
        "0:Häuser", "1:Wassergenossenschaften", "2:genossenschaftlichen Brunnen",
      ]),
    Case(
      language: "fr", terms: ["canal d’irrigation", "écluse"],
      text: "Les canaux d'irrigation et l’écluse, les écluses",
      found: ["0:canaux d'irrigation", "1:écluse", "1:écluses"]),
    Case(
      language: "es", terms: ["comunidad de regantes"], text: "Las comunidades de regantes",
      found: ["0:comunidades de regantes"]),
    Case(
      language: "ru", terms: ["земская школа"], text: "в земских школах и земской школе",
      found: ["0:земских школах", "0:земской школе"]),
    // Without a language words stand as they are.
    Case(language: nil, terms: ["commune"], text: "communes, Commune", found: ["0:Commune"]),
    // Of terms with one stem the nearer one.
    Case(
      language: "en", terms: ["keeper", "keepers"], text: "keepers keeper Keepers keeper's",
      found: ["1:keepers", "0:keeper", "1:Keepers", "0:keeper"]),
    // Capitals.
    Case(
      language: "en", terms: ["IT", "SME", "water"], text: "It is IT, SMEs and sme; WATER",
      found: ["0:IT", "1:SMEs", "2:WATER"]),
    // Scripts without spaces, and half-width kana.
    Case(
      language: "ja", terms: ["水利組合", "番水", "ポンプ"],
      text: "この水利組合では番水が行われ、ﾎﾟﾝﾌﾟと、ポンプ車がある。",
      found: ["0:水利組合", "1:番水", "2:ﾎﾟﾝﾌﾟ", "2:ポンプ"]),
    Case(language: "ja", terms: ["ラン"], text: "ランプとラン", found: ["0:ラン"]),
    Case(
      language: "ko", terms: ["수리조합"], text: "수리조합은 농촌수리조합과 다르다",
      found: ["0:수리조합"]),
    Case(language: "th", terms: ["น้ำ"], text: "แม่น้ำใหญ่ นา", found: ["0:น้ำ"]),
    // Marks that are part of a term, and those that are not.
    Case(
      language: "en", terms: ["C++", "C", "U.S.", "A/B test"],
      text: "C++ and C. The U.S. has A/B tests, A-B tests.",
      found: ["0:C++", "1:C", "2:U.S", "3:A/B tests"]),
    // Soft hyphens and composed letters.
    Case(
      language: "de", terms: ["Küste"], text: "Ku\u{308}ste Kü\u{AD}ste",
      found: ["0:Ku\u{308}ste", "0:Kü\u{AD}ste"]),
    // Nothing to find, nothing to find it in.
    Case(language: "en", terms: ["", "…", " "], text: "… nothing", found: []),
    Case(language: "en", terms: [], text: "nothing", found: []),
    Case(language: "en", terms: ["a"], text: "", found: []),
  ]

  @Test(arguments: cases)
  func finds(_ example: Case) {
    let matcher = TermMatcherTests.matcher(example.terms, example.language)
    let text = Array(example.text.utf8)
    let found = matcher.matches(in: text).map { match in
      "\(match.term):" + String(decoding: text[match.range], as: UTF8.self)
    }
    #expect(found == example.found)
  }

  /// Regular inflections that Snowball leaves apart, and other words that are none.
  @Test(arguments: [
    ("de", "Auto", "Autos"), ("de", "Lehrerin", "Lehrerinnen"), ("de", "Kino", "Kinos"),
    ("de", "Radio", "Radios"), ("de", "Taxi", "Taxis"), ("de", "Haus", "Häuser"),
    ("es", "ciudad", "ciudades"), ("es", "nación", "naciones"), ("es", "mujer", "mujeres"),
    ("es", "canción", "canciones"), ("es", "inglés", "ingleses"), ("es", "casa", "casas"),
    ("nl", "huis", "huizen"), ("nl", "man", "mannen"), ("nl", "boek", "boeken"),
    ("nl", "brief", "brieven"), ("pt", "nação", "nações"), ("pt", "animal", "animais"),
    ("pt", "papel", "papéis"), ("pt", "homem", "homens"),
  ])
  func findsInflections(language: String, term: String, form: String) {
    let text = Array("\(form) \(term)".utf8)
    #expect(TermMatcherTests.matcher([term], language).matches(in: text).count == 2)
    #expect(TermMatcherTests.matcher([form], language).matches(in: text).count == 2)
  }

  @Test(arguments: [
    ("de", "Auto", "Autorität"), ("de", "Haus", "hauen"), ("de", "Preis", "preien"),
    ("es", "nación", "nacional"), ("es", "mujer", "mujeriego"),
    ("nl", "man", "manier"), ("pt", "animal", "animação"), ("pt", "mal", "mais"),
  ])
  func findsNoOtherWord(language: String, term: String, other: String) {
    let text = Array(other.utf8)
    #expect(TermMatcherTests.matcher([term], language).matches(in: text).isEmpty)
  }

  private static func matcher(_ terms: [String], _ language: String?) -> TermMatcher {
    var text: [UInt8] = []
    var ranges: [Range<Int>] = []
    for term in terms {
      ranges.append(text.count..<text.count + term.utf8.count)
      text += term.utf8
    }
    return TermMatcher(text, terms: ranges, language: language.flatMap { Language($0) })
  }

  @Test func forgetsNothingBetweenTexts() {
    let matcher = TermMatcherTests.matcher(["sluice"], "en")
    for _ in 0..<3 {
      #expect(matcher.matches(in: Array("Sluices here, no sluice there".utf8)).count == 2)
    }
  }

  /// Thousands of terms that have one stem, looked for where each occurs and where none does: compared one by one,
  /// they take minutes.
  @Test(.timeLimit(.minutes(1))) func manyTermsOfOneStem() {
    let words = (0..<1 << 10).map { number in
      (0..<10).map { number >> $0 & 1 == 0 ? "organ" : "organs" }.joined(separator: " ")
    }
    let matcher = TermMatcherTests.matcher(words, "en")
    let present = Array(words.joined(separator: ", ").utf8)
    #expect(matcher.matches(in: present).map(\.term) == Array(0..<1 << 10))
    // In another case; the stem is the same, but it is no inflection.
    let capitals = Array(words.joined(separator: ", ").uppercased().utf8)
    #expect(matcher.matches(in: capitals).map(\.term) == Array(0..<1 << 10))
    let other = Array(String(repeating: "organization ", count: 1_000).utf8)
    #expect(matcher.matches(in: other).isEmpty)
    // Case variants of one form.
    let variants = (0..<1 << 8).map { number in
      (0..<8).map { number >> $0 & 1 == 0 ? "lock" : "LOCK" }.joined(separator: " ")
    }
    let locks = Array(String(repeating: "Lock ", count: 8 * 256).utf8)
    #expect(TermMatcherTests.matcher(variants, "en").matches(in: locks).count == 256)
  }

  /// A hundred thousand terms, all found; texts and terms of one word repeated; bytes that are no UTF-8.
  @Test(.timeLimit(.minutes(1))) func manyTerms() {
    let terms = (0..<100_000).map { "Begriff\($0) am Kanal" }
    let matcher = TermMatcherTests.matcher(terms, "de")
    let text = Array(terms.joined(separator: ", ").utf8)
    #expect(matcher.matches(in: text).map(\.term) == Array(0..<100_000))

    let repeated = (1...64).map { Array(repeating: "a", count: $0).joined(separator: " ") }
    let long = Array(String(repeating: "a ", count: 20_000).utf8)
    #expect(TermMatcherTests.matcher(repeated, "en").matches(in: long).count == 313)

    let broken = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 ^ $0 >> 3) }
    _ = matcher.matches(in: broken)
    _ = TermMatcher(broken, terms: [0..<100, 100..<4096], language: .german).matches(in: broken)
  }
}
