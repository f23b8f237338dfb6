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
    do {
      return try interact(options, configuration)
    } catch let error as EvaluatorError {
      PromptOutput.standard(isInteractive: false).complain("ibid: error: \(error)")
      return 2
    }
  }

  // MARK: Without a terminal

  private static func script(_ options: PromptOptions) throws -> Int32 {
    let workspace = try Workspace(output: .standard(isInteractive: false)) { Page(isWhole: true) }
    var status: Int32 = 0
    if !options.paths.isEmpty {
      for problem in try workspace.load(options.paths, only: options.input) {
        workspace.complain(["error: \(problem)"])
        status = 1
      }
    }
    if let replay = options.replay, workspace.replay(replay) == .failed { status = 1 }
    if options.expressions.isEmpty {
      if options.replay != nil { return status }
      let text = String(decoding: try standardInput(), as: UTF8.self)
      return Script(text: text, workspace: workspace).run() ? status : 1
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

  /// What a script on standard input says.
  private static func standardInput() throws(InputProblem) -> [UInt8] {
    do throws(InputProblem) { return try FileContents.read(descriptor: STDIN_FILENO) } catch {
      throw InputProblem("standard input: \(error)")
    }
  }

  // MARK: On a terminal

  private static func interact(
    _ options: PromptOptions, _ configuration: EditorConfiguration
  ) throws -> Int32 {
    // Paths that lead nowhere are told before anything starts.
    if !options.paths.isEmpty { _ = try InputSequence(paths: options.paths.map(FilePath.expanded)) }
    let output = PromptOutput.standard(isInteractive: true)
    let evaluator = try Evaluator(looks: .wanted, output: output)
    let history = options.keepsHistory ? History(path: FilePath.history) : History()
    let editor = LineEditor(
      client: PromptClient(evaluator: evaluator), history: history, configuration: configuration)
    evaluator.announce = { [announcer = editor.announcer] in announcer.post($0) }
    let size = ScreenSize.now
    let page = Page(columns: size.columns, rows: size.rows, theme: Looks.wanted.theme)
    output.write(Greeting(page: page).lines.joined(separator: "\n"))
    if !options.paths.isEmpty { _ = try evaluator.run(.open(options.paths, only: options.input)) }
    if let replay = options.replay { _ = try evaluator.run(.replay(replay)) }
    return try loop(editor, evaluator)
  }

  private static func loop(_ editor: LineEditor, _ evaluator: Evaluator) throws -> Int32 {
    while true {
      switch try editor.readBlock(prompt: "> ") {
      case .line(let text): if try evaluator.run(.block(text)) == .quit { return 0 }
      case .interrupted: continue
      case .endOfInput: return 0
      }
    }
  }
}
