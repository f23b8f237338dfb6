import ArticleModel
import CLuaBridge

extension PluginSession {
  /// The folder of a file; empty for a file in the working folder.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What the plugin's chunk is called in messages: its file in the plugin's folder. So they are the
  /// same wherever the plugin lies.
  static func chunkName(of path: String) -> String {
    String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
  }

  /// Makes a state and runs the plugin's chunk in it.
  static func load(
    path: String, source: [UInt8], services: HostServices
  ) throws(PluginError) -> LuaState {
    guard let state = LuaState(services: services, isDeterministic: true) else {
      throw .load(path: path, line: nil, problem: LuaState.problem, source: nil)
    }
    guard state.load(source, name: chunkName(of: path)) == IBID_OK else {
      throw loadError(state, path: path, source: source)
    }
    return state
  }

  /// Reads what the plugin says of itself.
  static func readManifest(
    path: String, source: [UInt8], state: LuaState
  ) throws(PluginError) -> PluginManifest {
    let (status, bytes) = state.manifest()
    guard status == IBID_OK else { throw loadError(state, path: path, source: source) }
    guard let json = try? JSONParser.parse(bytes) else {
      throw .load(path: path, line: nil, problem: "the manifest is not plain data", source: nil)
    }
    return try ManifestReader(path: path, source: source, json: json).read(
      hasFunction: state.hasFunction)
  }

  /// What went wrong in the state's last call, at its place in the source.
  static func loadError(_ state: LuaState, path: String, source: [UInt8]) -> PluginError {
    let failure = state.failure()
    let place = failure.place
    let sources = PluginSources(folder: state.services.folder, main: path, source: source)
    var path = path
    var line: Int?
    var text: String?
    var problem = place.message
    if let file = place.file, !file.hasPrefix("[") {
      path = sources.path(of: file)
      line = place.line > 0 ? place.line : nil
      text = sources.text(line: place.line, of: file)
    } else if let chunk = place.file {
      // Text that the plugin loads itself is no file.
      problem = "\(chunk):\(place.line): \(problem)"
    }
    guard failure.recordStatus == .timeout || failure.recordStatus == .memory else {
      return .load(path: path, line: line, problem: problem, source: text)
    }
    var error = RecordError(failure, sources: sources)
    error.message = "while it was loaded, \(error.message)"
    return .overLimit(
      path: path, line: line, problem: problem, source: text,
      outcome: Outcome(status: failure.recordStatus, error: error))
  }
}

extension RecordError {
  /// Shows a failure as the plugin's author sees it: places within the plugin's folder, and the
  /// line of source below the first of the calls that led there.
  init(_ failure: LuaFailure, sources: PluginSources) {
    let place = failure.place
    self.init(message: place.message)
    var lines = failure.traceback.split(separator: "\n").map(String.init)
    if let file = place.file, place.line > 0 {
      pluginLine = "\(file):\(place.line)"
      if let text = sources.text(line: place.line, of: file) {
        if lines.isEmpty { lines.append("\(file):\(place.line): in main chunk") }
        lines.insert("    \(text)", at: 1)
      }
    }
    traceback = lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}

/// The files of a plugin, where the lines that an error names are found.
struct PluginSources {
  let folder: PluginFolder
  /// The plugin's own file and its content when it was loaded.
  let main: String
  let source: [UInt8]

  private func isMain(_ file: String) -> Bool {
    file == main || file == PluginSession.chunkName(of: main)
  }

  /// The path of a file that a chunk is called by.
  func path(of file: String) -> String {
    if isMain(file) { return main }
    return folder.path.isEmpty ? file : "\(folder.path)/\(file)"
  }

  /// A line of a file; `nil` where there is no such line.
  func text(line: Int, of file: String) -> String? {
    if isMain(file) { return SourceLines(source).text(line) }
    return (try? folder.read(file)).flatMap { SourceLines($0).text(line) }
  }
}
