import PluginHost

/// The way from the results of one plugin to its total.
struct Reduction {
  /// How far it is.
  enum State {
    case merging
    /// What is left to be merged is with a worker, for `finish`.
    case finishing
    case complete
  }

  private(set) var state = State.merging
  private var tree = ReductionTree()
  private let finishes: Bool
  private var isClosed = false

  /// Starts the reduction of a plugin; one that does not merge has nothing to do.
  ///
  /// - Parameter staysOpen: whether the merged value is the total, without `finish`.
  init(_ plugin: Hello.Plugin, staysOpen: Bool = false) {
    finishes = plugin.finishes && !staysOpen
    if !plugin.merges { state = .complete }
  }

  var isComplete: Bool { state == .complete }

  /// What is to be done next.
  enum Step {
    case merge(ReductionTree.Request)
    /// The values, in order, are all that is left to be merged before that.
    case finish([PartialValue])
    /// There is a total that needs no more work.
    case total(PartialValue)
  }

  mutating func append(_ result: PartialValue) { if state == .merging { tree.append(result) } }

  mutating func close() {
    guard !isClosed, state == .merging else { return }
    isClosed = true
    tree.close()
  }

  mutating func merged(_ group: ReductionTree.Group, into value: PartialValue) {
    if state == .merging { tree.merged(group, into: value) }
  }

  /// Gives up, or is done.
  mutating func complete() { state = .complete }

  /// Takes the next step that can be done now; `total` comes once.
  mutating func next() -> Step? {
    guard state == .merging else { return nil }
    if let request = tree.next() {
      guard request.isLast, finishes else { return .merge(request) }
      // What they merge into need not leave the worker.
      state = .finishing
      return .finish(request.values)
    }
    guard isClosed else { return nil }
    if let total = tree.total {
      state = finishes ? .finishing : .complete
      return finishes ? .finish([total]) : .total(total)
    }
    // Without any result there is no total.
    if tree.isEmpty { state = .complete }
    return nil
  }
}
