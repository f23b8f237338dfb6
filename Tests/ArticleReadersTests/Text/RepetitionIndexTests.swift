import Testing

@testable import ArticleReaders

@Suite("Stretches that a text repeats")
struct RepetitionIndexTests {
  private let stretch = Array("the last ferry sank in spring".utf8)

  /// Where the index finds the stretch that stands at the start of the source, in a text behind it.
  private func copies(_ text: [UInt8], since oldest: Int = 0) -> [Int] {
    let source = stretch + Array("\n\n".utf8) + text
    var index = RepetitionIndex(source: source)
    index.add(stretch.count + 2..<source.count)
    var found: Set<Int> = []
    index.copies(of: 0..<stretch.count, since: oldest) { probe, copy in
      found.insert(copy - probe)
    }
    return found.sorted()
  }

  @Test("A copy is found wherever it stands", arguments: 0..<24)
  func everywhere(before: Int) {
    let filler = [UInt8](repeating: UInt8(ascii: "."), count: before)
    let place = stretch.count + 2 + before
    #expect(copies(filler + stretch + Array(" of that year.".utf8)) == [place])
    #expect(copies(filler + stretch) == [place])
  }

  @Test("What differs in the middle is no copy, and what was entered too early is passed over")
  func none() {
    var other = stretch
    other[stretch.count / 2] = UInt8(ascii: "X")
    #expect(copies(other) == [])
    #expect(copies([]) == [])
    #expect(copies(stretch, since: 3 * stretch.count) == [])
  }
}
