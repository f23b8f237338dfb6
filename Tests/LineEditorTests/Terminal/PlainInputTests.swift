import Glibc
import TerminalTesting
import Testing

@testable import LineEditor

/// Input without a terminal, or on one that cannot move its cursor.
@Suite struct PlainInputTests {
  private struct Brackets: LineEditorClient {
    func isComplete(_ text: String) -> Bool {
      text.utf8.count { $0 == 0x28 } <= text.utf8.count { $0 == 0x29 }
    }
  }

  /// Reads all blocks of an input, and gives what was written too.
  private func read(_ input: [UInt8]) throws -> (results: [ReadResult], output: String) {
    var source: [Int32] = [0, 0]
    var sink: [Int32] = [0, 0]
    #expect(pipe(&source) == 0 && pipe(&sink) == 0)
    // Each is closed once: a number closed twice may by then be another test's terminal.
    defer { [source[0], sink[0]].forEach { close($0) } }
    _ = write(source[1], input, input.count)
    close(source[1])
    let editor = LineEditor(
      input: source[0], output: sink[1], client: Brackets(),
      configuration: EditorConfiguration(terminalType: "xterm"))
    #expect(!editor.isInteractive)
    var results: [ReadResult] = []
    while results.last != .endOfInput, results.count < 20 {
      results.append(try editor.readBlock(prompt: "> ", continuationPrompt: ". "))
    }
    close(sink[1])
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(sink[0], &buffer, buffer.count)
    return (results, String(decoding: buffer[..<max(count, 0)], as: UTF8.self))
  }

  @Test(arguments: [
    ("", []),
    ("one\ntwo\n", ["one", "two"]),
    ("one\r\ntwo", ["one", "two"]),
    ("\n\n", ["", ""]),
    ("(\n1\n)\nx\n", ["(\n1\n)", "x"]),
    ("(\n1", ["(\n1"]),
    ("日本\u{1B}[A\t\n", ["日本\u{1B}[A\t"]),
  ])
  func readsLinesFromAPipe(_ input: String, _ blocks: [String]) throws {
    let (results, output) = try read(Array(input.utf8))
    #expect(results == blocks.map(ReadResult.line) + [.endOfInput])
    #expect(output == "")
  }

  @Test func readsMoreThanOneBuffer() throws {
    let long = String(repeating: "x", count: 20_000)
    let (results, _) = try read(Array("\(long)\n\(long)y".utf8))
    #expect(results == [.line(long), .line(long + "y"), .endOfInput])
  }

  @Test func writesNoEscapeOnADumbTerminal() throws {
    let terminal = try PseudoTerminal.sample(environment: ["TERM": "dumb"])
    #expect(terminal.isCooked)
    terminal.send("f(\n")
    try terminal.wait(forLines: ["> f(", "."])
    terminal.send("1)\n")
    try terminal.wait(forLines: ["> f(", ". 1)", "line: \"f(\\n1)\"", ">"])
    terminal.send("oops\u{3}")
    try terminal.wait(for: "the interrupt") { $0.lines.suffix(2) == ["interrupted", ">"] }
    terminal.send("\u{4}")
    #expect(try terminal.waitForEnd() == 0)
    #expect(!terminal.output.contains(0x1B))
  }
}
