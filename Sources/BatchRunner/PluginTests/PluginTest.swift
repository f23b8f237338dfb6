import ArticleModel
import Glibc
import PluginHost

/// A plugin's own test: a folder with an article, options, and the record that is expected.
///
/// `tests/NAME/` in the plugin's folder holds `article.txt` (or `.md`, `.html`), where options are set a file
/// `options` with `name=value` a line, and `expected.json`: the record without `input` and `plugin`, its files
/// with what is in them.
public struct PluginTest: Sendable {
  /// `plugin/test`.
  public let name: String
  private let plugin: String
  private let folder: String

  /// The tests of a plugin in the order of their names.
  ///
  /// - Parameter path: the plugin's Lua file.
  public static func all(ofPlugin name: String, path: String) -> [PluginTest] {
    guard let slash = path.lastIndex(of: "/") else { return [] }
    let tests = "\(path[..<slash])/tests"
    guard var listing = try? FolderListing(path: tests) else { return [] }
    var found: [PluginTest] = []
    while let (_, test) = listing.next() {
      guard let test, PathKind.of("\(tests)/\(test)") == .folder else { continue }
      found.append(PluginTest(name: "\(name)/\(test)", plugin: path, folder: "\(tests)/\(test)"))
    }
    return found
  }

  private var expectedPath: String { "\(folder)/expected.json" }

  /// Runs the test; what is wrong, a line each, or nothing where it passes.
  public func run() -> [String] {
    do {
      let actual = try self.actual()
      guard PathKind.of(expectedPath) == .file else {
        return [
          "there is no \(expectedPath)",
          "hint: ibid test --record writes what the plugin gives now",
        ]
      }
      let expected = try JSONParser.parse(try FileContents.read(path: expectedPath))
      return JSONDifference(expected: expected, actual: actual).lines
    } catch {
      return ["\(error)"]
    }
  }

  /// Writes what the plugin gives now as what is expected.
  public func record() throws {
    try AtomicFile.write(PrettyJSON(try actual()).bytes, to: expectedPath + ".tmp")
    try AtomicFile.replace(expectedPath, with: expectedPath + ".tmp")
  }

  /// The record that the plugin gives, in the form of `expected.json`.
  private func actual() throws -> JSONValue {
    let session = try PluginSession(path: plugin, settings: try settings(), canWrite: true)
    let article = try articleName()
    let input = Input(name: article, content: .file(path: "\(folder)/\(article)"))
    let record = session.run(on: try ArticleLoader.load(input))
    let line = RecordLine(record)
    let members = (line.value()?.members ?? []).filter {
      !["input", "plugin", "files"].contains($0.key)
    }
    let files = session.files.map {
      JSONMember($0.name, .string(String(decoding: $0.bytes, as: UTF8.self)))
    }
    return .object(files.isEmpty ? members : members + [JSONMember("files", .object(files))])
  }

  private func articleName() throws(InputProblem) -> String {
    var listing = try FolderListing(path: folder)
    while let (_, name) = listing.next() {
      if let name, name.hasPrefix("article.") { return name }
    }
    throw InputProblem("there is no article.txt in \(folder)")
  }

  private func settings() throws -> [(name: String, value: String)] {
    let path = "\(folder)/options"
    guard PathKind.of(path) == .file else { return [] }
    let text = String(decoding: try FileContents.read(path: path), as: UTF8.self)
    return try text.split(separator: "\n").map { line in
      guard let equals = line.firstIndex(of: "=") else {
        throw InputProblem("\(path): expected name=value, got '\(line)'")
      }
      return (String(line[..<equals]), String(line[line.index(after: equals)...]))
    }
  }
}
