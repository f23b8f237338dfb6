import Testing

@testable import TextAnalysis

@Suite struct TextCensusTests {
  private static func measure(
    _ texts: [String], _ language: Language? = .english, in census: TextCensus = TextCensus()
  ) -> TextMeasures {
    census.begin(language: language)
    for text in texts { Array(text.utf8).withUnsafeBufferPointer { census.add($0) } }
    return census.finish()
  }

  private static func terms(
    _ text: String, _ selection: TermSelection, _ language: Language? = .english
  ) -> (terms: [String], phrases: [String]) {
    let census = TextCensus()
    _ = measure([text], language, in: census)
    var terms: [String] = []
    census.eachTerm(selection) { terms.append("\(String(decoding: $0, as: UTF8.self)) \($1)") }
    let phrases = census.phrases(selection).map {
      "\(String(decoding: $0.term, as: UTF8.self)) \($0.occurrences)"
    }
    return (terms, phrases)
  }

  @Test(
    "Words that are written in several ways are one",
    arguments: [
      ("L’école, l'e\u{301}cole et une École", Language.french, "école 3"),
      ("dell’isola, un'isola, Isole", .italian, "isola 2"),
      ("l’escola, d'escola", .catalan, "escola 2"), ("O’Brien and o'brien", .english, "o'brien 2"),
      ("ﬁsh, Fish and ｆｉｓｈ", .english, "fish 3"), ("L'Aquila", .english, "l'aquila 1"),
      ("aujourd’hui, aujourd'hui", .french, ""), ("D'", .french, ""),
    ])
  func vocabulary(text: String, language: Language, first: String) {
    let found = Self.terms(text, TermSelection(top: 1, minimum: 1), language)
    #expect(found.terms.first ?? "" == first)
  }

  @Test func countsEverythingOnce() {
    let measures = Self.measure(["The keeper’s 2 lamps burned. Nobody knew why!", "The end"])
    #expect(measures.words == 10)
    #expect(measures.sentences == 3)
    #expect(measures.characters == 52)
    #expect(measures.visible == 44)
    // the keepers 2 lamps burned Nobody knew why The end
    #expect(measures.letters == 3 + 7 + 1 + 5 + 6 + 6 + 4 + 3 + 3 + 3)
    #expect(measures.tokens == 9)
    #expect(measures.types == 8)
    #expect(measures.hapaxes == 7)
    #expect(measures.longWords == 1)
    #expect(measures.polysyllables == 1)
    #expect(measures.diversity == nil)
  }

  /// Sums over words must be those of counting word by word.
  @Test(arguments: [
    "The lighthouse stood alone; its keepers’ journals, forty-one in all, went to Hallmoor in 1931.",
    "Straße STRASSE straße naïve NAÏVE ﬁne fine İstanbul", "a1 1a _x_ @you x@y.z 3.14 1,000",
    "水車は回る。It turns. Крутится колесо. สวัสดีชาวโลก 한글 낱말", "", " \n\n ", "é\u{301}\u{200D}x",
  ])
  func agreesWithCountingWordByWord(_ text: String) {
    let bytes = Array(text.utf8)
    let measures = Self.measure([text])
    var words = 0
    var syllables = 0
    WordSegmenter.words(in: bytes, language: .english) { word in
      words += 1
      syllables += Syllables.count(in: Array(bytes[word]), language: .english)
    }
    #expect(measures.words == words)
    #expect(measures.syllables == syllables)
    #expect(measures.characters == text.unicodeScalars.count)
    #expect(
      measures.visible == text.unicodeScalars.count { !$0.properties.isWhitespace })
    #expect(
      measures.sentences == SentenceSegmenter.sentences(in: bytes, language: .english).count)
  }

  /// What a census has seen before changes nothing.
  @Test func forgetsTextsButNotWords() {
    let census = TextCensus()
    let texts = ["Straße und Weg, Weg und STRASSE.", "The mill, the Mill, THE MILL.", "x"]
    for language in [Language.german, .english, .russian, .german, .french, .italian, .english] {
      for text in texts {
        #expect(Self.measure([text], language, in: census) == Self.measure([text], language))
      }
    }
  }

  @Test func growsWithItsWords() {
    var text = ""
    for number in 0..<20_000 { text += "word\(number)x and averyverylongwordindeed\(number) " }
    let measures = Self.measure([text])
    #expect(measures.words == 60_000)
    #expect(measures.types == 40_001)
    #expect(measures.hapaxes == 40_000)
  }

  @Test func foldsTermsAndLeavesOutStopWords() {
    let text = "The Mill and the mill. A MILL of stones; stones! Straße, strasse, x"
    let found = Self.terms(text, TermSelection(top: 3))
    #expect(found.terms == ["mill 3", "stones 2", "strasse 2"])
    let all = Self.terms(text, TermSelection(top: 2, keepsStopWords: true))
    #expect(all.terms == ["mill 3", "stones 2"])
    #expect(Self.terms(text, TermSelection(top: 0)).terms.isEmpty)
    #expect(Self.terms(text, TermSelection(top: 99, minimum: 1)).terms.contains("x 1"))
  }

  /// Phrases stand in one sentence, begin and end with no stop word, and occur twice.
  @Test func findsPhrases() {
    let text =
      "Water wheel of stone. The water wheel of stone turns. Wheel. Water wheel! Stone turns 3 stone turns"
    #expect(
      Self.terms(text, TermSelection(phraseLength: 2)).phrases
        == ["stone turns 3", "water wheel 3"])
    #expect(
      Self.terms(text, TermSelection(phraseLength: 3)).phrases == ["wheel of stone 2"])
    #expect(Self.terms(text, TermSelection()).phrases.isEmpty)
  }

  /// The value is that of the Python package lexicalrichness 0.5.1 on the same words.
  @Test func diversityIsThatOfThePeer() throws {
    let text = """
      the mill turned and the wheel turned and the keeper counted every tooth of the wheel while
      water ran over stone and the children of the valley sang a song about a mill that never
      stopped turning because the river never slept nor did the miller who counted stones sacks
      teeth days and the wages of two men and one boy
      """
    let diversity = try #require(Self.measure([text]).diversity)
    #expect(abs(diversity - 46.33653846153846) < 1e-9)
  }

  /// Counts at every length around the 32 bytes of a step.
  @Test(arguments: [0, 1, 31, 32, 33, 63, 64, 65, 8159, 8160, 8161, 8192])
  func countsCharactersOfAnyLength(_ length: Int) {
    let text = String(repeating: "a b\tü\u{A0}", count: length / 6 + 1).prefix(length)
    let bytes = Array(text.utf8)
    let counts = bytes.withUnsafeBufferPointer { CharacterCount.count($0) }
    #expect(counts.scalars == text.unicodeScalars.count)
    #expect(counts.blanks == text.unicodeScalars.count { $0.properties.isWhitespace })
  }
}
