public import ArticleModel
import CLuaBridge

/// A Lua file that describes something by the table that it returns.
public struct LuaDataFile {
  /// What messages call such a file: `batch file`.
  private let noun: String
  /// What they call its table: `batch`.
  private let root: String
  private let print: (String) -> Void

  /// Prepares to read files of a kind.
  ///
  /// - Parameters:
  ///   - noun: what messages call such a file: `batch file`.
  ///   - root: what they call its table: `batch`.
  ///   - print: takes what the file prints, one call a line.
  public init(noun: String, root: String, print: @escaping (String) -> Void) {
    self.noun = noun
    self.root = root
    self.print = print
  }

  /// Evaluates a file in the sandbox, under the usual limits, and gives its source and what it returns as JSON,
  /// functions left out.
  public func read(path: String) throws(PluginError) -> (source: [UInt8], value: JSONValue) {
    do throws(PluginError) { return try evaluate(path) } catch {
      throw inOwnWords(error)
    }
  }

  private func evaluate(
    _ path: String
  ) throws(PluginError) -> (source: [UInt8], value: JSONValue) {
    let source: [UInt8]
    do { source = try PluginFolder.read(at: path) } catch {
      throw .unreadable(path: path, problem: error.problem)
    }
    let services = HostServices(
      folder: PluginFolder(path: PluginSession.folder(of: path)), noun: noun, limits: Limits(),
      print: print)
    let state = try PluginSession.load(path: path, source: source, services: services)
    let (status, bytes) = state.manifest(root: root, container: "a \(noun)")
    guard status == IBID_OK else {
      throw PluginSession.loadError(state, path: path, source: source)
    }
    guard let value = try? JSONParser.parse(bytes) else {
      throw .load(path: path, line: nil, problem: "it returns no plain data", source: nil)
    }
    return (source, value)
  }

  /// The messages of the limits speak of plugins; here there is none.
  private func inOwnWords(_ error: PluginError) -> PluginError {
    let other = "the plugin "
    switch error {
    case .load(let path, let line, let problem, let source) where problem.hasPrefix(other),
      .overLimit(let path, let line, let problem, let source, _) where problem.hasPrefix(other):
      return .load(
        path: path, line: line, problem: "the \(noun) " + problem.dropFirst(other.utf8.count),
        source: source)
    default: return error
    }
  }
}
