import CProcess
import Glibc
import PluginHost

/// The loop of the evaluator, the process that holds the Lua state and the articles of a prompt.
///
/// It reads requests on standard input and answers them in order on standard output; it never
/// touches the terminal. Between requests it looks at the files that `:watch` watches.
public final class EvaluatorServer {
  private let workspace: Workspace
  private let voice: Voice
  private var lines = LineSplitter()

  /// What is said goes to the request in hand.
  private final class Voice {
    var request = 0
    var page = Page()

    func say(_ content: EvaluatorAnswer.Content) {
      FilePath.write(all: EvaluatorAnswer(request, content).line[...], to: STDOUT_FILENO)
    }
  }

  /// Makes an evaluator without articles.
  public init() throws(PluginError) {
    let voice = Voice()
    self.voice = voice
    let output = PromptOutput(
      write: { voice.say(.show($0)) }, complain: { voice.say(.show($0)) })
    workspace = try Workspace(output: output) { voice.page }
  }

  /// What the hidden `ibid repl --evaluator` does: serves the prompt that started it until it ends.
  ///
  /// - Parameter prompt: the process of the prompt.
  public static func main(prompt: Int32) throws {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    ibid_name_process("ibid evaluator")
    guard ibid_die_with_parent() == 0, getppid() == prompt else { return }
    try EvaluatorServer().serve()
  }

  private func serve() {
    Interrupt.install()
    while true {
      if let line = lines.take() {
        if let request = EvaluatorRequest(line) { answer(request) }
      } else if !wait() {
        return
      }
    }
  }

  /// Waits for requests, and meanwhile for changes; false when the prompt is gone.
  private func wait() -> Bool {
    var polled = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: workspace.watch?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    let isSettling = workspace.watch?.hasChanged == true
    let count = poll(&polled, 2, isSettling ? PluginWatch.settlingMilliseconds : -1)
    if count == 0, isSettling { rerun() }
    if polled[1].revents != 0 { workspace.watch?.look() }
    return polled[0].revents == 0 || lines.read(STDIN_FILENO)
  }

  /// Runs the watched plugins again, unasked.
  private func rerun() {
    voice.request = 0
    voice.page.theme = Looks.plain.theme
    workspace.rerunWatched()
  }

  private func answer(_ request: EvaluatorRequest) {
    voice.request = request.id
    voice.page = Page(
      columns: request.screen.columns, rows: request.screen.rows, theme: request.looks.theme)
    Interrupt.begin(request.id)
    defer { Interrupt.end() }
    switch request.work {
    case .open(let paths, let name): end(workspace.open(paths, only: name))
    case .block(let text): end(workspace.handle(text))
    case .replay(let replay): end(workspace.replay(replay))
    case .complete(let text):
      let completer = Completer(session: workspace.session)
      voice.say(.candidates(completer.candidates(text, cursor: text.utf8.count)))
    case .hint(let text):
      voice.say(.hint(CallHint(session: workspace.session).text(Array(text.utf8))))
    }
  }

  private func end(_ ending: Workspace.Ending) {
    voice.say(.end(ending, opened: workspace.takeOpenedPaths()))
  }
}
