import Glibc
import PluginHost
import Synchronization

/// A folder with a plugin that lives as long as this object.
final class TemporaryPlugin: Sendable {
  let folder: String
  var path: String { "\(folder)/plugin.lua" }

  /// Writes `plugin.lua` and other files.
  init(_ source: String, files: [String: String] = [:]) {
    var template = Array("/tmp/ibid-plugin-XXXXXX\0".utf8CString)
    folder = String(cString: mkdtemp(&template)!)
    TemporaryPlugin.folders.withLock { _ = $0.insert(folder) }
    _ = TemporaryPlugin.removesAtExit
    write("plugin.lua", source)
    for (name, text) in files { write(name, text) }
  }

  /// Makes a plugin whose `article` has `body`.
  convenience init(article body: String, fields: String = "", files: [String: String] = [:]) {
    self.init(
      "return { name = \"trial\", \(fields)\narticle = function(article, options)\n\(body)\nend }",
      files: files)
  }

  convenience init(fields: String, body: String, files: [String: String] = [:]) {
    self.init(article: body, fields: fields, files: files)
  }

  deinit {
    TemporaryPlugin.remove(folder)
    TemporaryPlugin.folders.withLock { _ = $0.remove(folder) }
  }

  /// The folders that are there; those of plugins that tests share live as long as the process.
  private static let folders = Mutex<Set<String>>([])

  private static let removesAtExit: Void = {
    atexit {
      for folder in TemporaryPlugin.folders.withLock({ $0 }) { TemporaryPlugin.remove(folder) }
    }
  }()

  private static func remove(_ path: String) {
    guard unlink(path) != 0, let directory = opendir(path) else { return }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { remove("\(path)/\(name)") }
    }
    closedir(directory)
    rmdir(path)
  }

  func write(_ name: String, _ text: String) {
    if let slash = name.lastIndex(of: "/") { mkdir("\(folder)/\(name[..<slash])", 0o755) }
    let file = fopen("\(folder)/\(name)", "w")!
    fwrite(text, 1, text.utf8.count, file)
    fclose(file)
  }

  func session(
    _ settings: [(name: String, value: String)] = [], limits: Limits = Limits(),
    print: ((String) -> Void)? = nil
  ) throws(PluginError) -> PluginSession {
    try PluginSession(path: path, settings: settings, limits: limits, print: print)
  }

  /// What `article` returns for the fixture.
  func run() throws -> Record { try session().run(on: Fixture.article) }
}

extension Record {
  var text: String { result.map { String(decoding: $0, as: UTF8.self) } ?? "nil" }
}
