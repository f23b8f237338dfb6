import Glibc
import Testing

/// Runs every page of `Tests/Commands` and compares what the commands print.
///
/// `IBID_RECORD=1 swift test --filter CommandTests` writes what they print now into the pages; a test whose page
/// was changed fails, so that nobody takes a recording for a check.
@Suite(.serialized)
struct TranscriptTests {
  static let folder: String = {
    let file = #filePath
    let tests = file.split(separator: "/").dropLast(2).joined(separator: "/")
    return "/\(tests)/Commands"
  }()

  static let names: [String] = {
    guard let folder = opendir(folder) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".md") { names.append(String(name.dropLast(3))) }
    }
    return names.sorted()
  }()

  @Test func pagesAreFound() { #expect(TranscriptTests.names.count >= 5) }

  @Test(arguments: names)
  func page(_ name: String) throws {
    let transcript = try Transcript(name: name, path: "\(TranscriptTests.folder)/\(name).md")
    let scratch = Scratch()
    var differing: [(step: Transcript.Step, lines: [String])] = []
    for part in transcript.parts {
      switch part {
      case .file(let path, let content): try scratch.write(content, to: path)
      case .step(let step):
        let (output, status) = scratch.run(step.command)
        var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        if status != 0 { lines.append("[exit \(status)]") }
        if transcript.matches(step, lines) { continue }
        differing.append((step, lines))
        let wanted = transcript.lines[step.expected].joined(separator: "\n")
        Issue.record(
          """
          \(name).md:\(step.line): $ \(step.command)
          --- expected
          \(wanted)
          --- printed
          \(lines.joined(separator: "\n"))
          """)
      }
    }
    if getenv("IBID_RECORD") != nil, !differing.isEmpty {
      try TextFile.write(transcript.page(with: differing), to: transcript.path)
    }
  }

  @Test(arguments: [
    (["a", "...", "d"], ["a", "b", "c", "d"], true), (["..."], [], true),
    (["a", "..."], ["b"], false),
    (["a", "...", "d"], ["a", "b"], false), (["...", "b"], ["b", "a"], false),
    (["a"], ["a", "b"], false),
  ])
  func anyLines(_ expected: [String], _ actual: [String], _ matches: Bool) {
    #expect(Transcript.matches(expected, actual) == matches)
  }
}
