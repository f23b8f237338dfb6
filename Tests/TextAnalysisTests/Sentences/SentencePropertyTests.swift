import Testing

@testable import TextAnalysis

@Suite struct SentencePropertyTests {
  private static func isScalarBoundary(_ bytes: [UInt8], _ index: Int) -> Bool {
    index == bytes.count || bytes[index] & 0xC0 != 0x80 || !isWellFormedBefore(bytes, index)
  }

  /// A continuation byte may begin a range only where it is malformed itself.
  private static func isWellFormedBefore(_ bytes: [UInt8], _ index: Int) -> Bool {
    var start = index
    while start > 0, index - start < 3, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard start < index else { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      start + UTF8Scalars.decode(buffer.baseAddress!, start, buffer.count).length > index
    }
  }

  private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    Normalisation.collapseWhitespace(Array(bytes)).isEmpty
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func rangesAreInOrderAndLoseNothing(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    for _ in 0..<60 {
      let text = generator.mixedText(pieces: 1 + Int(seed) * 2)
      let language = LanguageProfiles.all[generator.next(LanguageProfiles.all.count)].language
      var last = 0
      for range in SentenceSegmenter.sentences(in: text, language: language) {
        #expect(range.lowerBound >= last && range.upperBound <= text.count && !range.isEmpty)
        #expect(Self.isBlank(text[last..<range.lowerBound]), "text was lost")
        #expect(Self.isScalarBoundary(text, range.lowerBound))
        #expect(Self.isScalarBoundary(text, range.upperBound))
        let trimmed = Normalisation.collapseWhitespace(Array(text[range]))
        #expect(
          trimmed.first == text[range.lowerBound] && trimmed.last == text[range.upperBound - 1])
        last = range.upperBound
      }
      #expect(Self.isBlank(text[last...]), "text was lost at the end")
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func wordsAreInOrderAndOnScalars(seed: UInt64) {
    var generator = TextGenerator(seed: seed &+ 1000)
    let text = generator.mixedText(pieces: 300)
    var last = 0
    WordSegmenter.words(in: text) { range in
      #expect(range.lowerBound >= last && range.upperBound <= text.count && !range.isEmpty)
      #expect(Self.isScalarBoundary(text, range.lowerBound))
      #expect(Self.isScalarBoundary(text, range.upperBound))
      last = range.upperBound
    }
  }

  /// Inputs that invite quadratic behaviour: a megabyte of each must not take seconds.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "(", "((a. ", ". ", ".", "1) a. ", "1. ", "• ", "\n", "a\n", "「", "[1", "a.b", "Mr. ", "…",
      " . ", "'",
      "\u{301}", "😀", "日", "a日", "\u{200D}", "A. ", "\"", "）", "1. A 2. ",
    ])
  func staysLinear(piece: String) {
    let text = Array(String(repeating: piece, count: 200_000 / piece.utf8.count).utf8)
    let start = ContinuousClock.now
    _ = SentenceSegmenter.sentences(in: text, language: .english)
    _ = WordSegmenter.count(in: text)
    _ = LanguageDetector.detect(text)
    #expect(ContinuousClock.now - start < .seconds(20), "\(piece.debugDescription)")
  }

  /// What ends at the first look ends by all rules, in every language.
  @Test(arguments: LanguageProfiles.all.map(\.language))
  func firstLookAgreesWithAllRules(language: Language) {
    let words = [
      "then", "TV", "Hwy", "Mr", "etc", "ca", "I", "v", "and", "Prof", "bzw", "Jan", "Tuesday", "п",
      "Abb", "no", "it's", "U.S",
      "ordinary", "NASA", "eBay", "12", "XIV", "Inc", "the", "pp", "Sentencing", "approx", "Nr",
    ]
    let openings = [
      " The", " A", " I", " Smith", " the", " 5", " “Yes", "  And", "\n\nAnd", " V.", " É",
      "\u{A0}Now",
    ]
    var plain = 0
    for word in words {
      for (mark, opening) in [".", "?", "!", ".)", "...", "?!"].flatMap({ mark in
        openings.map { (mark, $0) }
      }) {
        let bytes = Array("Some \(word)\(mark)\(opening) went on.".utf8)
        bytes.withUnsafeBufferPointer { buffer in
          let text = UTF8Text(bytes: buffer.baseAddress!, count: buffer.count)
          let scanner = SentenceScanner(text, SentenceRules.rules(for: language))
          let place = 5 + word.utf8.count
          let terminator = text.scalar(at: place).scalar
          guard scanner.endsPlainly(terminator, at: place) else { return }
          plain += 1
          let run = TerminatorRun(in: text, at: place, semicolonAsks: false)
          #expect(run.end == place + 1 && scanner.skipClosers(run.end) == run.end)
          let following = Following(in: text, at: text.skipBlanks(run.end))
          let ends =
            terminator == 0x2E
            ? scanner.endsAtStop(place, closed: run.end, following)
            : scanner.endsAtMark(run, closed: run.end, following)
          #expect(ends, "\(String(decoding: bytes, as: UTF8.self))")
        }
      }
    }
    #expect(plain > 80)
  }
}
