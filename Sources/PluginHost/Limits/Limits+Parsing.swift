extension Limits {
  /// Reads limits such as `cpu=10s,memory=1G`; those that are not named keep their default.
  ///
  /// A time is a number with `ms`, `s` or `m`; a size a number of bytes, or one with `K`, `M` or
  /// `G` (powers of 1024).
  public init(parsing text: String) throws(PluginError) {
    self.init()
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else {
        throw .badLimit(limit: String(part), problem: "expected name=value, as in cpu=10s")
      }
      try set(String(pair[0]), to: String(pair[1]))
    }
  }

  private static let names = ["cpu", "memory", "result", "print"]

  private mutating func set(_ name: String, to value: String) throws(PluginError) {
    switch name {
    case "cpu": cpu = try Limits.duration(value, of: name)
    case "memory": memory = try Limits.size(value, of: name)
    case "result": result = try Limits.size(value, of: name)
    case "print": print = try Limits.size(value, of: name)
    default:
      let hint = suggestion(for: name, among: Limits.names).map { "; did you mean '\($0)'?" }
      throw .badLimit(
        limit: name,
        problem:
          "no such limit\(hint ?? "; the limits are \(Limits.names.joined(separator: ", "))")")
    }
  }

  private static func duration(_ text: String, of name: String) throws(PluginError) -> Duration {
    let units: [(suffix: String, seconds: Double)] = [("ms", 0.001), ("s", 1), ("m", 60)]
    for unit in units where text.hasSuffix(unit.suffix) {
      // From 1 ms to a week: what is longer is surely a slip, and far below what a timer can hold.
      if let number = Double(text.dropLast(unit.suffix.count)), number * unit.seconds >= 0.001,
        number * unit.seconds <= 604_800
      {
        return .microseconds(Int64(number * unit.seconds * 1_000_000))
      }
      break
    }
    throw .badLimit(limit: name, problem: "'\(text)' is not a time such as 10s, 500ms or 2m")
  }

  private static func size(_ text: String, of name: String) throws(PluginError) -> Int {
    let units: [(suffix: String, shift: Int)] = [("K", 10), ("M", 20), ("G", 30), ("", 0)]
    for unit in units where text.hasSuffix(unit.suffix) {
      if let number = Int(text.dropLast(unit.suffix.count)), number > 0,
        number <= 1 << (46 - unit.shift)
      {
        return number << unit.shift
      }
      break
    }
    throw .badLimit(limit: name, problem: "'\(text)' is not a size such as 64M or 1G")
  }
}
