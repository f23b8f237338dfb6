public import ArticleModel
import CLuaBridge

/// A Lua state for a prompt: globals persist, articles stay open; to be used from one thread.
///
/// The globals `article` (the one opened last) and `articles` (all of them) are the open articles;
/// `_` is the last value, `_1`, `_2`, … the last values.
public final class ReplSession {
  /// How the evaluation of a text ended.
  public enum Outcome: Sendable {
    /// The values of an expression; none for a statement.
    case values([DisplayValue])
    /// The text is the beginning of a chunk: more lines are needed.
    case incomplete
    /// It raised, or was stopped; the status tells which.
    case failed(RecordStatus, RecordError)
  }

  /// The open articles in the order of opening.
  public private(set) var articles: [Article] = []

  private let services: HostServices
  private let state: LuaState
  private let running: InterruptTarget

  /// The limits of a prompt, where a person can stop what takes too long: an hour, 1 GB.
  public static let defaultLimits: Limits = {
    var limits = Limits()
    limits.cpu = .seconds(3600)
    limits.memory = 1 << 30
    limits.print = 64 << 20
    return limits
  }()

  /// Makes a state; throws where memory does not suffice.
  ///
  /// - Parameters:
  ///   - folder: where `require` finds modules.
  ///   - limits: what one evaluation may use.
  ///   - print: takes what is printed, one call a line.
  public init(
    folder: String = ".", limits: Limits = ReplSession.defaultLimits,
    print: ((String) -> Void)? = nil
  ) throws(PluginError) {
    services = HostServices(folder: PluginFolder(path: folder), limits: limits, print: print)
    guard let state = LuaState(services: services, isDeterministic: false) else {
      throw .load(path: "prompt", line: nil, problem: LuaState.problem, source: nil)
    }
    self.state = state
    running = InterruptTarget(state.pointer)
    _ = evaluate("articles = ibid.list{}", quiet: true)
    _ = evaluate("article = nil", quiet: true)
  }

  deinit { running.clear() }

  /// Opens an article and makes it the global `article`; false where memory does not suffice.
  @discardableResult
  public func open(_ article: Article) -> Bool {
    let handle = services.openArticle(article)
    guard handle != 0 else { return false }
    var value = ibid_value()
    value.kind = IBID_HANDLE
    value.integer = handle
    state.begin()
    guard ibid_lua_set_global(state.pointer, "article", &value) == IBID_OK else { return false }
    _ = evaluate("articles[#articles + 1] = article", quiet: true)
    articles.append(article)
    return true
  }

  /// Runs an expression or a statement.
  ///
  /// - Parameter isWhole: whether long values are described in full and not as far as a page shows them.
  public func evaluate(_ text: String, isWhole: Bool = false) -> Outcome {
    evaluate(text, quiet: false, isWhole: isWhole)
  }

  /// The findings that the last evaluation reported.
  public var findings: [Finding] { services.findings }

  /// Stops the running evaluation; it ends as `skipped`. Safe in a signal handler and on any
  /// thread.
  public func interrupt() { running.interrupt() }

  private func evaluate(_ text: String, quiet: Bool, isWhole: Bool = false) -> Outcome {
    state.begin()
    services.forgetFindings()
    var described = ibid_span()
    var incomplete = false
    let status = Array(text.utf8).withCharacters { bytes, count in
      ibid_api_evaluate(
        state.pointer, "prompt", bytes, count, quiet, isWhole, &described, &incomplete)
    }
    if incomplete { return .incomplete }
    guard status == IBID_OK else { return failure(text) }
    var reader = DescriptionReader(described.array) { [services] handle in
      services.open.first { $0.handle == handle }?.view.article
    }
    return .values(reader.readAll())
  }

  private func failure(_ text: String) -> Outcome {
    let failure = state.failure()
    let sources = PluginSources(
      folder: services.folder, main: "prompt", source: Array(text.utf8))
    let error = RecordError(failure, sources: sources)
    return .failed(failure.recordStatus, error)
  }

  // MARK: Completion

  /// What stands behind a name, a path of names such as `article.paragraphs[1]`, for completion.
  ///
  /// Evaluates nothing but names and indices, so it has no effect; `nil` for any other text or a
  /// value of nil. The empty text stands for the globals.
  public func value(ofPath path: String) -> DisplayValue? {
    guard path.isEmpty || ObjectPath.isPath(path) else { return nil }
    let saved = services.findings
    defer { services.restoreFindings(saved) }
    guard case .values(let values) = evaluate("return " + (path.isEmpty ? "_G" : path), quiet: true)
    else {
      return nil
    }
    if case .nil? = values.first { return nil }
    return values.first
  }

  /// The names of all globals, sorted.
  public var globalNames: [String] {
    let saved = services.findings
    defer { services.restoreFindings(saved) }
    // As one text: a table would be described in part only.
    let text = """
      local names = {}
      for name in pairs(_G) do
        if type(name) == "string" and name:find "^[%a_][%w_]*$" then names[#names + 1] = name end
      end
      table.sort(names)
      return table.concat(names, " ")
      """
    guard case .values(let values) = evaluate(text, quiet: true),
      case .string(let joined)? = values.first
    else { return [] }
    return joined.text.split(separator: " ").map(String.init)
  }

  /// The members of what stands behind a path: those of its type for a part of an article, the keys
  /// of a table, the functions of `string` for a string.
  public func members(ofPath path: String) -> [Completion] {
    guard let value = value(ofPath: path) else { return [] }
    guard case .string = value else { return Completion.members(of: value, path: path) }
    return path == "string" ? [] : members(ofPath: "string").filter { $0.isFunction }
  }
}
