import ArgumentParser
import ArticleModel
import BatchRunner

/// The manual page, from the same declarations as `--help`, in the language `man` of roff.
struct ManualPage {
  private(set) var text = ""

  /// Renders the page; the parser tells of its commands in JSON.
  init?() {
    let help = Array(Ibid._dumpHelp().utf8)
    guard let command = (try? JSONParser.parse(help))?["command"] else { return nil }
    line(".TH IBID 1 \"\" \"ibid \(Release.version)\" \"User Commands\"")
    line(".SH NAME")
    line("ibid \\- " + ManualPage.escaped(lowered(command["abstract"]?.string ?? "")))
    line(".SH SYNOPSIS")
    line(".B ibid\n.I command\n[\\fIoptions\\fR]")
    line(".SH DESCRIPTION")
    paragraphs(command["discussion"]?.string ?? "")
    line(".SH COMMANDS")
    for command in command["subcommands"]?.array ?? []
    where command["shouldDisplay"] != .bool(false) {
      describe(command)
    }
    line(".SH FILES")
    for (path, what) in ManualPage.files { line(".TP\n.I \(ManualPage.escaped(path))\n\(what)") }
    line(".SH ENVIRONMENT")
    for (name, what) in ManualPage.variables { line(".TP\n.B \(name)\n\(what)") }
    line(".SH EXIT STATUS")
    for (status, what) in ManualPage.statuses { line(".TP\n.B \(status)\n\(what)") }
  }

  private static let files = [
    (
      "./plugins, $XDG_DATA_HOME/ibid/plugins",
      "Where plugins are looked for, before the installed ones."
    ),
    (
      "plugins/ibid.lock",
      "Where the plugins that were added come from, and the hashes of their files."
    ),
  ]
  private static let variables = [
    ("NO_COLOR", "Where it is set and not empty, nothing is coloured."),
    ("XDG_DATA_HOME", "The folder that holds ibid/plugins; by default ~/.local/share."),
    ("TMPDIR", "Where files wait that plugins write; by default /tmp."),
  ]
  private static let statuses = [
    ("0", "All went well."),
    (
      "1",
      "Some record is not ok, a finding has the level error, a test failed, or an article or plugin has warnings."
    ),
    ("2", "Nothing could run: a wrong option, no such plugin, no input."),
  ]

  private mutating func describe(_ command: JSONValue) {
    let name = command["commandName"]?.string ?? ""
    if name == "help" { return }
    let arguments = (command["arguments"]?.array ?? []).filter { argument in
      argument["shouldDisplay"] != .bool(false) && argument["valueName"]?.string != "help"
        && argument["valueName"]?.string != "version"
    }
    line(".SS \"ibid \(name)\(synopsis(arguments))\"")
    paragraphs(command["abstract"]?.string ?? "")
    paragraphs(command["discussion"]?.string ?? "")
    for argument in arguments {
      line(".TP\n\(title(argument))")
      line(ManualPage.escaped(argument["abstract"]?.string ?? ""))
    }
  }

  private func synopsis(_ arguments: [JSONValue]) -> String {
    arguments.filter { $0["kind"]?.string == "positional" }.map { argument in
      let name = (argument["valueName"]?.string ?? "").uppercased()
      let repeated = argument["isRepeating"] == .bool(true) ? "..." : ""
      return argument["isOptional"] == .bool(true) ? " [\(name)\(repeated)]" : " \(name)\(repeated)"
    }.joined()
  }

  private func title(_ argument: JSONValue) -> String {
    let value = ManualPage.escaped(argument["valueName"]?.string ?? "")
    if argument["kind"]?.string == "positional" { return "\\fI\(value.uppercased())\\fR" }
    let names = (argument["names"]?.array ?? []).compactMap { name -> String? in
      guard let text = name["name"]?.string else { return nil }
      return "\\fB" + ManualPage.escaped((name["kind"]?.string == "long" ? "--" : "-") + text)
        + "\\fR"
    }
    let joined = names.joined(separator: ", ")
    return argument["kind"]?.string == "option" ? "\(joined) \\fI\(value)\\fR" : joined
  }

  private mutating func paragraphs(_ text: String) {
    var isBlank = true
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if part.isEmpty {
        isBlank = true
        continue
      }
      let isIndented = part.hasPrefix("  ")
      if isBlank || isIndented { line(isIndented ? ".br" : ".PP") }
      line(ManualPage.escaped(String(part)))
      isBlank = false
    }
  }

  private mutating func line(_ text: String) { self.text += text + "\n" }

  private func lowered(_ sentence: String) -> String {
    let text = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// Backslashes and dashes mean something to roff, as do full stops and quotes at the start of a line.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "…": escaped += "..."
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
