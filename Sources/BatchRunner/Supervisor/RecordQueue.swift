/// Holds the records of inputs that were finished before their turn.
struct RecordQueue {
  private var finished: [Int: [PlacedRecord]] = [:]
  /// The number of the next input to be taken out, and of the next to be put in.
  private var first = 0
  private var end = 0

  /// How many inputs have a number and are not taken out.
  var count: Int { end - first }
  var isEmpty: Bool { count == 0 }

  /// Whether `take()` has something.
  var isReady: Bool { finished[first] != nil }

  /// Gives a new input its number.
  mutating func reserve() -> Int {
    defer { end += 1 }
    return end
  }

  /// Puts the records of an input in.
  mutating func put(_ records: [PlacedRecord], at sequence: Int) { finished[sequence] = records }

  /// Takes out the records of the input whose turn it is, once they are there.
  mutating func take() -> [PlacedRecord]? {
    guard let records = finished.removeValue(forKey: first) else { return nil }
    first += 1
    return records
  }
}
