import Testing

@testable import TextAnalysis

/// The most frequent of many are those that sorting all would give.
struct FrequencySelectionTests {
  @Test(arguments: [0, 1, 2, 3, 10, 64, 200, 1000]) func agreesWithSorting(_ top: Int) {
    var generator = TextGenerator(seed: UInt64(top) + 5)
    for size in [0, 1, 2, 9, 300] {
      // Few frequencies, so that most items are equal in them.
      let items = (0..<size).map { (item: $0, occurrences: generator.next(5)) }
      let spelling = (0..<size).map { _ in generator.next(1000) }
      func order(_ a: Int, _ b: Int) -> Int {
        spelling[a] != spelling[b] ? spelling[a] - spelling[b] : a - b
      }
      var selection = FrequencySelection(top)
      for (item, occurrences) in items { selection.add(item, occurrences, order) }
      let expected = items.sorted { a, b in
        a.occurrences != b.occurrences ? a.occurrences > b.occurrences : order(a.item, b.item) < 0
      }
      #expect(selection.sorted(order).map(\.item) == expected.prefix(top).map(\.item))
    }
  }
}
