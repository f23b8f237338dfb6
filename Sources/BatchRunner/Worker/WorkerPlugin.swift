import ArticleModel
import PluginHost

/// A plugin as a worker has it.
enum WorkerPlugin {
  /// Ready to run.
  case loaded(PluginSession)
  /// It used up a limit while it was loaded: that is its answer to every article.
  case stopped(name: String, outcome: Outcome)

  /// Loads a plugin; one that does not come to its end costs its own records, not those of the others.
  ///
  /// - Parameters:
  ///   - path: the plugin's file.
  ///   - session: loads it.
  static func load(
    _ path: String, _ session: () throws(PluginError) -> PluginSession
  ) throws(PluginError) -> WorkerPlugin {
    do throws(PluginError) {
      return .loaded(try session())
    } catch .overLimit(_, _, _, _, let outcome) {
      return .stopped(name: RunConfiguration.shortName(path), outcome: outcome)
    }
  }

  /// The name in its records.
  var name: String {
    switch self {
    case .loaded(let session): session.manifest.name
    case .stopped(let name, _): name
    }
  }

  /// The state that it runs in.
  var session: PluginSession? {
    if case .loaded(let session) = self { session } else { nil }
  }

  /// What a supervisor needs to know of it.
  var description: Hello.Plugin {
    switch self {
    case .loaded(let session): Hello.Plugin(session.manifest, files: session.optionFiles)
    case .stopped(let name, _):
      Hello.Plugin(name: name, merges: false, finishes: false, writes: false)
    }
  }

  /// Runs it on an article.
  func run(on article: Article) -> Record {
    switch self {
    case .loaded(let session): session.run(on: article)
    case .stopped(let name, let outcome):
      Record(input: article.path, plugin: name, status: outcome.status, error: outcome.error)
    }
  }

  /// Merges values or finishes a total, with `work`.
  func total(_ work: (PluginSession) -> Outcome) -> Outcome {
    switch self {
    case .loaded(let session): work(session)
    case .stopped(_, let outcome): outcome
    }
  }
}
