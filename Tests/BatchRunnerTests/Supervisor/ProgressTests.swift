import TerminalTesting
import Testing

@testable import BatchRunner

struct ProgressTests {
  @Test(arguments: [
    (80, 120, 2, 400, 4000, "120 of 400 articles, 2 failed, 30 a second, 9 s left"),
    (52, 120, 2, 400, 4000, "120 of 400, 2 failed, 30 a second, 9 s left"),
    (40, 120, 2, 400, 4000, "120 of 400, 2 failed, 9 s left"),
    (30, 120, 2, 400, 4000, "120 of 400, 2 failed"), (12, 120, 2, 400, 4000, "120 of 400"),
    (10, 120, 2, 400, 4000, ""), (80, 1, 0, 1, 1000, "1 of 1 article, 60 a minute, 0 s left"),
    (80, 0, 0, 400, 1000, "0 of 400 articles, 0 a minute"),
    (80, 7, 0, nil, 1000, "7 articles, 420 a minute"),
    (80, 100, 0, 80_000, 10_000, "100 of 80000 articles, 10 a second, 2 h 13 min left"),
  ])
  func text(
    _ columns: Int, _ done: Int, _ failed: Int, _ total: Int?, _ milliseconds: Int,
    _ expected: String
  ) {
    let line = Progress.line(
      done: done, failed: failed, total: total, milliseconds: milliseconds, columns: columns)
    #expect(line == expected)
  }

  /// A run over forty documents, of which each eighth has the plugin print a line. It takes seconds also where nothing
  /// else runs: the progress shows after half a second.
  private func start(
    columns: Int, in folder: borrowing TemporaryFolder, output: String
  ) throws -> PseudoTerminal {
    let plugin = """
      return { name = "busy", version = "1.0.0", summary = "Takes a while.",
        article = function(article)
          local sum = 0
          for n = 1, 8000000 do sum = (sum * 31 + n) % 1000003 end
          if tonumber(article.path) % 8 == 0 then print("at " .. article.path) end
          return 1
        end }
      """
    try folder.write(plugin, to: "busy.lua")
    let lines = (1...40).map { "{\"id\": \"\($0)\", \"text\": \"Some words.\"}\n" }
    try folder.write(lines.joined(), to: "many.jsonl")
    let run =
      "\(PseudoTerminal.built("ibid")) run \(folder.path)/busy.lua \(folder.path)/many.jsonl"
    return try PseudoTerminal(
      ["/bin/sh", "-c", "exec \(run) --no-cache --format jsonl -j 1 \(output)"],
      columns: columns, rows: 20)
  }

  /// All lines of a run that has come to its end; nothing of the progress is left among them.
  private func end(_ terminal: PseudoTerminal) -> [String] {
    func lines() -> [String] { terminal.screen.scrolled + terminal.screen.lines }
    for _ in 0..<10_000 {
      if lines().contains(where: { $0.hasPrefix("ibid: 40 art") }) { break }
      terminal.read(milliseconds: 10)
    }
    #expect(lines().contains { $0.hasPrefix("ibid: 40 art") })
    #expect(!lines().contains { $0.contains(" of 40") })
    #expect(lines().count { $0.hasPrefix("at ") } == 5)
    return lines()
  }

  /// The line stays one, also where the terminal is made narrower while it is shown.
  @Test(arguments: [(80, 40), (40, 20)])
  func isOneLine(_ columns: Int, _ narrower: Int) throws {
    let folder = TemporaryFolder()
    let terminal = try start(columns: columns, in: folder, output: "> /dev/null")
    try terminal.wait(for: "progress") { $0.lines.last?.contains(" of 40") ?? false }
    terminal.resize(columns: narrower, rows: 20)
    let before = terminal.screen.lines
    try terminal.wait(for: "progress after the change") {
      $0.lines != before && $0.lines.last?.contains(" of 40") ?? false
    }
    #expect(terminal.screen.lines.count { $0.contains(" of 40") } == 1)
    _ = end(terminal)
  }

  /// Records stand in lines of their own.
  @Test func disturbsNoRecord() throws {
    let folder = TemporaryFolder()
    let terminal = try start(columns: 60, in: folder, output: "")
    let lines = end(terminal)
    #expect(String(decoding: terminal.output, as: UTF8.self).contains(" of 40 articles"))
    #expect(lines.count { $0.hasPrefix("{\"input\":\"") } == 40)
  }
}
