import Glibc
import LineEditor
public import PluginHost

/// A prompt on the terminal of the process for plugins that call `ibid.prompt()`.
///
/// Standard input and output of a worker are its pipes, so it opens the terminal by its name.
public final class TerminalPrompt: PluginPrompt {
  private let terminal: Int32
  private let editor: LineEditor
  private let client: PluginPromptClient
  private let page: () -> Page
  private var place = ""

  /// Opens the terminal; `nil` where the process has none.
  public init?() {
    terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    let client = PluginPromptClient()
    self.client = client
    let descriptor = terminal
    page = {
      let size = ScreenSize.of(descriptor)
      var page = Page(columns: size.columns, rows: size.rows, theme: Looks.wanted.theme)
      page.hasRaw = false
      return page
    }
    editor = LineEditor(
      input: terminal, output: terminal, client: client, history: History(path: FilePath.history),
      configuration: EditorConfiguration(environment: FilePath.variable))
  }

  deinit { close(terminal) }

  public func readLine(at place: String, variables: [PluginVariable]) -> String? {
    if place != self.place { greet(place, variables) }
    self.place = place
    client.names.variables = variables
    while true {
      switch try? editor.readBlock(prompt: "plugin> ") {
      case .line(let text):
        switch PromptInput(text) {
        case .lua(let lua): return LuaLocals.lifted(lua)
        case .help(let name, let withSource):
          say(
            HelpText(session: client.names, page: page()).lines(about: name, withSource: withSource)
          )
        case .command(let name, _):
          if PromptCommand(rawValue: name) == .quit { return leave() }
          say([
            "there is no ':\(name)' in the middle of a plugin; ':quit' or Ctrl-D goes on with it"
          ])
        }
      case .interrupted: continue
      case .endOfInput, nil: return leave()
      }
    }
  }

  public func show(_ values: [DisplayValue]) {
    let page = page()
    let display = ValueDisplay(page: page)
    say(page.cut(values.flatMap(display.lines)))
  }

  public func show(error: String) {
    // The place is the line that was just typed.
    let place = "prompt:1: "
    let message = error.hasPrefix(place) ? String(error.dropFirst(place.count)) : error
    say([page().alarm("error:") + " \(message)"])
  }

  private func greet(_ place: String, _ variables: [PluginVariable]) {
    let names = variables.map(\.name).joined(separator: ", ")
    let page = page()
    say(
      [page.strong("prompt at \(place)") + page.dim("; Ctrl-D goes on with the plugin")]
        + (names.isEmpty ? [] : page.wrapped("variables: \(names)")))
  }

  /// The next call, in a loop at the same place, greets again.
  private func leave() -> String? {
    place = ""
    return nil
  }

  private func say(_ lines: [String]) {
    if lines.isEmpty { return }
    FilePath.write(all: Array((lines.joined(separator: "\n") + "\n").utf8)[...], to: terminal)
  }
}
