import Glibc
import PluginHost

/// What a worker spends its CPU time on: reading, each plugin's run, its result.
struct WorkerCosts {
  private var profile = RunProfile()
  private var mark = 0

  init(plugins: [String]) {
    profile.workerCount = 1
    profile.plugins = plugins.map { RunProfile.Plugin(name: $0) }
  }

  /// Begins to measure: what lay before belongs to nobody.
  mutating func begin() { mark = WorkerCosts.threadTime() }

  /// What was done since the last call was reading an article.
  mutating func noteReading() {
    profile.articleCount += 1
    profile.readNanoseconds += lap()
  }

  /// It was a call of a plugin's function.
  mutating func noteRun(_ plugin: Int) {
    profile.plugins[plugin].callCount += 1
    profile.plugins[plugin].runNanoseconds += lap()
  }

  /// It was sending what the plugin answered.
  mutating func noteResult(_ plugin: Int) {
    profile.plugins[plugin].resultNanoseconds += lap()
  }

  /// All of it, with the plugins' own profiles.
  func profile(_ functions: [PluginProfile?]) -> RunProfile {
    var profile = profile
    for (index, functions) in functions.enumerated() {
      guard let functions else { continue }
      profile.plugins[index].functions = functions
      // The conversion to JSON is measured where it happens, inside the call.
      profile.plugins[index].runNanoseconds -= functions.resultNanoseconds
      profile.plugins[index].resultNanoseconds += functions.resultNanoseconds
    }
    return profile
  }

  private mutating func lap() -> Int {
    let now = WorkerCosts.threadTime()
    defer { mark = now }
    return now - mark
  }

  private static func threadTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
