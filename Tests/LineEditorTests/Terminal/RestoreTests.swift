import Glibc
import TerminalTesting
import Testing

@testable import LineEditor

/// However the process ends or stops, the terminal is as it was.
@Suite struct RestoreTests {
  private func wifSignal(_ status: Int32) -> Int32 { status & 0x7F }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV, SIGUSR1, SIGALRM])
  func restoresTheTerminalOnASignal(_ signal: Int32) throws {
    let terminal = try PseudoTerminal.sample(environment: ["SWIFT_BACKTRACE": "enable=no"])
    terminal.send("typing")
    try terminal.wait(forLines: ["> typing"])
    #expect(!terminal.isCooked)
    kill(terminal.child, signal)
    #expect(wifSignal(try terminal.waitForEnd()) == signal)
    #expect(terminal.isCooked)
    #expect(!terminal.screen.isPasteBracketed && terminal.screen.isCursorVisible)
  }

  @Test func restoresTheTerminalOnExit() throws {
    let terminal = try PseudoTerminal.sample()
    terminal.send("leave")
    #expect(try terminal.waitForEnd() == 7 << 8)
    #expect(terminal.isCooked && !terminal.screen.isPasteBracketed)
  }

  @Test func restoresTheTerminalOnATrap() throws {
    let terminal = try PseudoTerminal.sample(environment: ["SWIFT_BACKTRACE": "enable=no"])
    terminal.send("trap")
    #expect(wifSignal(try terminal.waitForEnd()) != 0)
    #expect(terminal.isCooked && !terminal.screen.isPasteBracketed)
  }

  @Test(arguments: ["key", "signal"])
  func stopsAndContinuesUnderAShell(_ way: String) throws {
    let terminal = try PseudoTerminal(
      ["/bin/bash", "--norc", "--noediting", "-i"],
      environment: ["PS1": "$ ", "SAMPLE": PseudoTerminal.samplePath])
    try terminal.wait(for: "the shell") { $0.lines.last == "$" }
    terminal.send("$SAMPLE\n")
    try terminal.wait(for: "the prompt") { $0.lines.last == ">" }
    terminal.send("typed")
    try terminal.wait(for: "the text") { $0.lines.last == "> typed" }
    if way == "key" {
      terminal.send("\u{1A}")
    } else {
      kill(terminal.foreground, SIGTSTP)
    }
    try terminal.wait(for: "the shell") { $0.lines.last == "$" }
    #expect(terminal.isCooked && !terminal.screen.isPasteBracketed)
    terminal.send("fg\n")
    try terminal.wait(for: "the text") { $0.lines.last == "> typed" }
    terminal.send("!\r")
    try terminal.wait(for: "the result") { $0.lines.contains("line: \"typed!\"") }
  }

  @Test func entersRawModeAgainWhenContinued() throws {
    let terminal = try PseudoTerminal.sample()
    terminal.send("typed")
    try terminal.wait(forLines: ["> typed"])
    kill(terminal.child, SIGSTOP)
    terminal.cook()
    #expect(terminal.isCooked)
    kill(terminal.child, SIGCONT)
    try terminal.wait(for: "raw mode") { _ in !terminal.isCooked }
    terminal.send("!")
    try terminal.wait(for: "the text") { $0.lines.last == "> typed!" }
  }
}
