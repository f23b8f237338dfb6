import ArticleModel
import BatchRunner
import PluginHost

/// What a session of the prompt works with: the Lua state, the open articles, the last error.
final class Workspace {
  /// How a block ended.
  enum Ending: String {
    case done
    case failed
    case quit
  }

  let session: ReplSession
  let output: PromptOutput
  /// Asked for at each value: the terminal may have been resized.
  let page: () -> Page

  /// The last error, for `:trace`.
  var lastError: RecordError?
  /// What `:run` ran last, for `:reload`; several plugins where a batch is replayed.
  var lastRuns: [PluginRun] = []
  /// Looks for changes of the plugins that ran last.
  var watch: PluginWatch?
  /// How many of `_1`, `_2`, … the last values are.
  var lastValueCount = 0
  /// What was typed and worked, for `:save`.
  var record: SessionRecord
  /// Files that `:save` wrote, which it may replace.
  var savedPaths: Set<String> = []
  /// What `:open` opened since they were last taken.
  private var openedPaths: [String] = []
  /// The articles that were opened last, by their place in `session.articles`.
  var opened = 0..<0
  /// What plugins that `:run` runs may use.
  var pluginLimits = Limits()
  /// The line of a script that the block begins on, so that errors can name it; 0 at the prompt.
  var scriptLine = 0

  init(output: PromptOutput, page: @escaping () -> Page) throws(PluginError) {
    self.output = output
    self.page = page
    session = try ReplSession(print: output.write)
    record = SessionRecord(initialGlobals: session.globalNames)
  }

  /// Carries out a block.
  func handle(_ text: String) -> Ending {
    switch PromptInput(text) {
    case .command(let name, let rest): return command(name, rest)
    case .help(let name, let withSource):
      say(help.lines(about: name, withSource: withSource))
      return .done
    case .lua(let text):
      return evaluate(text) {
        self.record.add(text, gaveValues: !$0.isEmpty)
        self.show($0)
      }
    }
  }

  var help: HelpText { HelpText(session: session, page: page(), record: record) }

  /// Remembers paths that a new evaluator would have to open.
  func note(opened paths: [String]) { openedPaths += paths }

  /// The paths that were opened since the last call.
  func takeOpenedPaths() -> [String] {
    defer { openedPaths = [] }
    return openedPaths
  }

  // MARK: Lua

  /// Evaluates Lua and hands over the values.
  ///
  /// - Parameter isWhole: whether the values are wanted in full.
  func evaluate(
    _ text: String, isWhole: Bool = false, then use: ([DisplayValue]) -> Void
  ) -> Ending {
    let text = LuaLocals.lifted(text)
    let outcome = session.evaluate(text, isWhole: isWhole || page().isWhole)
    switch outcome {
    case .values(let values):
      if !values.isEmpty { lastValueCount = min(values.count, 9) }
      use(values)
      report(session.findings)
      return .done
    case .incomplete:
      let place = scriptLine > 0 ? "line \(scriptLine): " : ""
      complain([place + page().alarm("error:") + " the text ends too early"])
      return .failed
    case .failed(let status, var error):
      error.message = UndefinedVariable(session: session).explained(error.message)
      lastError = error
      complain(ErrorText(status: status, error: error, page: page()).lines(text, from: scriptLine))
      return .failed
    }
  }

  /// Shows values one below the other.
  func show(_ values: [DisplayValue], on page: Page? = nil) {
    let page = page ?? self.page()
    let display = ValueDisplay(page: page)
    // Each by itself fits a screen; together they have to do so too.
    say(page.cut(values.flatMap(display.lines)))
  }

  func report(_ findings: [Finding]) {
    let page = page()
    say(page.cut(findings.map { FindingLine(finding: $0, page: page).text }, isValue: false))
  }

  /// The article that the global `article` is, or `nil`.
  var article: Article? {
    guard case .handle(let handle)? = session.value(ofPath: "article"), handle.type == "article"
    else {
      return nil
    }
    return handle.article
  }

  // MARK: Output

  func say(_ lines: [String]) {
    if !lines.isEmpty { output.write(lines.joined(separator: "\n")) }
  }

  func complain(_ lines: [String]) {
    if !lines.isEmpty { output.complain(lines.joined(separator: "\n")) }
  }

  /// Says what is wrong with a command.
  func fail(_ message: String, hint: String? = nil) -> Ending {
    let page = page()
    complain([page.alarm("error:") + " \(message)"] + (hint.map { ["hint: \($0)"] } ?? []))
    return .failed
  }
}
