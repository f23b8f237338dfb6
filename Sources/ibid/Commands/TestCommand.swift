import ArgumentParser
import BatchRunner
import Glibc
import PluginHost
import Synchronization

/// `ibid test`: the plugins' own tests.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the tests of plugins.",
    discussion: """
      A test is a folder tests/NAME in the plugin's folder: article.txt (or .md, .html), options.json with the \
      values of options where some are set, and expected.json with those members of the record that are compared: \
      status (ok where it is not given), result, findings, files, error. "..." in it stands for anything: as a \
      value, as a key for any other keys, in a list for any elements. error may be a text that the message has to \
      contain. With a folder files, the plugin may write files, which are compared with those in it.

      Exit status: 0 when all tests pass, 1 when some fail, 2 when there are none.
      """)

  @Argument(
    help: NamedPlugins.help,
    completion: .custom(PluginNames.complete))
  var names: [String] = []

  @Flag(help: "Write what the plugins give now as what is expected.")
  var update = false

  @Flag(help: "Run the tests again whenever a file of the plugins changes.")
  var watch = false

  @Option(help: "text; tap: Test Anything Protocol; junit: XML for continuous integration.")
  var format: PluginTestReport.Form = .text

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: "How many tests run at once; by default one a core.")
  var jobs: Int = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  func validate() throws {
    if jobs < 1 { throw ValidationError("-j needs a number from 1") }
    if watch, format != .text { throw ValidationError("--watch writes text only") }
  }

  func run() throws {
    let plugins = try NamedPlugins.find(names)
    let hasFailed = try test(plugins)
    guard watch else {
      if hasFailed { throw ExitCode(1) }
      return
    }
    let folders = plugins.compactMap { plugin in
      plugin.path.lastIndex(of: "/").map { String(plugin.path[..<$0]) }
    }
    var changes = FolderWatch(folders: folders)
    while true {
      Terminal.say("waiting for changes in \(folders.joined(separator: ", ")); control-C ends")
      let changed = changes.wait()
      Terminal.say("\(changed) changed")
      let affected = plugins.filter { plugin in
        plugin.path.lastIndex(of: "/").map { changed.hasPrefix(plugin.path[...$0]) } ?? false
      }
      _ = try? test(affected.isEmpty ? plugins : affected)
      if update { changes.look() }
    }
  }

  /// Runs the tests of plugins; whether one has failed.
  private func test(_ plugins: [(name: String, path: String)]) throws -> Bool {
    let tests = plugins.flatMap { PluginTest.all(ofPlugin: $0.name, path: $0.path) }
    if tests.isEmpty { throw RunError.noTests(names) }
    let form = format
    let outcomes = Mutex<[PluginTestOutcome]>([])
    print(PluginTestReport.head(form), terminator: "")
    PluginTestRun.run(tests, updates: update, threadCount: jobs) { outcome in
      let number = outcomes.withLock { outcomes in
        outcomes.append(outcome)
        return outcomes.count
      }
      print(PluginTestReport.line(outcome, number: number, form), terminator: "")
      fflush(nil)
    }
    let all = outcomes.withLock { $0 }
    print(PluginTestReport.tail(all, form), terminator: "")
    fflush(nil)
    return all.contains { !$0.hasPassed }
  }

}

extension PluginTestReport.Form: ExpressibleByArgument {}
