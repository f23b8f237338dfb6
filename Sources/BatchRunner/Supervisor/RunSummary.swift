import PluginHost

/// What came of a run.
public struct RunSummary: Sendable {
  /// Starts with nothing.
  public init() {}

  /// How many inputs were taken.
  public var inputCount = 0
  /// How many records have each status.
  public var statuses: [RecordStatus: Int] = [:]
  /// How many records an earlier run had made.
  public var keptCount = 0
  /// How many records have a finding of level `error`.
  public var recordsWithErrors = 0
  /// The totals that plugins failed to make.
  public private(set) var totalFailures: [TotalLine] = []
  /// How many worker processes were started, and how many died.
  public var workersStarted = 0
  public var workersLost = 0
  /// Milliseconds from start to end.
  public var milliseconds = 0
  /// What ended the run before all was done.
  public var cause: Cause?
  /// Whether another run goes on where this one ended.
  public var canResume = false
  /// What the records cost, and the first that failed.
  public var costs = RunCosts()
  /// Where the workers spent their time; `nil` unless the run is profiled.
  public var profile: RunProfile?

  /// What ends a run before all is done.
  public enum Cause: Hashable, Sendable {
    case signal(Int32)
    /// As many failed records as were allowed.
    case failures(Int)
  }

  /// The number of records.
  public var recordCount: Int { statuses.values.reduce(0, +) }
  /// The number of records that are not `ok`.
  public var failedCount: Int {
    recordCount - statuses[.ok, default: 0] - statuses[.skipped, default: 0]
  }

  /// 0 when all went well, 1 when something did not, 128 + signal when interrupted.
  public var exitStatus: Int32 {
    if case .signal(let signal)? = cause { return 128 + signal }
    return failedCount + recordsWithErrors + totalFailures.count > 0 ? 1 : 0
  }

  /// Notes why a plugin has no total; totals that are there are passed over.
  public mutating func note(_ total: TotalLine) {
    if total.status != .ok { totalFailures.append(total) }
  }

  /// Counts a record; `isKept` where an earlier run had made it.
  public mutating func count(_ record: RecordLine, isKept: Bool = false) {
    if isKept { keptCount += 1 }
    if record.status != .ok, record.status != .skipped { costs.note(failure: record) }
    statuses[record.status, default: 0] += 1
    if record.hasErrorFinding { recordsWithErrors += 1 }
  }
}
