import Testing

@testable import TextAnalysis

@Suite struct WordIndexTests {
  /// Words are told apart by their ends up to sixteen bytes, longer ones by what lies between as well.
  @Test(arguments: [1, 2, 7, 8, 9, 15, 16, 17, 24, 25, 40, 254, 255, 256, 300])
  func tellsWordsThatDifferInOneByte(_ length: Int) {
    var index = WordIndex(capacity: 16)
    defer { index.free() }
    let word = [UInt8](repeating: 0x61, count: length)
    func other(_ place: Int) -> [UInt8] {
      var other = word
      other[place] = 0x62
      return other
    }
    #expect(index.number(of: word) == 0)
    for place in 0..<length { #expect(index.number(of: other(place)) == Int32(place + 1)) }
    for place in 0..<length { #expect(index.known(other(place)) == Int32(place + 1)) }
    #expect(index.number(of: word) == 0)
    #expect(index.known(word + [0x61]) == -1)
    #expect(index.known([0x63] + word.dropFirst()) == -1)
    #expect(index.count == length + 1)
  }
}
