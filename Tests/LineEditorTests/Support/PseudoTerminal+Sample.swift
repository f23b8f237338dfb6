import TerminalTesting

extension PseudoTerminal {
  /// Starts the sample program that was built beside these tests, and waits for its prompt.
  static func sample(
    _ arguments: [String] = [], environment: [String: String] = [:], columns: Int = 40,
    rows: Int = 10
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      [samplePath] + arguments, environment: environment, columns: columns, rows: rows)
    // Keys that come before raw mode are echoed by the terminal itself.
    try terminal.wait(forLines: [">"])
    return terminal
  }

  static let samplePath = built("EditorSample")
}
