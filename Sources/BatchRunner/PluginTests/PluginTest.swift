import ArticleModel
import Glibc
import PluginHost

/// A plugin's own test: a folder with an article, options, and the record that is expected.
///
/// `tests/NAME/` in the plugin's folder holds `article.txt` (or `.md`, `.html`), where options are set
/// `options.json` with an object of their values, and `expected.json`: the record, in which `input` and `plugin`
/// may be left out. With a folder `files` the plugin may write files; they are compared with those in it.
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
  private var filesPath: String { "\(folder)/files" }

  /// Runs the test; what is wrong, a line each, or nothing where it passes.
  public func run() -> [String] {
    do {
      let (actual, files) = try actual()
      guard PathKind.of(expectedPath) == .file else {
        return [
          "there is no \(expectedPath)",
          "hint: ibid test --record writes what the plugin gives now",
        ]
      }
      let expected = try JSONParser.parse(try FileContents.read(path: expectedPath))
      let record = JSONDifference(expected: PluginTest.reduced(expected), actual: actual).lines
      return try record + differences(of: files)
    } catch {
      return ["\(error)"]
    }
  }

  /// Writes what the plugin gives now as what is expected.
  public func record() throws {
    let (actual, files) = try actual()
    try AtomicFile.write(PrettyJSON(actual).bytes, to: expectedPath + ".tmp")
    try AtomicFile.replace(expectedPath, with: expectedPath + ".tmp")
    for file in files {
      try AtomicFile.write(file.bytes, to: "\(folder)/.recorded")
      try AtomicFile.move("\(folder)/.recorded", to: file.name, below: filesPath)
    }
  }

  /// The record that the plugin gives, and the files that it writes.
  private func actual() throws -> (record: JSONValue, files: [PluginFile]) {
    let session = try PluginSession(
      path: plugin, settings: try settings(), canWrite: PathKind.of(filesPath) == .folder)
    let article = try articleName()
    let input = Input(name: article, content: .file(path: "\(folder)/\(article)"))
    let record = session.run(on: try ArticleLoader.load(input))
    return (PluginTest.reduced(RecordLine(record).value() ?? .null), session.files)
  }

  /// A record without what every test has in common.
  private static func reduced(_ record: JSONValue) -> JSONValue {
    guard let members = record.members else { return record }
    return .object(members.filter { $0.key != "input" && $0.key != "plugin" })
  }

  /// How written files differ from those in the folder `files`; what is missing shows in the record.
  private func differences(of files: [PluginFile]) throws -> [String] {
    try files.compactMap { file in
      let path = "\(filesPath)/\(file.name)"
      guard PathKind.of(path) == .file else { return "there is no \(path)" }
      return try FileContents.read(path: path) == file.bytes
        ? nil : "\(file.name) differs from \(path)"
    }
  }

  private func articleName() throws(InputProblem) -> String {
    var listing = try FolderListing(path: folder)
    while let (_, name) = listing.next() {
      if let name, name.hasPrefix("article.") { return name }
    }
    throw InputProblem("there is no article.txt in \(folder)")
  }

  /// The options as the command line gives them.
  private func settings() throws -> [(name: String, value: String)] {
    let path = "\(folder)/options.json"
    guard PathKind.of(path) == .file else { return [] }
    let options = try JSONParser.parse(try FileContents.read(path: path))
    guard let members = options.members else { throw InputProblem("\(path): not an object") }
    return members.map { ($0.key, PluginTest.text($0.value)) }
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): return text
    case .array(let elements): return elements.map(text).joined(separator: ",")
    default:
      var json = JSONWriter()
      json.value(value)
      return String(decoding: json.finish(), as: UTF8.self)
    }
  }
}
