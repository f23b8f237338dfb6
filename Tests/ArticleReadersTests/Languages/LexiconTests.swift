import Testing

@testable import ArticleReaders

@Suite("The lexicon looks lines up without allocating")
struct LexiconTests {
  @Test("Folding is what the standard library does, for every scalar below U+20000")
  func folding() {
    for value in UInt32(1)..<0x20000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a\(Character(scalar))B"
      let expected = Array(text.lowercased().utf8)
      let folded = Lexicon.fold(Array(text.utf8)[...])
      if folded != expected { Issue.record("U+\(String(value, radix: 16)): \(folded)") }
    }
  }

  @Test("A text that was cut within a scalar keeps its bytes", arguments: 1...3)
  func cut(count: Int) {
    let bytes = Array("😀".utf8.suffix(count))
    #expect(Lexicon.fold(bytes[...]) == bytes)
  }

  @Test("A table finds what was put in, and nothing else")
  func table() {
    var table = PhraseTable()
    let phrases = (0..<2_000).map { Array("phrase number \($0 * 7)".utf8) }
    for (number, phrase) in phrases.enumerated() { #expect(table.insert(phrase) == number) }
    #expect(table.insert(phrases[5]) == 5)
    for (number, phrase) in phrases.enumerated() {
      #expect(phrase.withUnsafeBufferPointer { table.index(of: $0) } == number)
    }
    for unknown in ["", "p", "phrase number 1", "phrase number 7x", "ehrase number 7"] {
      let found = Array(unknown.utf8).withUnsafeBufferPointer { table.index(of: $0) }
      #expect(found == nil, "\(unknown)")
    }
  }

  @Test("A search finds each phrase wherever it stands")
  func search() {
    var search = PhraseSearch()
    for phrase in ["photo:", "photo by", "图："] { search.add(Array(phrase.utf8)) }
    func starts(_ text: String) -> [Int] {
      var found: [Int] = []
      _ = Array(text.utf8).withUnsafeBufferPointer { bytes in
        search.contains(in: bytes) { start in
          found.append(start)
          return false
        }
      }
      return found.sorted()
    }
    #expect(starts("") == [])
    #expect(starts("photo: a photo by b, photo:") == [0, 9, 21])
    #expect(starts("telephoto:") == [4])
    #expect(starts("一图：二") == [3])
    #expect(starts("hoto: photo b") == [])
  }

  @Test(
    "A role is a word of its own, or a phrase",
    arguments: [
      ("ann smith is a researcher at the institute", true), ("the researchers of it", false),
      ("«historian» of rivers", true), ("she is head of the library", true),
      ("青梧书院研究员", true), ("a hatchet and a spade", false), ("", false),
    ])
  func role(text: String, isRole: Bool) {
    #expect(Lexicon.shared.namesRole(Array(text.utf8)) == isRole)
  }
}
