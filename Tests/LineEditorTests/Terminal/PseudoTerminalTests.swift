import Glibc
import ScratchFolders
import TerminalTesting
import Testing

@testable import LineEditor

/// The editor in a process of its own, on a terminal, seen as its user sees it.
@Suite struct PseudoTerminalTests {
  @Test func editsSubmitsAndLeaves() throws {
    let terminal = try PseudoTerminal.sample()
    #expect(!terminal.isCooked)
    #expect(terminal.screen.isPasteBracketed)
    terminal.send("1 + 日本\u{1B}[D\u{1B}[Dx")
    try terminal.wait(for: "the cursor") { $0.lines == ["> 1 + x日本"] && $0.cursor == (0, 7) }
    terminal.send("\r")
    try terminal.wait(forLines: ["> 1 + x日本", "line: \"1 + x日本\"", ">"])
    terminal.send("\u{4}")
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.screen.lines == ["> 1 + x日本", "line: \"1 + x日本\"", ">", "end"])
    #expect(terminal.isCooked && !terminal.screen.isPasteBracketed)
    #expect(terminal.screen.unknown.isEmpty)
  }

  @Test func editsABlockOfLines() throws {
    let terminal = try PseudoTerminal.sample()
    terminal.send("f(\r1,\r2\u{1B}[Ax\u{1B}[B)\r")
    try terminal.wait(forLines: [
      "> f(", ".   1x,", ".   2)", "line: \"f(\\n  1x,\\n  2)\"", ">",
    ])
  }

  @Test func takesPastedLinesAsOneBlock() throws {
    let terminal = try PseudoTerminal.sample()
    terminal.send("\u{1B}[200~one\rtwo\r\u{1B}[201~")
    try terminal.wait(forLines: ["> one", ". two", "."])
    terminal.send("\r")
    try terminal.wait(forLines: ["> one", ". two", ".", "line: \"one\\ntwo\\n\"", ">"])
  }

  @Test func readsEveryKeyThatCameAtOnce() throws {
    let terminal = try PseudoTerminal.sample()
    terminal.send("one\rtwo\r\u{4}")
    #expect(try terminal.waitForEnd() == 0)
    #expect(
      terminal.screen.lines == ["> one", "line: \"one\"", "> two", "line: \"two\"", ">", "end"])
  }

  @Test func clearsTheLineOnControlC() throws {
    let terminal = try PseudoTerminal.sample()
    terminal.send("oops\u{3}")
    try terminal.wait(forLines: ["> oops^C", "interrupted", ">"])
  }

  @Test func treatsAnInterruptSignalAsControlC() throws {
    let terminal = try PseudoTerminal.sample()
    terminal.send("oops")
    try terminal.wait(forLines: ["> oops"])
    kill(terminal.child, SIGINT)
    try terminal.wait(forLines: ["> oops^C", "interrupted", ">"])
  }

  @Test func tellsEscapeFromASequenceByTime() throws {
    let terminal = try PseudoTerminal.sample()
    terminal.send("al\t")
    try terminal.wait(forLines: ["> alp", "alpha     alphabet  alpine"])
    terminal.send("\u{1B}")
    try terminal.wait(forLines: ["> alp"])
  }

  @Test func wrapsAndScrollsAtTheBottom() throws {
    let terminal = try PseudoTerminal.sample(columns: 10, rows: 4)
    terminal.send("a\rb\r")
    try terminal.wait(for: "a prompt") { $0.lines.last == ">" }
    terminal.send("abcdefghijklmnopq")
    try terminal.wait(for: "the rows") { $0.lines.suffix(2) == ["> abcdefgh", "ijklmnopq"] }
    terminal.send("\u{1}x")
    try terminal.wait(for: "the rows") { $0.lines.suffix(2) == ["> xabcdefg", "hijklmnopq"] }
    #expect(terminal.screen.cursor.column == 3)
  }

  @Test func drawsAnewAfterAResize() throws {
    let terminal = try PseudoTerminal.sample(columns: 20, rows: 10)
    terminal.send("abcdefghijkl")
    try terminal.wait(forLines: ["> abcdefghijkl"])
    terminal.resize(columns: 10, rows: 10)
    try terminal.wait(for: "two rows") { $0.lines.suffix(2) == ["> abcdefgh", "ijkl"] }
    terminal.resize(columns: 30, rows: 10)
    try terminal.wait(for: "one row") { $0.lines.last == "> abcdefghijkl" }
  }

  @Test func keepsTheHistoryForTheNextSession() throws {
    let folder = ScratchFolder("editor-tests")
    defer { withExtendedLifetime(folder) {} }
    let path = folder.path + "/history"
    let first = try PseudoTerminal.sample([path])
    first.send("f(\r日本)\r\u{4}")
    #expect(try first.waitForEnd() == 0)
    let second = try PseudoTerminal.sample([path])
    second.send("\u{1B}[A")
    try second.wait(forLines: ["> f(", ".   日本)"])
  }

  @Test func startsOnAFreshLineAfterOpenOutput() throws {
    let terminal = try PseudoTerminal.sample()
    terminal.send("partial\r")
    try terminal.wait(forLines: ["> partial", "no newline⏎", ">"])
  }

  @Test func showsAnnouncementsAboveTheBlock() throws {
    let terminal = try PseudoTerminal.sample()
    terminal.send("announce\rtyping")
    try terminal.wait(forLines: ["> announce", "before the prompt", "from elsewhere", "> typing"])
    #expect(terminal.screen.cursor == (3, 8))
  }

  @Test func clearsTheScreen() throws {
    let terminal = try PseudoTerminal.sample()
    terminal.send("a\rb\u{C}")
    try terminal.wait(forLines: ["> b"])
  }

  @Test func usesNoColourWhereNoneIsWanted() throws {
    let terminal = try PseudoTerminal.sample(environment: ["NO_COLOR": "1"])
    terminal.send("1 + sum(\u{1}")
    try terminal.wait(for: "the hint") { $0.lines == ["> 1 + sum(  sum(a, b)"] }
    #expect(terminal.screen.styles.allSatisfy { ["1", "2", "7", "1;4"].contains($0) })
    let coloured = try PseudoTerminal.sample(environment: ["NO_COLOR": ""])
    coloured.send("1")
    try coloured.wait(for: "a colour") { $0.styles.contains("36") }
  }
}
