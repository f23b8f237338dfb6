import ArgumentParser
import BatchRunner
import Glibc

/// The command line.
@main
struct Ibid: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ibid",
    abstract: "A scriptable host for articles.",
    discussion: """
      ibid reads articles (extracted text, Markdown, HTML, JSON Lines, web archives) into a model that knows their \
      paragraphs, headings, footnotes, tables and polls, and runs Lua plugins on it.

      Exit status: 0 when all went well, 1 when some record or article did not, 2 when nothing could run.
      """,
    version: "ibid \(Release.version)",
    subcommands: [
      RunCommand.self, BatchCommand.self, GatherCommand.self, ReplCommand.self, ParseCommand.self,
      CheckCommand.self, DocumentsCommand.self,
      ReportCommand.self, PluginsCommand.self, NewCommand.self, TestCommand.self,
      CheckPluginCommand.self, AddCommand.self, RemoveCommand.self, PackCommand.self,
      DoctorCommand.self,
      CompletionsCommand.self, WorkerCommand.self,
      ReferenceCommand.self,
    ]
  )

  /// Without a command: the prompt on a terminal, else what commands there are.
  func run() throws {
    guard isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0 else {
      throw CleanExit.helpRequest(self)
    }
    try ReplCommand.parse([]).run()
  }

  static func main() {
    StandardDescriptors.fill()
    do {
      var command = try parseAsRoot()
      try command.run()
      Exit.end(0)
    } catch {
      Exit.with(error)
    }
  }
}
