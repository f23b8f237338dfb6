import BatchRunner
import Glibc
import TerminalTesting
import Testing

@testable import REPL

/// The end of the evaluator, whatever it comes from.
@Suite(.serialized) struct EvaluatorCrashTests {
  /// The process that evaluates for a prompt.
  static func evaluator(of session: PromptSession) throws -> pid_t {
    let parent = session.terminal.child
    let text = try FileContents.read(path: "/proc/\(parent)/task/\(parent)/children")
    guard let pid = pid_t(PromptInput.trimmed(String(decoding: text, as: UTF8.self))) else {
      throw PseudoTerminal.Failure("no evaluator")
    }
    return pid
  }

  @Test func whileALineIsTyped() throws {
    let session = try PromptSession()
    #expect(try session.answer("kept = 42").isEmpty)
    session.terminal.send("\u{0C}article.ti")
    try session.terminal.wait(forLines: ["> article.ti"])
    kill(try Self.evaluator(of: session), SIGSEGV)
    try session.terminal.wait(for: "report") {
      $0.lines.first == "error: the evaluator was ended by SIGSEGV"
    }
    session.terminal.send("tle\r")
    try session.terminal.wait(for: "title") {
      $0.lines.suffix(2) == ["\"Lamps of the delta\"", ">"]
    }
    #expect(try session.answer("kept") == ["error: undefined variable 'kept'"])
  }

  @Test func whileItEvaluates() throws {
    let session = try PromptSession()
    session.terminal.send("\u{0C}while true do end\r")
    for _ in 0..<20 { session.terminal.read(milliseconds: 10) }
    kill(try Self.evaluator(of: session), SIGKILL)
    try session.terminal.wait(forLines: [
      "> while true do end", "error: the evaluator was ended by SIGKILL",
      "a new one has the articles open; variables are gone", ">",
    ])
    #expect(try session.answer("#articles, article.title") == ["1", "\"Lamps of the delta\""])
  }

  @Test func whereItDoesNotStop() throws {
    let session = try PromptSession()
    session.terminal.send("\u{0C}while true do end\r")
    for _ in 0..<20 { session.terminal.read(milliseconds: 10) }
    kill(try Self.evaluator(of: session), SIGSTOP)
    session.terminal.send("\u{03}")
    try session.terminal.wait(for: "warning") {
      $0.lines.contains { $0.hasPrefix("still running") }
    }
    session.terminal.send("\u{03}")
    try session.terminal.wait(for: "new evaluator") { screen in
      screen.lines.last == ">"
        && screen.lines.contains("error: the evaluator did not stop and was ended")
    }
    #expect(try session.answer("article.title") == ["\"Lamps of the delta\""])
  }

  @Test func again() throws {
    let session = try PromptSession([])
    for _ in 0..<2 {
      let pid = try Self.evaluator(of: session)
      session.terminal.send("\u{0C}")
      try session.terminal.wait(forLines: [">"])
      kill(pid, SIGABRT)
      try session.terminal.wait(forLines: [
        "error: the evaluator was ended by SIGABRT", "a new one has started; variables are gone",
        ">",
      ])
    }
    // The third end without an answer in between is the last.
    kill(try Self.evaluator(of: session), SIGABRT)
    try session.terminal.wait(for: "resignation") {
      $0.lines.contains("the evaluator was ended by SIGABRT as soon as it started")
    }
    session.terminal.send("1\r")
    #expect(try session.terminal.waitForEnd() == 2 << 8)
  }

  @Test func leavesNoProcessBehind() throws {
    let session = try PromptSession()
    let pid = try Self.evaluator(of: session)
    session.terminal.send("\u{04}")
    #expect(try session.terminal.waitForEnd() == 0)
    #expect(kill(pid, 0) == -1)
    let killed = try PromptSession()
    let other = try Self.evaluator(of: killed)
    kill(killed.terminal.child, SIGKILL)
    for _ in 0..<200 where kill(other, 0) == 0 { usleep(10_000) }
    #expect(kill(other, 0) == -1)
  }
}
