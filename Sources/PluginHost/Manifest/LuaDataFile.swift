public import ArticleModel
import CLuaBridge

/// A Lua file that describes something by the table that it returns.
public enum LuaDataFile {
  /// Evaluates a file in the sandbox, under the usual limits, and gives its source and what it returns as JSON,
  /// functions left out.
  public static func read(
    path: String
  ) throws(PluginError) -> (source: [UInt8], value: JSONValue) {
    let source: [UInt8]
    do { source = try PluginFolder.read(at: path) } catch {
      throw .unreadable(path: path, problem: error.problem)
    }
    let services = HostServices(
      folder: PluginFolder(path: PluginSession.folder(of: path)), limits: Limits(), print: nil)
    let state = try PluginSession.load(path: path, source: source, services: services)
    let (status, bytes) = state.manifest()
    guard status == IBID_OK else {
      throw PluginSession.loadError(state, path: path, source: source)
    }
    guard let value = try? JSONParser.parse(bytes) else {
      throw .load(path: path, line: nil, problem: "it returns no plain data", source: nil)
    }
    return (source, value)
  }
}
