import ArgumentParser
import ArticleModel
import BatchRunner
import Glibc

/// `ibid parse`: shows what the readers see in an article.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Print the model of an article.")

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case json, tree, text
  }

  @Argument(
    help: "Files, folders, patterns, JSON Lines files, web archives, or - for standard input.",
    completion: .file())
  var paths: [String]

  @Option(help: "json: one object a line; tree: an outline with places; text: as plain text.")
  var format: Form = .json

  @Flag(help: "Print each line of the source with what it became and why, in place of the model.")
  var explain = false

  func run() throws {
    let output = OutputStream.standard()
    let inputs = try InputSequence(paths: paths)
    var failed = false
    var isFirst = true
    while let input = inputs.next() {
      do {
        let article = try ArticleLoader.load(input)
        if !isFirst, explain || format != .json { try output.write("\n") }
        isFirst = false
        try output.write(form(of: article))
      } catch let problem as InputProblem {
        Terminal.complain("\(input.name): \(problem)")
        failed = true
      }
      try output.flush()
    }
    if failed { throw ExitCode(isFirst ? 2 : 1) }
  }

  private func form(of article: Article) -> [UInt8] {
    if explain {
      let isColoured = Terminal.isColoured(STDOUT_FILENO)
      let text = ExplainText(article, width: Terminal.width, isColoured: isColoured)
      return Array(text.text().utf8)
    }
    switch format {
    case .json:
      var json = JSONWriter()
      article.writeJSON(to: &json)
      return json.finish() + [UInt8(ascii: "\n")]
    case .tree: return Array(article.tree().utf8)
    case .text: return Array(article.plainText().utf8)
    }
  }
}
