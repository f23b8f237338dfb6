import ArticleModel
import ArticleReaders
import Glibc
import PluginHost
import Testing

/// A folder `plugins/PLUGIN/tests/CASE`: an article, options, and the record that has to come out.
struct PluginCase: Sendable, CustomTestStringConvertible {
  let plugin: String
  let name: String

  var testDescription: String { "\(plugin)/\(name)" }
  var folder: String { "\(Repository.root)/plugins/\(plugin)/tests/\(name)" }

  /// All cases of the bundled plugins.
  static let all: [PluginCase] = ["counting", "export", "glossary", "summary"].flatMap { plugin in
    Repository.names(in: "plugins/\(plugin)/tests").map { PluginCase(plugin: plugin, name: $0) }
  }

  /// Runs the plugin on the case's article; the article's path is its file's name.
  func run() throws -> Record {
    let file = try #require(
      Repository.names(in: "plugins/\(plugin)/tests/\(name)").first { $0.hasPrefix("article.") })
    let bytes = try #require(Repository.read("\(folder)/\(file)"))
    let session = try PluginSession(
      path: Repository.plugin(plugin), settings: try settings(), folder: folder)
    return session.run(on: ArticleReader.read(bytes, path: file, format: nil))
  }

  /// The options as the command line gives them.
  private func settings() throws -> [(name: String, value: String)] {
    guard let bytes = Repository.read("\(folder)/options.json") else { return [] }
    return try (JSONParser.parse(bytes).members ?? []).map { member in
      let value = member.value
      if let text = value.string { return (member.key, text) }
      if let list = value.array {
        return (member.key, list.compactMap(\.string).joined(separator: ","))
      }
      var json = JSONWriter()
      json.value(value)
      return (member.key, String(decoding: json.finish(), as: UTF8.self))
    }
  }
}

/// Files of the repository.
enum Repository {
  /// The folder that has `plugins`, three levels above this file.
  static let root: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  static func plugin(_ name: String) -> String { "\(root)/plugins/\(name)/plugin.lua" }

  /// The names in a folder, sorted; hidden ones are left out.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir("\(root)/\(folder)") else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}
