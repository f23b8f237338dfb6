/// Chooses the most frequent of many items without sorting them all.
struct FrequencySelection {
  private let top: Int
  private var items: [(item: Int, occurrences: Int)] = []
  /// How many items occur 1, 2, … times; what occurs more often is in the last place.
  private var histogram = [Int](repeating: 0, count: 256)

  init(_ top: Int) { self.top = top }

  mutating func add(_ item: Int, _ occurrences: Int) {
    items.append((item, occurrences))
    histogram[min(occurrences, histogram.count - 1)] += 1
  }

  /// Returns the `top` most frequent items by their spelling, ties in bytewise order.
  func terms(_ spelling: (Int) -> [UInt8]) -> [TermFrequency] {
    guard top > 0 else { return [] }
    // Only what reaches the frequency of the last one chosen has to be spelled and sorted.
    var least = histogram.count - 1
    var reached = histogram[least]
    while reached < top, least > 1 {
      least -= 1
      reached += histogram[least]
    }
    var terms: [TermFrequency] = []
    terms.reserveCapacity(reached)
    for (item, occurrences) in items where occurrences >= least {
      terms.append(TermFrequency(term: spelling(item), occurrences: occurrences))
    }
    terms.sort { a, b in
      if a.occurrences != b.occurrences { return a.occurrences > b.occurrences }
      return a.term.lexicographicallyPrecedes(b.term)
    }
    return Array(terms.prefix(top))
  }
}
