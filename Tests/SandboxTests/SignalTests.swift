import ArticleModel
import Glibc
import Testing

/// Case 40: SIGINT and SIGTERM while a plugin of the cases 1 to 17 is at work.
@Suite struct SignalTests {
  static let busy = SandboxCase.all.filter {
    ($0.number <= 17 || $0.number == 40) && $0.loads && $0.status == "timeout"
  }

  @Test func thereAreSome() { #expect(SignalTests.busy.count > 50) }

  /// What was finished is printed and whole, the record in hand is not, and the run ends soon.
  @Test(arguments: busy, [SIGINT, SIGTERM])
  func keepsWhatWasFinished(_ sandboxCase: SandboxCase, _ signal: Int32) throws {
    let scratch = Scratch()
    var limits = sandboxCase.limits
    limits["cpu"] = "100s"
    limits["memory"] = "1G"
    let limit = limits.map { "\($0)=\($1)" }.joined(separator: ",")
    let program = scratch.start([
      "run", sandboxCase.path, "a.txt", "b.txt", "c.txt", "-j", "1", "-q", "--limit", limit,
    ])
    #expect(program.wait { program.printed.hasSuffix("\n") })
    usleep(5000)
    // The first asks for an end, the second for one at once.
    kill(program.identifier, signal)
    usleep(100_000)
    kill(program.identifier, signal)
    let end = program.wait()
    #expect(!end.isLate)
    #expect(end.status == 128 + signal)
    let records = try end.records()
    #expect(records.map { $0["input"]?.string } == ["a.txt"])
    #expect(records.first?["result"]?.string == "harmless")
  }

  /// A signal while the plugin loads: nothing was begun, and nothing is left.
  @Test(arguments: ["spins", "swallows"], [SIGINT, SIGTERM])
  func endsWhileLoading(_ name: String, _ signal: Int32) {
    let scratch = Scratch()
    let before = Files.snapshot(of: scratch.path)
    let program = scratch.start([
      "run", "\(SandboxCase.folder)/17-loading/\(name).lua", "a.txt", "-q", "--limit", "cpu=100s",
      "-o", "out",
    ])
    usleep(200_000)
    kill(program.identifier, signal)
    let end = program.wait()
    #expect(!end.isLate)
    #expect(end.status == 128 + signal)
    #expect(end.output == "")
    var after = Files.snapshot(of: scratch.path)
    after["out"] = nil
    #expect(after == before)
  }
}
