import Glibc
import ScratchFolders
import TerminalTesting
import Testing

@testable import REPL

/// From a failed record to a prompt, and from a plugin into one.
@Suite(.serialized) struct ReplayTests {
  private static let failing = """
    return {
      name = "weigh", version = "1.0.0", summary = "Weighs.",
      options = { least = { type = "integer", default = 1, doc = "how much" } },
      article = function(article, options)
        local weight = article:count "words"
        if weight < options.least then error("too light: " .. weight) end
        return weight
      end,
    }
    """

  private func session(_ options: [String]) throws -> PromptSession {
    let folder = PromptSession.makeFolder()
    let path = "\(folder.path)/weigh.lua"
    PromptSession.write(ReplayTests.failing, to: path)
    return try PromptSession(in: folder, options: ["--replay", path] + options, columns: 100)
  }

  @Test func showsTheErrorAndRunsAgain() throws {
    let session = try session(["--set", "weigh.least=1000", "--limit", "cpu=3s"])
    #expect(session.terminal.screen.lines.contains { $0.contains("error: too light: ") })
    #expect(try session.answer(":trace").first?.hasPrefix("error: too light") == true)
    #expect(try session.answer(":limits").first?.contains("cpu=3s") == true)
    PromptSession.write(
      ReplayTests.failing.replacing("weight < options.least", with: "weight < 1"),
      to: "\(session.folder)/weigh.lua")
    #expect(try session.answer(":reload").first.flatMap { Int($0) } != nil)
  }

  @Test func runsAgainAfterAChange() throws {
    let session = try session(["--set", "least=1000"])
    #expect(try session.answer(":watch").first?.hasPrefix("each change") == true)
    session.terminal.send("\u{0C}half a li")
    try session.terminal.wait(forLines: ["> half a li"])
    PromptSession.write(
      ReplayTests.failing.replacing("too light: ", with: "still too light: "),
      to: "\(session.folder)/weigh.lua")
    try session.terminal.wait(for: "second run") { screen in
      screen.lines.first == "the plugin has changed:" && screen.lines.last == "> half a li"
        && screen.lines.contains { $0.contains("still too light") }
    }
    session.terminal.send("\u{15}")
    #expect(try session.answer(":watch off").isEmpty)
  }

  @Test func opensADocumentOfManyAndKeepsToIt() throws {
    let lines = (1...3).map { "{\"id\": \"doc \($0)\", \"text\": \"Number \($0) is here.\"}\n" }
    let session = try PromptSession(
      [("docs.jsonl", lines.joined())], options: ["--input", "doc 2"], columns: 100)
    #expect(try session.answer("#articles, article.text") == ["1", "\"Number 2 is here.\""])
    let pid = try EvaluatorCrashTests.evaluator(of: session)
    session.terminal.send("\u{0C}")
    kill(pid, SIGKILL)
    try session.terminal.wait(for: "report") {
      $0.lines.contains("a new one has the articles open; variables are gone")
    }
    #expect(try session.answer("#articles, article.path") == ["1", "\"doc 2\""])
  }

  @Test func opensAPromptInAPlugin() throws {
    let scratch = PromptSession.makeFolder()
    defer { withExtendedLifetime(scratch) {} }
    let folder = scratch.path
    PromptSession.write(Sample.markdown, to: "\(folder)/lamps.md")
    PromptSession.write(
      """
      local times = 2
      return {
        name = "stop", version = "1.0.0", summary = "Stops.",
        article = function(article)
          local words, missing = article:count "words"
          ibid.prompt()
          return words * times
        end,
      }
      """, to: "\(folder)/stop.lua")
    let terminal = try PseudoTerminal(
      [
        PseudoTerminal.built("ibid"), "run", "-j", "1", "--format", "jsonl", "\(folder)/stop.lua",
        "\(folder)/lamps.md",
      ],
      environment: ["HOME": folder, "XDG_STATE_HOME": folder], columns: 120, rows: 24)
    func answer(_ text: String) throws -> [String] {
      terminal.send("\u{0C}")
      try terminal.wait(for: "empty screen") { $0.lines == ["plugin>"] }
      terminal.send(text + "\r")
      try terminal.wait(for: "prompt after \(text)") {
        $0.lines.count > 1 && $0.lines.last == "plugin>"
      }
      return Array(terminal.screen.lines.dropFirst().dropLast())
    }
    try terminal.wait(for: "prompt in the plugin") { screen in
      screen.lines.contains { $0.hasSuffix("stop.lua:6; Ctrl-D goes on with the plugin") }
        && screen.lines.contains("variables: article, missing, times, words")
        && screen.lines.last == "plugin>"
    }
    #expect(try answer("article.title") == ["\"Lamps of the delta\""])
    #expect(try answer("missing") == ["nil"])
    #expect(try answer("nope") == ["error: undefined variable 'nope'"])
    #expect(try answer("error 'no'") == ["error: no"])
    #expect(try answer("words ++ 1") == ["error: syntax error near '+'"])
    #expect(try answer("times = 100").isEmpty)
    #expect(try answer("words = 3").isEmpty)
    #expect(try answer("words * times") == ["300"])
    #expect(try answer("article.paragraphs[1].line") == ["3"])
    terminal.send("artic\t.tit\t\r")
    try terminal.wait(for: "completion") { screen in
      screen.lines.suffix(3) == ["plugin> article.title", "\"Lamps of the delta\"", "plugin>"]
    }
    terminal.send("\u{04}")
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.screen.lines.contains { $0.contains("\"result\":300") })
  }

  @Test func goesOnWhereNobodyCanBeAsked() throws {
    let said = Said()
    let workspace = try Workspace.sample(said)
    #expect(workspace.handle("ibid.prompt()") == .done)
    #expect(said.take() == ["false"])
  }
}
