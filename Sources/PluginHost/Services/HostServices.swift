import ArticleModel
import CLuaBridge
import TextAnalysis

/// What a plugin's calls into the host work on: its findings, files and texts; one for each Lua
/// state.
///
/// Its address is the context of all host functions, so it must outlive the state.
final class HostServices {
  /// The most findings that one article may have.
  static let maximumFindings = 10_000

  let folder: PluginFolder
  /// What a file is that only describes something, `batch file`; `nil` for a plugin.
  let noun: String?
  let limits: Limits
  let print: ((String) -> Void)?
  /// Whether the run has an output folder for files.
  let canWrite: Bool
  /// Who answers `ibid.prompt()`; nobody by default.
  let prompt: (any PluginPrompt)?
  let memory = ViewMemory()
  /// Counts texts; it knows the words of those before.
  let census = TextCensus()
  /// The matchers and vectors that the plugin has made.
  var objects = HostObjects()
  /// Knows the words of the texts that were made vectors last.
  var lexicon: TermLexicon?
  var state: OpaquePointer?
  /// The manifest, once the plugin has returned it; before, the plugin may neither read nor write
  /// files.
  var manifest: PluginManifest?

  private(set) var findings: [Finding] = []
  private(set) var files: [PluginFile] = []
  /// Articles that are open in the state, by their handles.
  private(set) var open: [(handle: Int64, view: ArticleView)] = []
  private var reportedBytes = 0
  private var writtenBytes = 0
  private var readBytes = 0

  init(
    folder: PluginFolder, noun: String? = nil, limits: Limits, canWrite: Bool = false,
    prompt: (any PluginPrompt)? = nil, print: ((String) -> Void)?
  ) {
    self.prompt = prompt
    self.folder = folder
    self.noun = noun
    self.canWrite = canWrite
    self.limits = limits
    self.print = print
  }

  /// Forgets what the last article left.
  func reset() {
    closeArticles()
    forgetFindings()
  }

  // MARK: Articles

  /// Opens an article in the state; 0 where memory does not suffice.
  func openArticle(_ article: Article) -> Int64 {
    let view = ArticleView(article)
    let handle = ibid_api_open(state, view.pointer)
    if handle != 0 { open.append((handle, view)) }
    return handle
  }

  /// Closes all articles: their handles raise from now on.
  func closeArticles() {
    for article in open { ibid_api_close(state, article.handle) }
    open = []
  }

  /// Counts text that a plugin has read as articles; false where it is too much.
  func countRead(_ count: Int) -> Bool {
    readBytes += count
    return readBytes <= limits.memory / 8
  }

  // MARK: What the plugin leaves

  /// Forgets findings and files, and leaves articles open.
  func forgetFindings() {
    findings = []
    files = []
    reportedBytes = 0
    writtenBytes = 0
    readBytes = 0
  }

  /// Puts findings back that an evaluation for completion would have lost.
  func restoreFindings(_ saved: [Finding]) { findings = saved }

  /// Keeps a finding; returns what is wrong where there are too many.
  func add(_ finding: Finding) -> String? {
    reportedBytes += finding.message.utf8.count + finding.code.utf8.count + 64
    if findings.count == HostServices.maximumFindings {
      return "more than \(HostServices.maximumFindings) findings for one article"
    }
    if reportedBytes > limits.result {
      return "findings of more than \(limits.result) bytes for one article"
    }
    findings.append(finding)
    return nil
  }

  /// Keeps a file; the last of one name counts. Returns what is wrong where that is not allowed.
  func add(_ file: PluginFile) -> String? {
    if let manifest, !manifest.writes { return "the manifest does not say 'writes = true'" }
    if let noun { return "a \(noun) writes no files" }
    if manifest == nil { return "files can be written by 'article' and 'finish' only" }
    if let problem = PluginFile.problem(withName: file.name) { return problem }
    writtenBytes += file.bytes.count
    if writtenBytes > limits.result {
      return "files of more than \(limits.result) bytes for one article"
    }
    files.removeAll { $0.name == file.name }
    files.append(file)
    return nil
  }
}
