import ArgumentParser
import BatchRunner
import PluginHost

/// `ibid test`: the plugins' own tests.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the tests of plugins.",
    discussion: """
      A test is a folder tests/NAME in the plugin's folder: article.txt (or .md, .html), options.json with the \
      values of options where some are set, and expected.json, the record without input and plugin. With a \
      folder files, the plugin may write files, which are compared with those in it.
      """)

  @Argument(help: "Names or paths of plugins; all that are found where there are none.")
  var names: [String] = []

  @Flag(help: "Write what the plugins give now as what is expected.")
  var record = false

  func run() throws {
    var passed = 0
    var failed = 0
    for (name, path) in try plugins() {
      for test in PluginTest.all(ofPlugin: name, path: path) {
        if record { try test.record() }
        let problems = test.run()
        if problems.isEmpty { passed += 1 } else { failed += 1 }
        print("\(problems.isEmpty ? "ok    " : "FAILED") \(test.name)")
        for problem in problems { print("       \(problem)") }
      }
    }
    if passed + failed == 0 { throw RunError.noTests(names) }
    print("\(passed) passed, \(failed) failed")
    if failed > 0 { throw ExitCode(1) }
  }

  private func plugins() throws -> [(name: String, path: String)] {
    let locator = PluginLocator.standard()
    if names.isEmpty { return locator.all().map { ($0.name, $0.path) } }
    return try names.map { ($0, try locator.find($0)) }
  }
}
