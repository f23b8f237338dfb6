import PluginHost

/// A profile for people: what each plugin cost, and which of its functions.
public struct ProfileTable {
  /// The functions of a plugin that are shown.
  private static let functionLimit = 12
  /// Shares of fewer samples say little.
  private static let wantedSamples = 100

  /// The lines, without their ends.
  public private(set) var lines: [String]

  /// Writes the tables.
  public init(_ profile: RunProfile) {
    let workers = RunSummary.count(profile.workerCount, "worker")
    lines = ["profile: \(Quantity.time(profile.nanoseconds)) of CPU time in \(workers)"]
    if profile.lostCount > 0 {
      let lost = RunSummary.count(profile.lostCount, "worker")
      lines.append("  \(lost) ended early: what was done there is missing")
    }
    addPlugins(profile)
    for plugin in profile.plugins { addFunctions(plugin) }
  }

  private mutating func addPlugins(_ profile: RunProfile) {
    func share(_ nanoseconds: Int) -> String {
      Quantity.share(nanoseconds, of: profile.nanoseconds)
    }
    var rows = [["", "calls", "read", "run", "result", "total", "share"]]
    let reading = Quantity.time(profile.readNanoseconds)
    rows.append([
      "(articles)", "\(profile.articleCount)", reading, "", "", reading,
      share(profile.readNanoseconds),
    ])
    let total = { (plugin: RunProfile.Plugin) in plugin.runNanoseconds + plugin.resultNanoseconds }
    for plugin in profile.plugins.sorted(by: { total($0) > total($1) }) {
      rows.append([
        ColumnText.oneLine(plugin.name), "\(plugin.callCount)", "",
        Quantity.time(plugin.runNanoseconds), Quantity.time(plugin.resultNanoseconds),
        Quantity.time(total(plugin)), share(total(plugin)),
      ])
    }
    add(rows, leftColumn: 0)
  }

  private mutating func addFunctions(_ plugin: RunProfile.Plugin) {
    let profile = plugin.functions
    guard profile.nanoseconds > 0 else { return }
    let samples = RunSummary.count(profile.sampleCount, "sample")
    let memory =
      "\(Quantity.bytes(profile.bytes)) in \(RunSummary.count(profile.allocations, "allocation"))"
    lines.append("")
    lines.append(
      "\(ColumnText.oneLine(plugin.name)): \(Quantity.time(profile.nanoseconds)) in Lua (\(samples)), \(memory)"
    )
    let costs = FunctionCosts(profile)
    var shown = Array(costs.functions.prefix(ProfileTable.functionLimit))
    let rest = costs.functions.dropFirst(ProfileTable.functionLimit)
    if !rest.isEmpty {
      shown.append(
        rest.reduce(into: .init(name: "(\(rest.count) more)")) { sum, function in
          sum.own += function.own
          sum.bytes += function.bytes
          sum.allocations += function.allocations
          sum.total += function.own
        })
    }
    shown.append(costs.unsampled)
    var rows = [["self", "total", "time", "memory", "allocations", "function"]]
    for function in shown {
      rows.append([
        Quantity.share(function.own, of: profile.nanoseconds),
        Quantity.share(function.total, of: profile.nanoseconds), Quantity.time(function.own),
        Quantity.bytes(function.bytes), "\(function.allocations)",
        ColumnText.oneLine(function.name),
      ])
    }
    add(rows, leftColumn: 5)
    if profile.sampleCount < ProfileTable.wantedSamples {
      lines.append("  few samples: the shares are rough; more articles make them firm")
    }
  }

  /// Adds rows in columns, which stand at the right but one.
  private mutating func add(_ rows: [[String]], leftColumn: Int) {
    let widths = rows[0].indices.map { column in
      rows.map { ColumnText.width($0[column]) }.max()!
    }
    for row in rows {
      let cells = row.indices.map { column in
        ColumnText.padded(row[column], to: widths[column], alignsRight: column != leftColumn)
      }
      lines.append("  " + ColumnText.withoutEndSpaces(cells.joined(separator: "  ")))
    }
  }
}

/// Amounts with a unit and three digits.
enum Quantity {
  /// `1.23 s`, `45.6 ms` or `789 µs`.
  static func time(_ nanoseconds: Int) -> String {
    scaled(nanoseconds, [(1_000_000_000, "s"), (1_000_000, "ms"), (1000, "µs"), (1, "ns")])
  }

  /// `1.23 GB`, `45.6 MB`, `789 kB` or `12 B`.
  static func bytes(_ count: Int) -> String {
    scaled(count, [(1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "kB"), (1, "B")])
  }

  /// `61%`; `<1%` for what is little and not nothing.
  static func share(_ part: Int, of whole: Int) -> String {
    guard part > 0, whole > 0 else { return "0%" }
    let percent = (part * 100 + whole / 2) / whole
    return percent == 0 ? "<1%" : "\(percent)%"
  }

  private static func scaled(_ amount: Int, _ units: [(size: Int, name: String)]) -> String {
    let unit = units.first { amount >= $0.size } ?? units[units.count - 1]
    let whole = amount / unit.size
    // Two digits after the point below 10, one below 100.
    let digits = unit.size == 1 || whole >= 100 ? 0 : whole >= 10 ? 1 : 2
    guard digits > 0 else { return "\(whole) \(unit.name)" }
    let scale = digits == 1 ? 10 : 100
    let part = amount % unit.size * scale / unit.size
    let padding = digits == 2 && part < 10 ? "0" : ""
    return "\(whole).\(padding)\(part) \(unit.name)"
  }
}
