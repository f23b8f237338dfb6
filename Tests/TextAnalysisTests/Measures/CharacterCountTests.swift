import Testing

@testable import TextAnalysis

/// Scalars and white space, counted eight bytes at a time.
struct CharacterCountTests {
  /// Lengths about those at which sums of bytes are emptied, and texts of every kind.
  @Test(arguments: [0, 1, 7, 8, 9, 2032, 2040, 2041, 2048, 5000])
  func agreesWithCountingScalars(_ pieces: Int) {
    var generator = TextGenerator(seed: UInt64(pieces) + 1)
    var mixed = ""
    for _ in 0..<pieces {
      mixed += TextGenerator.pieces[generator.next(TextGenerator.pieces.count)]
    }
    for text in [
      mixed, String(repeating: " ", count: pieces), String(repeating: "é", count: pieces),
    ] {
      let counted = Array(text.utf8).withUnsafeBufferPointer { CharacterCount.count($0) }
      #expect(counted.scalars == text.unicodeScalars.count)
      #expect(counted.blanks == text.unicodeScalars.count { $0.properties.isWhitespace })
    }
  }
}
