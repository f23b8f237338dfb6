import Testing

@testable import ArticleReaders

@Suite("Sets and maps of labels")
struct NoteLabelSetTests {
  private let labels =
    [0, 1, 63, 64, 65, 127, 128, 2014, 9999].map { NoteLabel(number: $0) }
    + ["*", "a", "†"].map { NoteLabel(sign: $0.utf8) }

  @Test func isASet() {
    let set = NoteLabelSet(labels + labels)
    #expect(set.count == labels.count)
    #expect(labels.allSatisfy(set.contains))
    #expect(set.numbers == [0, 1, 63, 64, 65, 127, 128, 2014, 9999])
    #expect(set.count { $0.number == nil } == 3)
    #expect(set.numberCount == 9 && set.highest == 9999)
    for highest in [0, 1, 63, 64, 127, 128] {
      #expect(NoteLabelSet(numbers: 0...highest).highest == highest)
    }
    #expect(NoteLabelSet([NoteLabel(sign: "*".utf8)]).highest == nil)
    for number in [2, 62, 66, 2013, 9998, 10_000] { #expect(!set.contains(number: number)) }
    #expect(!set.contains(NoteLabel(sign: "b".utf8)))
  }

  @Test func unitesAndCompares() {
    var set = NoteLabelSet(numbers: 1...3)
    let other = NoteLabelSet([NoteLabel(number: 70), NoteLabel(sign: "*".utf8)])
    #expect(set.isDisjoint(with: other))
    set.formUnion(other)
    #expect(set.count == 5)
    #expect(!set.isDisjoint(with: other))
    #expect(!other.isDisjoint(with: NoteLabelSet([NoteLabel(sign: "*".utf8)])))
    #expect(NoteLabelSet().isEmpty && !set.isEmpty)
  }

  @Test func isAMap() {
    var map = NoteLabelMap()
    for (index, label) in labels.enumerated() { map[label] = index }
    for (index, label) in labels.enumerated() { #expect(map[label] == index) }
    #expect(map[NoteLabel(number: 2)] == nil)
    #expect(map[NoteLabel(number: 12_000)] == nil)
    map[labels[0]] = nil
    #expect(map[labels[0]] == nil)
  }
}
