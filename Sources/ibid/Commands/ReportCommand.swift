import ArgumentParser
import ArticleModel
import BatchRunner
import HTMLReport

/// `ibid report`: shows articles as pages.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write a page that shows how an article was understood.",
    discussion: """
      Writes NAME.html for each article: the text as it was understood, with its notes and what looks wrong beside \
      it, and the source with each line's node and reason. A page is one file that needs no network and no script.
      """)

  @Argument(
    help: "Files, folders, patterns, JSON Lines files, web archives, or - for standard input.")
  var paths: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write into; - for standard output.", valueName: "folder"))
  var output = "report"

  func run() throws {
    let stream = OutputStream.standard()
    let inputs = try InputSequence(paths: paths)
    let page = ArticlePage()
    var names = PageNames()
    var count = 0
    var failed = false
    while let input = inputs.next() {
      do {
        let article = try ArticleLoader.load(input)
        let html = page.render(article)
        count += 1
        if output == "-" {
          try stream.write(html)
        } else {
          let path = "\(output)/\(names.name(for: article.path))"
          try ReportFile.write(html, to: path)
          try stream.write(path + "\n")
        }
      } catch let problem as InputProblem {
        Terminal.complain("\(input.name): \(problem)")
        failed = true
      } catch let problem as WriteProblem {
        Terminal.complain("\(problem)")
        failed = true
      }
      try stream.flush()
    }
    if count == 0, !failed { throw RunError.noArticles(paths) }
    if failed { throw ExitCode(count == 0 ? 2 : 1) }
  }
}
