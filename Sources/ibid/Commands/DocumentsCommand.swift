import ArgumentParser
import BatchRunner

/// `ibid documents`: prints the articles of any input as JSON Lines.
struct DocumentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents",
    abstract: "Print articles as JSON Lines, unread.",
    discussion: """
      Each article of files, folders, JSON Lines files and web archives becomes an object {"id": …, "html": …}, \
      with text or markdown for html, as ibid worker, ibid run and other programs read them. What cannot be read \
      becomes {"id": …, "problem": …}, for which ibid gives a record with the status error.
      """)

  @Argument(
    help: "Files, folders, patterns, JSON Lines files, web archives, or - for standard input.",
    completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "The keys that documents in JSON Lines have for an article's parts; dots lead into objects.",
      valueName: "id=url,text=content"))
  var fields: String?

  func run() throws {
    let output = OutputStream.standard()
    let fields = try self.fields.map(DocumentFields.init(parsing:)) ?? DocumentFields()
    let inputs = try InputSequence(paths: paths, fields: fields)
    var failed = false
    while let input = inputs.next() {
      let (line, problem) = DocumentLine.line(of: input, fields)
      if let problem {
        Terminal.complain("\(input.name): \(problem)")
        failed = true
      }
      try output.write(line)
    }
    try output.flush()
    if failed { throw ExitCode(1) }
  }
}
