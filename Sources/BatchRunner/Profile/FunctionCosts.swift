import PluginHost

/// What the functions of a plugin cost, wherever they were called from.
struct FunctionCosts {
  struct Function {
    var name: String
    /// Nanoseconds, bytes and allocations without those of the calls it made.
    var own = 0
    var bytes = 0
    var allocations = 0
    /// Nanoseconds with those of the calls it made.
    var total = 0
  }

  /// Those that cost anything, by their own time.
  let functions: [Function]
  /// Nanoseconds, bytes and allocations that no sample tells the function of.
  let unsampled: Function

  init(_ profile: PluginProfile) {
    var functions = profile.functions.map { Function(name: $0) }
    var unsampled = Function(name: "(not sampled)")
    for node in profile.nodes {
      guard node.function >= 0 else {
        unsampled.own += node.nanoseconds
        unsampled.bytes += node.bytes
        unsampled.allocations += node.allocations
        continue
      }
      functions[node.function].own += node.nanoseconds
      functions[node.function].bytes += node.bytes
      functions[node.function].allocations += node.allocations
      // Once for each function of the stack, however often it stands there.
      var counted: [Int] = []
      var place = node
      while place.function >= 0 {
        if !counted.contains(place.function) {
          counted.append(place.function)
          functions[place.function].total += node.nanoseconds
        }
        place = profile.nodes[place.parent]
      }
    }
    unsampled.total = unsampled.own
    self.unsampled = unsampled
    self.functions = functions.filter { $0.total > 0 || $0.bytes > 0 }.sorted {
      ($0.own, $0.total, $0.bytes) > ($1.own, $1.total, $1.bytes)
    }
  }
}
