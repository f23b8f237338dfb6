import ArgumentParser
import PluginHost

/// A mistake on the command line, in the words of this program.
struct UsageMistake {
  var message: String
  var hint: String

  /// Rewords what the argument parser found.
  init(_ error: any Error) {
    let words = CommandLine.arguments.dropFirst()
    let names = Ibid.configuration.subcommands.map { $0._commandName }
    let command = words.first { !$0.hasPrefix("-") }
    if let command, !names.contains(command) {
      message = "there is no command '\(command)'"
      if let name = suggestion(for: command, among: names) {
        hint = "did you mean '\(name)'?"
      } else if command.contains("/") || command.contains(".") {
        hint = "to look at an article: ibid parse \(command)"
      } else {
        hint = "ibid --help lists the commands"
      }
      return
    }
    // The parser capitalises its sentences and ends them with a full stop; messages here do neither.
    // Of several readings of a mistake, one a line, the first is the likely one.
    let said = Ibid.message(for: error).split(separator: "\n").first ?? ""
    let text = said.hasSuffix(".") ? said.dropLast() : said
    message = text.prefix(1).lowercased() + text.dropFirst()
    hint = "ibid \(command.map { "\($0) " } ?? "")--help shows the options"
  }
}
