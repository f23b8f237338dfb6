import ArgumentParser
import PluginHost

/// `ibid reference`: the declaration of the API, as `make docs` writes it to files.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Print the API's reference, its types for editors, or the manual page.",
    shouldDisplay: false)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case markdown, luacats, man
  }

  @Option(
    help:
      "markdown: the reference page; luacats: annotations for the Lua language server; man: ibid(1)."
  )
  var format: Form = .markdown

  func run() {
    switch format {
    case .markdown: print(API.referenceMarkdown(), terminator: "")
    case .luacats: print(API.luaCATS(), terminator: "")
    case .man: print(ManualPage()?.text ?? "", terminator: "")
    }
  }
}
