import Glibc
import Testing

@testable import TextAnalysis

/// Texts as vectors of their terms.
struct TermVectorsTests {
  static let texts = [
    "The keepers keep 12 lights.", "Lights, lights and a keeper!", "It rains.", "",
    "Rain, light; keeper",
  ]

  private func vectors(_ texts: [String], _ lexicon: TermLexicon? = nil) -> TermVectors {
    var bytes: [UInt8] = []
    let pieces = texts.map { text in
      bytes += text.utf8
      return bytes.count - text.utf8.count..<bytes.count
    }
    return bytes.withUnsafeBufferPointer {
      TermVectors($0, pieces: pieces, lexicon: lexicon ?? TermLexicon(.english))
    }
  }

  private func terms(_ vectors: TermVectors, of text: Int) -> [String] {
    var terms: [String] = []
    vectors.eachTerm(of: text) { terms.append(String(decoding: $0, as: UTF8.self)) }
    return terms
  }

  private func products(_ vectors: TermVectors, _ factors: [Double]? = nil) -> [Double] {
    [Double](unsafeUninitializedCapacity: vectors.count) { scores, count in
      if let factors {
        factors.withUnsafeBufferPointer {
          vectors.products($0.baseAddress, into: scores.baseAddress!)
        }
      } else {
        vectors.products(nil, into: scores.baseAddress!)
      }
      count = vectors.count
    }
  }

  private func overlaps(_ vectors: TermVectors, _ text: String) -> [Double] {
    [Double](unsafeUninitializedCapacity: vectors.count) { scores, count in
      Array(text.utf8).withUnsafeBufferPointer {
        vectors.overlaps(with: $0, into: scores.baseAddress!)
      }
      count = vectors.count
    }
  }

  @Test func termsAreFoldedAndCutWithoutStopWordsAndNumbers() {
    let vectors = vectors(Self.texts + ["STRASSE Straßen 2024 x86 ｆｕｌｌ"])
    #expect(terms(vectors, of: 0) == ["keeper", "keep", "lights"])
    #expect(terms(vectors, of: 1) == ["lights", "keeper"])
    #expect(terms(vectors, of: 3) == [])
    #expect(terms(vectors, of: 5) == ["strass", "x86", "ｆｕｌｌ"])
    #expect(vectors.words == [5, 5, 2, 0, 3, 5])
  }

  @Test func likenessIsTheCosineOfTheWeights() throws {
    // Of three texts two have `ships`, one `wait` (twice in the first), one `leave`.
    let vectors = vectors(["Ships wait, wait.", "Ships leave.", "Elsewhere."])
    let common = (1 + 3.0 / 2).logarithm
    let rare = (1 + 3.0).logarithm
    let first = [common, (1 + 2.0.logarithm) * rare]
    let second = [common, rare]
    let expected =
      common * common
      / ((first[0] * first[0] + first[1] * first[1])
      * (second[0] * second[0] + second[1] * second[1]))
      .squareRoot()
    #expect(abs(vectors.likeness(0, 1) - expected) < 1e-12)
    #expect(vectors.likeness(0, 1) == vectors.likeness(1, 0))
    #expect(abs(vectors.likeness(0, 0) - 1) < 1e-12)
    #expect(vectors.likeness(0, 2) == 0)
  }

  @Test func productsAreSumsOfLikeness() {
    let vectors = vectors(Self.texts)
    let factors = [0.5, 2, 0, 7, 1]
    for (text, score) in products(vectors).enumerated() {
      let sum = (0..<vectors.count).reduce(0) { $0 + vectors.likeness(text, $1) }
      #expect(abs(score - sum) < 1e-12)
    }
    for (text, score) in products(vectors, factors).enumerated() {
      let sum = (0..<vectors.count).reduce(0) { $0 + factors[$1] * vectors.likeness(text, $1) }
      #expect(abs(score - sum) < 1e-12)
    }
  }

  @Test func overlapsMeasureWhatFallsOnATextsTerms() {
    let vectors = vectors(Self.texts)
    let all = overlaps(vectors, "KEEPERS keep the lights; rains")
    #expect(abs(all[0] - 1) < 1e-12 && abs(all[1] - 1) < 1e-12 && abs(all[2] - 1) < 1e-12)
    #expect(all[3] == 0)
    #expect(overlaps(vectors, "the 12 unheard") == [0, 0, 0, 0, 0])
    let some = overlaps(vectors, "keeper")
    #expect(some[0] > 0 && some[0] < 1 && some[2] == 0)
  }

  /// What a lexicon has met before changes nothing, and neither does another row of texts in between.
  @Test func aLexiconOnlySavesWork() {
    let lexicon = TermLexicon(.english)
    let first = vectors(Self.texts, lexicon)
    let before = products(first)
    let size = lexicon.size
    _ = vectors(["Other keepers of other words", "rain"], lexicon)
    #expect(lexicon.size > size)
    #expect(products(first) == before)
    #expect(products(vectors(Self.texts, lexicon)) == before)
    let grown = lexicon.size
    _ = overlaps(first, "never met")
    #expect(lexicon.size == grown)
  }

  @Test func malformedBytesPartWords() {
    let bytes: [UInt8] = [0x61, 0x62, 0xFF, 0x63, 0x64, 0xE2, 0x80]
    let vectors = bytes.withUnsafeBufferPointer {
      TermVectors($0, pieces: [0..<bytes.count, 2..<3], lexicon: TermLexicon(nil))
    }
    #expect(terms(vectors, of: 0) == ["ab", "cd"])
    #expect(vectors.words == [2, 0])
  }
}

extension Double {
  fileprivate var logarithm: Double { log(self) }
}
