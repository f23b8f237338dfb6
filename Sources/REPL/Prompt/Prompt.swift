import BatchRunner
import Glibc
import LineEditor
import PluginHost

/// The prompt: reads lines of Lua and commands, and shows what they give.
public enum Prompt {
  /// Runs the prompt on standard input and output until it is left.
  ///
  /// On a terminal it edits lines; else it runs its input as a script, and shows values in full, without
  /// prompt and colours.
  ///
  /// - Returns: the exit status: 0, or 1 where a script or expression raised or an article could not be read.
  /// - Throws: `RunError.noInput` where none of the paths exists, `PluginError` without memory for Lua.
  public static func run(_ options: PromptOptions) throws -> Int32 {
    let configuration = EditorConfiguration(environment: FilePath.variable)
    let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    guard options.expressions.isEmpty, isTerminal else { return try script(options) }
    return try interact(options, configuration)
  }

  // MARK: Without a terminal

  private static func script(_ options: PromptOptions) throws -> Int32 {
    let workspace = try Workspace(output: .standard(isInteractive: false)) { Page(isWhole: true) }
    var status: Int32 = 0
    if !options.paths.isEmpty {
      for problem in try workspace.load(options.paths) {
        workspace.complain(["error: \(problem)"])
        status = 1
      }
    }
    if options.expressions.isEmpty {
      let isDone = Script(text: standardInput(), workspace: workspace).run()
      return isDone ? status : 1
    }
    for expression in options.expressions {
      switch workspace.handle(expression) {
      case .done: continue
      case .failed: return 1
      case .quit: return status
      }
    }
    return status
  }

  private static func standardInput() -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count > 0 { bytes += buffer[..<count] } else if count == 0 || errno != EINTR { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: On a terminal

  private static func interact(
    _ options: PromptOptions, _ configuration: EditorConfiguration
  ) throws -> Int32 {
    Interrupt.install()
    let theme = isPlain(configuration) ? Theme([:]) : configuration.theme
    let workspace = try Workspace(output: .standard(isInteractive: true)) {
      let now = ScreenSize.now
      return Page(columns: now.columns, rows: now.rows, theme: theme)
    }
    let history = options.keepsHistory ? History(path: FilePath.history) : History()
    let editor = LineEditor(
      client: PromptClient(session: workspace.session), history: history,
      configuration: configuration)
    var greeting = Greeting(page: workspace.page()).lines
    if !options.paths.isEmpty {
      let problems = try workspace.load(options.paths)
      greeting += workspace.page().cut(workspace.articleLines(workspace.opened))
      greeting += problems.map { workspace.page().alarm("error:") + " \($0)" }
    }
    workspace.say(greeting)
    return try loop(editor, workspace)
  }

  private static func loop(_ editor: LineEditor, _ workspace: Workspace) throws -> Int32 {
    while true {
      switch try editor.readBlock(prompt: "> ") {
      case .line(let text):
        Interrupt.reset()
        if workspace.handle(text) == .quit { return 0 }
      case .interrupted: continue
      case .endOfInput: return 0
      }
    }
  }

  /// Whether the terminal has no colours to offer.
  private static func isPlain(_ configuration: EditorConfiguration) -> Bool {
    configuration.terminalType.map { $0.isEmpty || $0 == "dumb" } ?? true
  }
}
