import ArticleModel
import Glibc
public import PluginHost

/// The loop of `ibid worker`: a line asks for an article, a record a plugin answers, in the same order.
public final class Worker {
  private let plugins: [WorkerPlugin]
  private var files: PluginFileWriter?
  /// Whether a supervisor listens, which wants to know what it may keep.
  private let isSupervised: Bool
  /// Whether the article itself is an answer too, after those of the plugins.
  private let sendsArticles: Bool
  private let fields: DocumentFields
  /// Whether files travel in the records.
  private let sendsFiles: Bool
  private let output: OutputStream
  /// What was asked and answered so far.
  private(set) var tally = WorkerTally()
  /// What the time goes into, where somebody wants to know.
  private var costs: WorkerCosts?

  /// Loads the plugins of a configuration.
  ///
  /// - Parameters:
  ///   - stage: how the paths of files begin until the supervisor places them; without it they go below the
  ///     output folder at once.
  ///   - sendsArticles: whether an `ArticleRecord` follows the records of an article.
  ///   - output: takes the answers.
  ///   - prompt: answers plugins that call `ibid.prompt()`.
  ///   - isSupervised: whether answers that tell of this moment, such as a full disk, are announced by a
  ///     `passingNotice`, and a plugin that uses up a limit while it is loaded costs its own records only.
  public init(
    _ configuration: RunConfiguration, stage: String? = nil, isSupervised: Bool = false,
    sendsArticles: Bool = false, prompt: (any PluginPrompt)? = nil, output: OutputStream
  ) throws {
    let limits = try configuration.parsedLimits()
    // What plugins print goes to standard error, a line in one piece.
    let log = Log(configuration.logForm)
    plugins = try configuration.resolve().map { plugin in
      let name = RunConfiguration.shortName(plugin.path)
      func session() throws(PluginError) -> PluginSession {
        try PluginSession(
          path: plugin.path, settings: plugin.settings, limits: limits,
          isProfiled: configuration.isProfiled,
          canWrite: stage != nil || configuration.outputFolder != nil || configuration.sendsFiles,
          prompt: prompt,
          print: { log.say(.print, $0, plugin: name) })
      }
      return isSupervised
        ? try WorkerPlugin.load(plugin.path, session) : .loaded(try session())
    }
    if let stage {
      files = PluginFileWriter(.stage(start: stage))
    } else if let folder = configuration.outputFolder {
      guard AtomicFile.makeFolder(folder) else {
        throw RunError.outputFolder(path: folder, reason: SystemError.message())
      }
      files = PluginFileWriter(.folder(folder))
    }
    fields = configuration.fields
    sendsFiles = configuration.sendsFiles
    self.isSupervised = isSupervised
    self.sendsArticles = sendsArticles
    self.output = output
    if configuration.isProfiled {
      costs = WorkerCosts(plugins: plugins.map(\.name))
    }
  }

  /// The line in front of a record that another run on the same article may not get.
  static let passingNotice = Array(#"{"passing":true}"#.utf8)

  /// What a supervisor needs to know of them.
  var descriptions: [Hello.Plugin] { plugins.map(\.description) }

  /// Where the time went so far; `nil` unless the run is profiled.
  var profile: RunProfile? {
    costs?.profile(
      plugins.map { plugin in
        guard let session = plugin.session else { return nil }
        var names = FunctionNames(pluginPath: session.manifest.path)
        var profile = session.profile
        profile?.rename { names.name($0) }
        return profile
      })
  }

  /// Answers the requests on a descriptor until its end, each line whatever it holds.
  ///
  /// - Throws: where the descriptor cannot be read to its end, or answers cannot be written.
  public func serve(
    _ descriptor: Int32, lineByteLimit: Int = FileContents.maximumByteCount
  ) throws(RunError) {
    var lines = LineReader(descriptor: descriptor, byteLimit: lineByteLimit)
    while true {
      let line: [UInt8]
      do throws(InputProblem) {
        guard let next = try lines.next() else { return }
        line = next
      } catch {
        if lines.hasFailed { throw .requests(error.description) }
        tally.lineCount += 1
        try write(error, input: "line \(lines.number)", plugins: nil)
        continue
      }
      tally.lineCount += 1
      try answer(line, fallbackName: "line \(lines.number)")
    }
  }

  /// Says that all is answered, as the driver wants it.
  ///
  /// - Throws: where other lines came than are expected.
  func close(_ closing: WorkerClosing) throws(RunError) {
    if closing.hasLine { try write(tally.closingLine) }
    guard let expected = closing.expectedLineCount, expected != tally.lineCount else { return }
    throw .lineCount(tally.lineCount, expected: expected)
  }

  private func answer(_ line: [UInt8], fallbackName: String) throws(RunError) {
    let request: WorkerRequest
    do throws(InputProblem) {
      if line.allSatisfy({ $0 <= 0x20 }) { throw InputProblem("the line is empty") }
      request = try WorkerRequest(line, fields)
      if case .article(_, let plugins?) = request { try check(plugins) }
    } catch {
      let name = DocumentLine.name(ofLine: line, fields) ?? fallbackName
      return try write(error, input: name, plugins: nil)
    }
    switch request {
    case .article(let document, let plugins):
      try answer(document, name: document.name ?? fallbackName, plugins: plugins)
    case .merge(let plugin, let values):
      try answer(plugin) { session in Worker.merge(values, of: line, in: session) }
    case .finish(let plugin, let values):
      try answer(plugin) { session in Worker.finish(values, of: line, in: session) }
    }
  }

  /// The names of those that answer for an article.
  private var respondents: [String] {
    plugins.map(\.name) + (sendsArticles ? [ArticleRecord.plugin] : [])
  }

  /// A request that none of the plugins would answer must not go without an answer.
  private func check(_ plugins: [String]) throws(InputProblem) {
    let names = respondents
    if plugins.contains(where: names.contains) { return }
    throw InputProblem("\"plugins\" names none of this worker's plugins")
  }

  private func answer(
    _ document: DocumentLine, name: String, plugins: [String]?
  ) throws(RunError) {
    costs?.begin()
    let article: Article
    do throws(InputProblem) { article = try ArticleLoader.load(document, name: name) } catch {
      var name = name
      if case .file(let path, _) = document.body { name = document.name ?? path }
      return try write(error, input: name, plugins: plugins)
    }
    costs?.noteReading()
    for (index, plugin) in self.plugins.enumerated()
    where plugins?.contains(plugin.name) ?? true {
      var record = plugin.run(on: article)
      costs?.noteRun(index)
      if let files = plugin.session?.files, !files.isEmpty { try place(files, of: &record) }
      try write(record)
      costs?.noteResult(index)
    }
    if sendsArticles, plugins?.contains(ArticleRecord.plugin) ?? true {
      try write(ArticleRecord.make(article, input: article.path))
    }
  }

  private static func merge(
    _ values: [Range<Int>], of line: [UInt8], in session: PluginSession
  ) -> Outcome {
    guard !values.isEmpty else {
      return Outcome(status: .error, error: RecordError(message: "nothing to merge"))
    }
    return keepingNoFiles(session.merge(values, of: line), session)
  }

  /// A merged value is final as it is where the plugin has nothing to add.
  private static func finish(
    _ values: [Range<Int>], of line: [UInt8], in session: PluginSession
  ) -> Outcome {
    if session.manifest.hasFinish, !values.isEmpty {
      return keepingNoFiles(session.finish(values, of: line), session)
    }
    guard values.count == 1 else { return merge(values, of: line, in: session) }
    return Outcome(status: .ok, result: Array(line[values[0]]))
  }

  /// Files have a place beside their article's record; a total has none, and must not lose them in silence.
  private static func keepingNoFiles(_ outcome: Outcome, _ session: PluginSession) -> Outcome {
    guard outcome.status == .ok, let file = session.files.first else { return outcome }
    return Outcome(
      status: .error,
      error: RecordError(
        message:
          "cannot write '\(file.name)': only 'article' writes files; give its text in the total"))
  }

  private func answer(
    _ plugin: String, with work: (PluginSession) -> Outcome
  ) throws(RunError) {
    guard let index = plugins.firstIndex(where: { $0.name == plugin }) else {
      let error = RecordError(message: "this worker has no plugin '\(plugin)'")
      return try write(TotalLine(plugin: plugin, Outcome(status: .error, error: error)))
    }
    costs?.begin()
    let outcome = plugins[index].total(work)
    costs?.noteRun(index)
    try write(TotalLine(plugin: plugin, outcome))
    costs?.noteResult(index)
  }

  /// Writes the files of a record or puts them into it, or turns it into an error.
  private func place(_ written: [PluginFile], of record: inout Record) throws(RunError) {
    if sendsFiles {
      record.contents = written
      return
    }
    do throws(InputProblem) {
      guard files != nil else {
        throw InputProblem("the plugin writes files, and there is no folder for them; give -o DIR")
      }
      do throws(WriteProblem) { try files!.write(written) } catch {
        throw InputProblem(error.description)
      }
      record.files = written.map(\.name)
    } catch {
      record.status = .error
      record.result = nil
      record.files = []
      record.error = RecordError(message: error.description)
      if files != nil { try announcePassing() }
    }
  }

  private func announcePassing() throws(RunError) {
    if isSupervised { try output.write(Worker.passingNotice + [UInt8(ascii: "\n")]) }
  }

  /// Answers for an article that cannot be read.
  private func write(
    _ problem: InputProblem, input: String, plugins: [String]?
  ) throws(RunError) {
    for name in respondents where plugins?.contains(name) ?? true {
      try announcePassing()
      try write(
        Record(
          input: input, plugin: name, status: .error,
          error: RecordError(message: problem.description)))
    }
  }

  private func write(_ record: Record) throws(RunError) {
    tally.count(record.status)
    var line: [UInt8] = []
    line.reserveCapacity((record.result?.count ?? 0) + 512)
    var json = JSONWriter(appendingTo: line)
    record.write(to: &json)
    try write(json.finish())
  }

  private func write(_ total: TotalLine) throws(RunError) {
    tally.count(total.status)
    try write(total.bytes)
  }

  /// Writes an answer at once: the next article may end the process.
  private func write(_ line: consuming [UInt8]) throws(RunError) {
    line.append(UInt8(ascii: "\n"))
    try output.write(line)
    try output.flush()
  }
}
