import Glibc
import TerminalTesting
import Testing

@testable import REPL

/// The prompt as a user meets it: keys in, a screen out.
@Suite(.serialized) struct PromptTests {
  @Test func greetsAndNamesTheArticle() throws {
    let session = try PromptSession()
    let lines = session.terminal.screen.lines
    #expect(lines[0].hasPrefix("ibid 0.") && lines[0].contains(":help"))
    #expect(lines[1].hasPrefix(" 1  Lamps of the delta"))
  }

  @Test func showsValuesAndErrors() throws {
    let session = try PromptSession()
    #expect(try session.answer("1 + 1") == ["2"])
    #expect(try session.answer("article.title") == ["\"Lamps of the delta\""])
    #expect(try session.answer("nope()") == ["error: undefined variable 'nope'"])
    #expect(try session.answer("article.tables[1]").first == " Station  │ Lamps │ Opened")
  }

  @Test func continuesAndIndentsABlock() throws {
    let session = try PromptSession()
    session.terminal.send("\u{0C}for i = 1, 2 do\r")
    session.terminal.send("print(i)\rend\r")
    try session.terminal.wait(forLines: [
      "> for i = 1, 2 do", "    print(i)", "  end", "1", "2", ">",
    ])
  }

  @Test func completesWithTab() throws {
    let session = try PromptSession()
    session.terminal.send("\u{0C}artic\t.tit\t\r")
    try session.terminal.wait(forLines: ["> article.title", "\"Lamps of the delta\"", ">"])
    session.terminal.send("\u{0C}article:cou\t")
    try session.terminal.wait(for: "signature") {
      $0.lines.count == 1 && $0.lines[0].hasPrefix("> article:count(  (unit: unit): integer — ")
    }
  }

  @Test func keepsHistoryBetweenSessions() throws {
    let first = try PromptSession()
    _ = try first.answer("6 * 7")
    first.terminal.send("\u{04}")
    #expect(try first.terminal.waitForEnd() == 0)
    let second = try first.another()
    second.terminal.send("\u{0C}\u{1B}[A\r")
    try second.terminal.wait(forLines: ["> 6 * 7", "42", ">"])
  }

  @Test func keepsNoHistoryWhereAsked() throws {
    let session = try PromptSession(options: ["--no-history"])
    _ = try session.answer("6 * 7")
    session.terminal.send("\u{04}")
    #expect(try session.terminal.waitForEnd() == 0)
    #expect(access("\(session.folder)/state/ibid/history", F_OK) != 0)
  }

  @Test func controlCClearsTheLine() throws {
    let session = try PromptSession()
    session.terminal.send("\u{0C}half a line\u{03}")
    try session.terminal.wait(forLines: ["> half a line^C", ">"])
    #expect(try session.answer("1") == ["1"])
  }

  @Test func writesNoColoursWhereNotWanted() throws {
    let session = try PromptSession(environment: ["NO_COLOR": "1"])
    _ = try session.answer("article")
    _ = try session.answer("{ 1, 'a', nil }")
    #expect(session.terminal.screen.styles.allSatisfy { ["1", "2", "7", "1;4"].contains($0) })
  }

  @Test func worksOnADumbTerminal() throws {
    let session = try PromptSession(environment: ["TERM": "dumb"])
    session.terminal.send("article.title\n")
    try session.terminal.wait(for: "value") { $0.lines.contains("\"Lamps of the delta\"") }
    #expect(!session.terminal.output.contains(0x1B))
  }

  @Test func runsAPluginAndKeepsItsResult() throws {
    let plugin = """
      return {
        name = "lamps", version = "1.0.0", since = "0.1", summary = "Counts lamps.", categories = {},
        options = { factor = { type = "integer", default = 1, doc = "times" } },
        article = function(article, options)
          article:report{ message = "seen", code = "seen", level = "info", node = article.headings[1] }
          return { lamps = article.tables[1]:cell(2, 2) * options.factor }
        end,
      }
      """
    let session = try PromptSession()
    PromptSession.write(plugin, to: "\(session.folder)/lamps.lua")
    #expect(
      try session.answer(":run \(session.folder)/lamps.lua factor=2") == [
        "{ lamps = 24 }", "5:1: info: seen [seen]",
      ])
    #expect(try session.answer("_.lamps + 1") == ["25"])
    #expect(try session.answer(":reload").first == "{ lamps = 24 }")
  }
}
