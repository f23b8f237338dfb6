import Glibc
import PluginHost
import Synchronization

/// Runs tests on several threads, each with a plugin session of its own, and reports them in their order.
public enum PluginTestRun {
  /// Runs the tests.
  ///
  /// - Parameters:
  ///   - updates: whether what the plugins give now becomes what is expected.
  ///   - threadCount: how many tests run at once, at least 1.
  ///   - report: takes each outcome in the order of the tests, on whichever thread, one at a time.
  public static func run(
    _ tests: [PluginTest], updates: Bool, threadCount: Int,
    report: @escaping @Sendable (PluginTestOutcome) -> Void
  ) {
    let next = Atomic<Int>(0)
    let waiting = Mutex<(outcomes: [Int: PluginTestOutcome], reported: Int)>(([:], 0))
    withThreads(min(threadCount, tests.count)) {
      while case let index = next.wrappingAdd(1, ordering: .relaxed).oldValue, index < tests.count {
        let outcome = outcome(of: tests[index], updates: updates)
        waiting.withLock { waiting in
          waiting.outcomes[index] = outcome
          while let ready = waiting.outcomes.removeValue(forKey: waiting.reported) {
            report(ready)
            waiting.reported += 1
          }
        }
      }
    }
  }

  private static func outcome(of test: PluginTest, updates: Bool) -> PluginTestOutcome {
    guard updates else { return test.run() }
    do {
      let isUpdated = try test.update()
      var outcome = test.run()
      outcome.isUpdated = isUpdated
      return outcome
    } catch {
      return PluginTestOutcome(
        test: test, problems: FailureMessage(error).text.split(separator: "\n").map(String.init))
    }
  }

  /// Runs `body` on so many threads at once and waits for all of them.
  ///
  /// Threads of the system, not tasks: a plugin may need the stack of a whole thread, and its processor time is
  /// measured by the thread.
  private static func withThreads(_ count: Int, _ body: () -> Void) {
    withoutActuallyEscaping(body) { body in
      let shared = Unmanaged.passRetained(ThreadBody(body))
      defer { shared.release() }
      var threads: [pthread_t] = []
      for _ in 1..<max(count, 1) {
        var thread = pthread_t()
        let status = pthread_create(
          &thread, nil,
          { context in
            Unmanaged<ThreadBody>.fromOpaque(context!).takeUnretainedValue().run()
            return nil
          }, shared.toOpaque())
        if status == 0 { threads.append(thread) }
      }
      body()
      for thread in threads { pthread_join(thread, nil) }
    }
  }

  private final class ThreadBody {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
  }
}
