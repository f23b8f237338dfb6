public import PluginHost

/// Where a run spent the CPU time of its workers.
public struct RunProfile: Hashable, Sendable {
  /// A plugin's part.
  public struct Plugin: Hashable, Sendable {
    public var name: String
    /// How many records, merged values and totals it made.
    public var callCount = 0
    /// Nanoseconds in which the plugin had the article in hand, without writing its result.
    public var runNanoseconds = 0
    /// Nanoseconds in which results became JSON and were sent.
    public var resultNanoseconds = 0
    /// Its functions; empty before anything is known of them.
    public var functions = PluginProfile(
      functions: [], nodes: [], sampleCount: 0, nanoseconds: 0, resultNanoseconds: 0)
  }

  /// How many articles were read, and the nanoseconds that took.
  public var articleCount = 0
  public var readNanoseconds = 0
  public var plugins: [Plugin] = []
  /// How many workers told of their part, and how many ended before they could.
  public var workerCount = 0
  public var lostCount = 0

  /// Makes an empty profile.
  public init() {}

  /// All that was measured, in nanoseconds.
  public var nanoseconds: Int {
    plugins.reduce(readNanoseconds) { $0 + $1.runNanoseconds + $1.resultNanoseconds }
  }

  /// Adds what another worker found.
  mutating func add(_ other: RunProfile) {
    articleCount += other.articleCount
    readNanoseconds += other.readNanoseconds
    workerCount += other.workerCount
    for plugin in other.plugins {
      let index = plugins.firstIndex { $0.name == plugin.name } ?? plugins.count
      if index == plugins.count { plugins.append(Plugin(name: plugin.name)) }
      plugins[index].callCount += plugin.callCount
      plugins[index].runNanoseconds += plugin.runNanoseconds
      plugins[index].resultNanoseconds += plugin.resultNanoseconds
      plugins[index].functions.add(plugin.functions)
    }
  }
}
