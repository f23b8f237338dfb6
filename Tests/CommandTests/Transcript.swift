import Glibc

/// A page of commands with their output, as in a terminal: `Tests/Commands/NAME.md`.
///
/// A fenced block that begins with `console` holds commands (`$ …`, lines after it that begin with `> ` go on) and
/// what they print on both outputs; `[exit 1]` on a line of its own gives a status other than 0. A line `...`
/// stands for any lines, `~` for the scratch folder, `REPOSITORY` for that of the sources. A block that begins with `file PATH` is written to the scratch folder first.
struct Transcript {
  /// One command with what the page says of it.
  struct Step {
    /// The line of the command, counted from 1.
    var line: Int
    var command: String
    /// The lines of the page that hold the output and the exit status, counted from 0.
    var expected: Range<Int>
  }

  enum Part {
    case file(path: String, content: String)
    case step(Step)
  }

  let name: String
  let path: String
  private(set) var lines: [String]
  private(set) var parts: [Part] = []

  /// Reads a page.
  init(name: String, path: String) throws {
    self.name = name
    self.path = path
    lines = try TextFile.read(path).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    var index = 0
    while index < lines.count {
      let fence = lines[index]
      index += 1
      let isFile = fence.hasPrefix("```file ")
      guard isFile || fence == "```console" else { continue }
      let start = index
      while index < lines.count, lines[index] != "```" { index += 1 }
      if isFile {
        let content = lines[start..<index].map { $0 + "\n" }.joined()
        parts.append(.file(path: String(fence.dropFirst(8)), content: content))
      } else {
        parts += steps(start..<index).map(Part.step)
      }
      index += 1
    }
  }

  private func steps(_ block: Range<Int>) -> [Step] {
    var steps: [Step] = []
    var index = block.lowerBound
    while index < block.upperBound {
      var command = String(lines[index].dropFirst(2))
      let line = index + 1
      index += 1
      while index < block.upperBound, lines[index].hasPrefix("> ") {
        command += "\n" + lines[index].dropFirst(2)
        index += 1
      }
      let start = index
      while index < block.upperBound, !lines[index].hasPrefix("$ ") { index += 1 }
      steps.append(Step(line: line, command: command, expected: start..<index))
    }
    return steps
  }

  /// Whether the output of a command is what the page says.
  func matches(_ step: Step, _ actual: [String]) -> Bool {
    Transcript.matches(Array(lines[step.expected]), actual)
  }

  static func matches(_ expected: [String], _ actual: [String]) -> Bool {
    guard let gap = expected.firstIndex(of: "...") else { return expected == actual }
    let head = expected[..<gap]
    let tail = Array(expected[(gap + 1)...])
    guard actual.starts(with: head) else { return false }
    return (head.count...actual.count).contains { matches(tail, Array(actual[$0...])) }
  }

  /// The page with other output in the place of that of its steps.
  func page(with outputs: [(step: Step, lines: [String])]) -> String {
    var page = lines
    for (step, output) in outputs.reversed() { page.replaceSubrange(step.expected, with: output) }
    return page.joined(separator: "\n")
  }
}
