import Glibc
import PluginHost
import ScratchFolders

/// A folder with a plugin that lives as long as this object.
final class TemporaryPlugin: Sendable {
  private let scratch = ScratchFolder("ibid-plugin")
  var folder: String { scratch.path }
  var path: String { "\(folder)/plugin.lua" }

  /// Writes `plugin.lua` and other files.
  init(_ source: String, files: [String: String] = [:]) {
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
