import ArticleModel
import PluginHost

/// What a run spent its time on, and the first records that failed.
public struct RunCosts: Sendable {
  /// How many records of each kind are kept.
  static let listLength = 5

  /// A plugin's share of the time.
  public struct Plugin: Sendable {
    public var name: String
    public var recordCount = 0
    public var microseconds = 0
  }

  /// A record that took long: from the answer before it to its own, so the first of an article holds the reading.
  public struct Slow: Sendable {
    public var input: String
    public var plugin: String
    public var microseconds: Int
  }

  /// A record that is not `ok`.
  public struct Failure: Sendable {
    public var input: String
    public var plugin: String
    public var status: RecordStatus
    public var message: String
  }

  /// The plugins in the order of their first records.
  public private(set) var plugins: [Plugin] = []
  /// The slowest records, slowest first.
  public private(set) var slowest: [Slow] = []
  /// The first failures in the order of the inputs.
  public private(set) var failures: [Failure] = []

  mutating func note(_ record: RecordLine, microseconds: Int) {
    let index: Int
    if let known = plugins.firstIndex(where: { $0.name == record.plugin }) {
      index = known
    } else {
      index = plugins.count
      plugins.append(Plugin(name: record.plugin))
    }
    plugins[index].recordCount += 1
    plugins[index].microseconds += microseconds
    if slowest.count == RunCosts.listLength, microseconds <= slowest.last!.microseconds { return }
    let place = slowest.firstIndex { $0.microseconds < microseconds } ?? slowest.count
    slowest.insert(
      Slow(input: record.input, plugin: record.plugin, microseconds: microseconds), at: place)
    if slowest.count > RunCosts.listLength { slowest.removeLast() }
  }

  mutating func note(failure record: RecordLine) {
    guard failures.count < RunCosts.listLength else { return }
    failures.append(
      Failure(
        input: record.input, plugin: record.plugin, status: record.status,
        message: record.value()?["error"]?["message"]?.string ?? ""))
  }
}
