/// What keeps a command from running, or makes it stop.
public enum RunError: Error, Hashable, Sendable {
  /// None of the paths exists.
  case noInput([String])
  /// The paths exist, but no article lies there.
  case noArticles([String])
  /// No plugin is named.
  case noPlugin
  /// No plugins lie in any of these folders.
  case noPlugins([String])
  /// The plugins have no tests.
  case noTests([String])
  /// A name that a plugin cannot have.
  case badPluginName(String)
  /// What should be made is there already.
  case exists(String)
  /// A plugin is named twice, so that its records could not be told apart.
  case pluginTwice(String)
  /// A setting is not `name=value`, or names no plugin of the run.
  case badSetting(String, problem: String, hint: String?)
  /// What should name the keys of documents does not.
  case badFields(String, hint: String)
  /// A list of files cannot be read.
  case fileList(path: String, reason: String)
  /// A batch file is not what it should be.
  case batch(path: String, line: Int?, problem: String, hint: String?)
  /// The workers cannot load the plugins; the message is theirs.
  case loading(String)
  /// A worker cannot be started, or keeps dying before it is ready.
  case worker(String)
  /// There is no place for the files that plugins write.
  case outputFolder(path: String, reason: String)
  /// The file for the results cannot be made.
  case results(path: String, reason: String)
  /// The requests of a worker cannot be read to their end.
  case requests(String)
  /// Another number of requests came than their driver said.
  case lineCount(Int, expected: Int)
  /// The results cannot be written.
  case output(path: String, reason: String)
  /// One file or stream is named for two things.
  case conflict(String, hint: String?)
  /// The run needs what earlier ones kept, and there is no cache.
  case noCache
  /// A shard cannot be run, or shards cannot be put together.
  case shard(String, hint: String?)
  /// A plugin cannot be added or removed.
  case store(String, hint: String?)
  /// A signal came while nobody read the results.
  case interrupted(Int32)

  /// One sentence for people, without a full stop.
  public var message: String {
    switch self {
    case .noInput(let paths) where paths.count == 1: "no such file or folder: '\(paths[0])'"
    case .noInput(let paths): "none of these files or folders exists: \(RunError.list(paths))"
    case .noArticles(let paths): "no articles in \(RunError.list(paths))"
    case .noPlugin: "no plugin is named"
    case .noPlugins(let folders): "no plugins in \(RunError.list(folders))"
    case .noTests(let names) where names.isEmpty: "no plugin has tests"
    case .noTests(let names): "no tests of \(RunError.list(names))"
    case .badPluginName(let name): "'\(name)' cannot be the name of a plugin"
    case .exists(let path): "'\(path)' is there already"
    case .pluginTwice(let name): "plugin '\(name)' is named twice"
    case .badSetting(let setting, let problem, _): "setting '\(setting)': \(problem)"
    case .badFields(let part, _): "fields '\(part)' cannot be used"
    case .fileList(let path, let reason): "cannot read the list of files \(path): \(reason)"
    case .batch(_, _, let problem, _): problem
    case .loading(let message): message
    case .worker(let reason): "cannot start a worker: \(reason)"
    case .outputFolder(let path, let reason): "cannot write below '\(path)': \(reason)"
    case .output(let path, let reason), .results(let path, let reason):
      "cannot write \(path): \(reason)"
    case .requests(let reason): "cannot read the requests: \(reason)"
    case .lineCount(let count, let expected):
      "\(RunSummary.count(count, "line")) came where \(expected) were expected"
    case .noCache: "which articles failed is not known without the cache"
    case .store(let problem, _), .shard(let problem, _), .conflict(let problem, _): problem
    case .interrupted: "interrupted"
    }
  }

  /// What to do about it, where that is known.
  public var hint: String? {
    switch self {
    case .noArticles:
      "files that are named themselves may have any extension; in folders these are read: \(InputFormat.names)"
    case .noPlugin: "ibid plugins lists them"
    case .noPlugins: "ibid new NAME makes one"
    case .noTests: "a test is a folder tests/NAME beside plugin.lua; see ibid test --help"
    case .badPluginName: "a name begins with a small letter and has small letters, digits, - and _"
    case .badSetting(_, _, let hint), .store(_, let hint), .shard(_, let hint),
      .conflict(_, let hint):
      hint
    case .badFields(_, let hint): hint
    case .batch(_, _, _, let hint): hint
    case .noInput, .exists, .pluginTwice, .fileList, .loading, .worker, .outputFolder, .output,
      .results, .noCache, .requests, .lineCount,
      .interrupted:
      nil
    }
  }

  /// 2 where nothing could run, else 1.
  public var exitStatus: Int32 {
    switch self {
    case .output, .requests, .lineCount: 1
    case .interrupted(let signal): 128 + signal
    case .noInput, .noArticles, .noPlugin, .noPlugins, .noTests, .badPluginName, .exists,
      .pluginTwice, .badSetting, .badFields, .batch, .fileList, .loading, .worker, .outputFolder,
      .results,
      .noCache, .store, .shard, .conflict:
      2
    }
  }

  private static func list(_ paths: [String]) -> String {
    paths.map { "'\($0)'" }.joined(separator: ", ")
  }
}
