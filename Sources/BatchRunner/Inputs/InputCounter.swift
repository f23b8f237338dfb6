/// Counts the inputs of a run a few at a time, beside the run, for the time that is left.
public struct InputCounter {
  /// How many inputs are counted before others have their turn.
  private static let stride = 500

  private var inputs: InputSequence?
  /// How many there are, once all are counted.
  private(set) var total: Int?
  private var count = 0

  /// Prepares to count; what can be read only once is not counted.
  public init(_ plan: RunPlan) {
    // An archive would have to be unpacked a second time.
    let isOnce =
      plan.list == "-"
      || plan.paths.contains {
        $0 == "-" || PathKind.of($0) == .special || InputFormat.isArchive($0)
      }
    // To count what failed would mean to ask the cache for everything twice.
    if !isOnce, plan.retry != .onlyFailed { inputs = try? plan.inputs() }
  }

  /// Counts some more.
  mutating func advance() {
    guard let inputs else { return }
    for _ in 0..<InputCounter.stride {
      guard inputs.next() != nil else {
        total = count
        self.inputs = nil
        return
      }
      count += 1
    }
  }
}
