import ArticleModel
import CLuaBridge

extension PluginSession {
  /// The folder of a file; empty for a file in the working folder.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes a state and runs the plugin's chunk in it.
  static func load(
    path: String, source: [UInt8], services: HostServices
  ) throws(PluginError) -> LuaState {
    guard let state = LuaState(services: services, isDeterministic: true) else {
      throw .load(path: path, line: nil, problem: "not enough memory", source: nil)
    }
    guard state.load(source, name: path) == IBID_OK else {
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
    let place = failure.place(in: "")
    // An error in a required file is shown with that file's place in front.
    guard place.file == nil || place.file == path else {
      return .load(
        path: path, line: nil, problem: "\(place.file!):\(place.line): \(place.message)",
        source: nil)
    }
    let line = place.line > 0 ? place.line : nil
    return .load(
      path: path, line: line, problem: place.message,
      source: line.flatMap { SourceLines(source).text($0) })
  }
}

extension RecordError {
  /// Shows a failure as the plugin's author sees it: places within the plugin's folder, and the
  /// line of source below the first of the calls that led there.
  init(_ failure: LuaFailure, folder: String, main: String, source: [UInt8], articleLine: Int?) {
    let place = failure.place(in: folder)
    self.init(message: place.message, articleLine: articleLine)
    if let file = place.file, place.line > 0 { pluginLine = "\(file):\(place.line)" }
    var lines = failure.traceback.split(separator: "\n").map {
      LuaFailure.shortened(String($0), folder)
    }
    let isMain = place.file == LuaFailure.shortened(main, folder)
    if isMain, let text = SourceLines(source).text(place.line) {
      if lines.isEmpty { lines.append("\(place.file!):\(place.line): in main chunk") }
      lines.insert("    \(text)", at: 1)
    }
    traceback = lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}
