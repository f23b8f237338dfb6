extension PluginProfile {
  private struct Place: Hashable {
    var parent: Int
    var function: Int
  }

  /// Adds what another process found of the same plugin.
  public mutating func add(_ other: PluginProfile) {
    var numbers: [String: Int] = [:]
    for (number, name) in functions.enumerated() { numbers[name] = number }
    let functionHere = other.functions.map { name in
      if let known = numbers[name] { return known }
      functions.append(name)
      numbers[name] = functions.count - 1
      return functions.count - 1
    }
    var places: [Place: Int] = [:]
    for (number, node) in nodes.enumerated() {
      places[Place(parent: node.parent, function: node.function)] = number
    }
    var nodeHere: [Int] = []
    for node in other.nodes {
      let place = Place(
        parent: node.parent < 0 ? -1 : nodeHere[node.parent],
        function: node.function < 0 ? -1 : functionHere[node.function])
      let number = places[place, default: nodes.count]
      if number == nodes.count {
        places[place] = number
        nodes.append(
          Node(
            parent: place.parent, function: place.function, nanoseconds: 0, bytes: 0,
            allocations: 0))
      }
      nodes[number].nanoseconds += node.nanoseconds
      nodes[number].bytes += node.bytes
      nodes[number].allocations += node.allocations
      nodeHere.append(number)
    }
    sampleCount += other.sampleCount
    nanoseconds += other.nanoseconds
    resultNanoseconds += other.resultNanoseconds
  }

  /// Gives functions other names; those that get the same become one.
  public mutating func rename(_ name: (String) -> String) {
    var renamed = self
    renamed.functions = functions.map(name)
    self = PluginProfile(
      functions: [], nodes: [], sampleCount: 0, nanoseconds: 0, resultNanoseconds: 0)
    add(renamed)
  }
}
