/// Chooses the most frequent of many items without sorting them all: a heap of the best so far, at
/// whose top is the least of them, so that most items cost one comparison.
struct FrequencySelection {
  typealias Item = (item: Int, occurrences: Int)

  private let top: Int
  private var heap: [Item] = []
  /// What an item has to occur to be chosen; more may be asked of it.
  private(set) var least = 0

  init(_ top: Int) { self.top = top }

  /// Adds an item; of those of one frequency the first in `order` (below 0) are chosen.
  mutating func add(_ item: Int, _ occurrences: Int, _ order: (Int, Int) -> Int) {
    if heap.count < top {
      heap.append((item, occurrences))
      rise(order)
    } else if let least = heap.first, FrequencySelection.precedes((item, occurrences), least, order)
    {
      heap[0] = (item, occurrences)
      sink(order)
    }
    if heap.count == top, let least = heap.first { self.least = least.occurrences }
  }

  /// The chosen items, the most frequent first.
  func sorted(_ order: (Int, Int) -> Int) -> [Item] {
    heap.sorted { FrequencySelection.precedes($0, $1, order) }
  }

  @inline(__always)
  private static func precedes(_ a: Item, _ b: Item, _ order: (Int, Int) -> Int) -> Bool {
    a.occurrences != b.occurrences ? a.occurrences > b.occurrences : order(a.item, b.item) < 0
  }

  private mutating func rise(_ order: (Int, Int) -> Int) {
    var place = heap.count - 1
    while place > 0 {
      let parent = (place - 1) / 2
      guard FrequencySelection.precedes(heap[parent], heap[place], order) else { break }
      heap.swapAt(parent, place)
      place = parent
    }
  }

  private mutating func sink(_ order: (Int, Int) -> Int) {
    var place = 0
    while 2 * place + 1 < heap.count {
      var child = 2 * place + 1
      if child + 1 < heap.count, FrequencySelection.precedes(heap[child], heap[child + 1], order) {
        child += 1
      }
      guard FrequencySelection.precedes(heap[place], heap[child], order) else { break }
      heap.swapAt(place, child)
      place = child
    }
  }
}
