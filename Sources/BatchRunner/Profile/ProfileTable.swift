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
