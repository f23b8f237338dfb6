import ArgumentParser
import ArticleModel
import BatchRunner

/// `ibid check`: prints an article's diagnostics as a compiler prints its own.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Print what looks wrong in articles; exit 1 where there are warnings.")

  @Argument(
    help: "Files, folders, patterns, JSON Lines files, web archives, or - for standard input.",
    completion: .file())
  var paths: [String]

  func run() throws {
    let output = OutputStream.standard()
    let inputs = try InputSequence(paths: paths)
    var worst = Severity.info
    var unread = 0
    var read = 0
    while let input = inputs.next() {
      do {
        let article = try ArticleLoader.load(input)
        read += 1
        for diagnostic in article.diagnostics {
          worst = max(worst, diagnostic.severity)
          try output.write(DiagnosticMessage(diagnostic, in: article).text)
        }
      } catch let problem as InputProblem {
        Terminal.complain("\(input.name): \(problem)")
        unread += 1
      }
      try output.flush()
    }
    if unread > 0 && read == 0 { throw ExitCode(2) }
    if unread > 0 || worst >= .warning { throw ExitCode(1) }
  }
}
