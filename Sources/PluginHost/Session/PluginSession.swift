public import ArticleModel
import CLuaBridge

/// One plugin in a Lua state of its own, ready to run on articles; to be used from one thread.
///
/// ```swift
/// let path = try PluginLocator.standard().find("counting")
/// let session = try PluginSession(path: path)
/// let record = session.run(on: article)
/// ```
public final class PluginSession {
  /// What the plugin says of itself.
  public let manifest: PluginManifest
  /// What it may use for one article.
  public let limits: Limits

  private let source: [UInt8]
  private let options: [UInt8]
  /// The files that the settings name, as they were when the plugin was loaded.
  public let optionFiles: [OptionFile]
  private let services: HostServices
  private(set) var state: LuaState
  /// The state was cut off in the middle of something: the next run starts with a new one.
  private var needsNewState = false
  private let running: InterruptTarget
  /// Where the time goes, where somebody wants to know. It outlives the states that it records.
  private let recorder: ProfileRecorder?

  /// Loads a plugin.
  ///
  /// - Parameters:
  ///   - path: the plugin's Lua file, as `PluginLocator.find` gives it.
  ///   - settings: values for the options that it declares, as text.
  ///   - folder: where relative paths in settings begin; empty for the working folder.
  ///   - limits: what it may use for one article.
  ///   - isProfiled: whether `profile` tells where the time and the memory went, which costs a few percent.
  ///   - canWrite: whether the run has a place for the files that the plugin writes; it may ask.
  ///   - prompt: answers its `ibid.prompt()`; without it that function does nothing.
  ///   - print: takes what the plugin prints, one call a line; without it the output is dropped.
  public init(
    path: String, settings: [(name: String, value: String)] = [], folder: String = "",
    limits: Limits = Limits(),
    isProfiled: Bool = false, canWrite: Bool = false, prompt: (any PluginPrompt)? = nil,
    print: ((String) -> Void)? = nil
  ) throws(PluginError) {
    let source: [UInt8]
    do {
      source = try PluginFolder.read(at: path)
    } catch {
      throw .unreadable(path: path, problem: error.problem)
    }
    let services = HostServices(
      folder: PluginFolder(path: PluginSession.folder(of: path)), limits: limits,
      canWrite: canWrite, prompt: prompt, print: print)
    let state = try PluginSession.load(path: path, source: source, services: services)
    let manifest = try PluginSession.readManifest(path: path, source: source, state: state)
    options = try manifest.options(settings)
    optionFiles = try manifest.files(settings, folder: folder)
    for file in optionFiles where state.keep(file) != IBID_OK {
      throw .badOption(
        plugin: manifest.name, name: file.option, value: file.path,
        problem: "larger than the plugin's memory", path: path)
    }
    services.manifest = manifest
    self.manifest = manifest
    self.limits = limits
    self.source = source
    self.services = services
    self.state = state
    running = InterruptTarget(state.pointer)
    let recorder = isProfiled ? ProfileRecorder() : nil
    self.recorder = recorder
    if isProfiled, recorder?.record(state.pointer) != true {
      throw .load(path: path, line: nil, problem: "not enough memory", source: nil)
    }
  }

  deinit { running.clear() }

  /// Where the calls of the plugin's functions spent their time so far; `nil` unless the session is profiled.
  public var profile: PluginProfile? { recorder?.read() }

  /// The files that the last run asked to have written; empty where its record is not `ok`.
  public private(set) var files: [PluginFile] = []

  /// Calls the plugin's `article(article, options)`. Never fails: what happened is in the record.
  public func run(on article: Article) -> Record {
    var record = Record(input: article.path, plugin: manifest.name, status: .ok)
    files = []
    services.reset()
    guard renewStateIfNeeded() else {
      record.status = .memory
      record.error = RecordError(message: "the plugin cannot be loaded again after it was stopped")
      return record
    }
    state.begin()
    let handle = services.openArticle(article)
    guard handle != 0 else {
      record.status = .memory
      record.error = RecordError(message: "not enough memory")
      return record
    }
    let (status, json) = state.call("article", [.article(handle), .options(options)])
    record.findings = services.findings
    if status == IBID_OK {
      record.result = json.isEmpty ? nil : json
      files = services.files
      record.files = files.map(\.name)
    } else {
      (record.status, record.error) = fail(in: ibid_api_place(state.pointer, handle))
    }
    services.closeArticles()
    return record
  }

  /// Merges values in JSON from the left, by `merge(a, b)`; each call has the limits to itself.
  ///
  /// - Parameters:
  ///   - values: where the values stand in `text`, at least one.
  ///   - text: holds the values.
  public func merge(_ values: [Range<Int>], of text: [UInt8]) -> Outcome {
    call { state in state.fold("merge", values, of: text) }
  }

  /// Merges values in JSON as `merge` does and calls the plugin's `finish(total, options)` on what they give. The total
  /// stays in Lua in between.
  public func finish(_ values: [Range<Int>], of text: [UInt8]) -> Outcome {
    call { state in state.fold("merge", values, of: text, then: ("finish", options)) }
  }

  /// Stops what the session is running; it ends as `skipped`. Safe in a signal handler and on any
  /// thread.
  public func interrupt() { running.interrupt() }

  private func call(_ work: (LuaState) -> (status: ibid_status, json: [UInt8])) -> Outcome {
    files = []
    services.reset()
    guard renewStateIfNeeded() else {
      return Outcome(status: .memory, error: RecordError(message: "not enough memory"))
    }
    state.begin()
    let (status, json) = work(state)
    guard status == IBID_OK else {
      let (status, error) = fail()
      return Outcome(status: status, error: error)
    }
    files = services.files
    return Outcome(status: .ok, result: json.isEmpty ? nil : json)
  }

  private func fail(in place: ibid_place = ibid_place()) -> (RecordStatus, RecordError) {
    let failure = state.failure()
    needsNewState = failure.leavesStateDoubtful
    let sources = PluginSources(folder: services.folder, main: manifest.path, source: source)
    var error = RecordError(failure, sources: sources)
    if place.line > 0 {
      error.articleLine = Int(place.line)
      error.articleColumn = Int(place.column)
    }
    return (failure.recordStatus, error)
  }

  private func renewStateIfNeeded() -> Bool {
    guard needsNewState else { return true }
    services.manifest = nil
    defer { services.manifest = manifest }
    running.clear()
    guard let renewed = LuaState(services: services, isDeterministic: true),
      renewed.load(source, name: PluginSession.chunkName(of: manifest.path)) == IBID_OK,
      optionFiles.allSatisfy({ renewed.keep($0) == IBID_OK })
    else {
      services.state = state.pointer
      return false
    }
    state = renewed
    services.state = renewed.pointer
    // Without memory for it the profile ends here; the plugin's work goes on.
    _ = recorder?.record(renewed.pointer)
    running.set(renewed.pointer)
    needsNewState = false
    return true
  }
}
