import Glibc
import ScratchFolders
import TerminalTesting

/// `ibid repl` on a pseudo-terminal, in a folder of its own.
final class PromptSession {
  let terminal: PseudoTerminal
  private let scratch: ScratchFolder
  var folder: String { scratch.path }

  /// Starts the prompt with files in its folder open, and waits for it.
  init(
    _ files: [(name: String, text: String)] = [("lamps.md", Sample.markdown)],
    in scratch: ScratchFolder? = nil,
    options: [String] = [], environment: [String: String] = [:], columns: Int = 60, rows: Int = 20
  ) throws {
    let scratch = scratch ?? PromptSession.makeFolder()
    self.scratch = scratch
    let folder = scratch.path
    for file in files { PromptSession.write(file.text, to: "\(folder)/\(file.name)") }
    let variables = ["XDG_STATE_HOME": "\(folder)/state", "XDG_DATA_HOME": folder, "HOME": folder]
      .merging(environment) {
        $1
      }
    terminal = try PseudoTerminal(
      [PseudoTerminal.built("ibid"), "repl"] + options + files.map { "\(folder)/\($0.name)" },
      environment: variables, columns: columns, rows: rows)
    try waitForPrompt()
  }

  /// Types text and waits for the next prompt; gives the lines between the two.
  func answer(_ text: String) throws -> [String] {
    terminal.send("\u{0C}")  // a clean screen
    try terminal.wait(for: "empty screen") { $0.lines == [">"] }
    terminal.send(text + "\r")
    try waitForPrompt(after: text)
    return Array(terminal.screen.lines.dropFirst().dropLast())
  }

  /// Waits until the last line is an empty prompt, and the first is not.
  func waitForPrompt(after text: String = "") throws {
    try terminal.wait(for: "prompt after \(text)") { screen in
      screen.lines.last == ">" && (text.isEmpty || screen.lines.count > 1)
    }
  }

  static func makeFolder() -> ScratchFolder { ScratchFolder("ibid-prompt") }

  /// Starts the prompt once more in the same folder.
  func another() throws -> PromptSession { try PromptSession(in: scratch) }

  static func write(_ text: String, to path: String) {
    let bytes = Array(text.utf8)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    _ = Glibc.write(descriptor, bytes, bytes.count)
    close(descriptor)
  }
}
