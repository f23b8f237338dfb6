import ArticleModel
import Glibc
import PluginHost

/// A plugin's own test: a folder with an article, options, and what is expected.
///
/// `tests/NAME/` in the plugin's folder holds `article.txt` (or `.md`, `.html`), where options are set `options.json`
/// with an object of their values, and `expected.json`: an object with those members of the record that are compared.
/// With a folder `files` the plugin may write files; they are compared with those in it.
public struct PluginTest: Sendable {
  /// `plugin/test`.
  public let name: String
  /// The plugin as the user called it.
  public let pluginName: String
  let plugin: String
  let folder: String

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
      found.append(
        PluginTest(
          name: "\(name)/\(test)", pluginName: name, plugin: path, folder: "\(tests)/\(test)"))
    }
    return found
  }

  var expectedPath: String { "\(folder)/expected.json" }
  var filesPath: String { "\(folder)/files" }

  /// What a run of the plugin gave.
  struct Actual {
    var record: Record
    /// The record's members but `input` and `plugin`.
    var members: [JSONMember]
    var files: [PluginFile]
    var article: Article
    /// What of the result is not as the manifest declares it.
    var misfit: String?
  }

  /// Runs the plugin on the article.
  func actual() throws -> Actual {
    let session = try PluginSession(
      path: plugin, settings: try settings(), folder: folder,
      canWrite: PathKind.of(filesPath) == .folder)
    let file = try articleName()
    let article = try ArticleLoader.load(
      Input(name: file, content: .file(path: "\(folder)/\(file)")))
    let record = session.run(on: article)
    let line = RecordLine(record)
    let members = line.value()?.members ?? []
    let misfit = line.resultValue().flatMap { session.manifest.result?.misfit(of: $0) }
    return Actual(
      record: record, members: members.filter { $0.key != "input" && $0.key != "plugin" },
      files: session.files, article: article, misfit: misfit)
  }

  /// Runs the test.
  public func run() -> PluginTestOutcome {
    PluginTestOutcome(test: self, problems: problems())
  }

  /// Writes what the plugin gives now as what is expected; what is left open in `expected.json` stays so.
  ///
  /// - Returns: whether anything was changed.
  public func update() throws -> Bool {
    let actual = try actual()
    var members: [JSONMember]
    let old = PathKind.of(expectedPath) == .file ? try FileContents.read(path: expectedPath) : nil
    if let old {
      let expected = try ExpectedRecord(json: JSONParser.parse(old), path: expectedPath)
      if ExpectedRecord.problems(expected, actual).isEmpty, try fileProblems(actual.files).isEmpty {
        return false
      }
      members = expected.updated(to: actual)
    } else {
      members = ExpectedRecord.recorded(actual)
    }
    if members.isEmpty { members = ExpectedRecord.recorded(actual) }
    let new = PrettyJSON(.object(members)).bytes
    if new != old { try AtomicFile.put(new, at: expectedPath) }
    try replaceFiles(actual.files)
    return true
  }

  /// How written files differ from those in the folder `files`, line by line.
  func fileProblems(_ files: [PluginFile]) throws -> [String] {
    guard PathKind.of(filesPath) == .folder else { return [] }
    var problems: [String] = []
    for file in files {
      let path = "\(filesPath)/\(file.name)"
      guard PathKind.of(path) == .file else {
        problems.append("the plugin wrote \(file.name), which is not in \(filesPath)")
        continue
      }
      let expected = try FileContents.read(path: path)
      if expected == file.bytes { continue }
      problems.append("\(file.name) differs from \(path)")
      problems +=
        LineDifference(
          expected: String(decoding: expected, as: UTF8.self),
          actual: String(decoding: file.bytes, as: UTF8.self)
        ).lines
    }
    for name in try FolderFiles.names(below: filesPath)
    where !files.contains(where: { $0.name == name }) {
      problems.append("the plugin did not write \(name)")
    }
    return problems
  }

  private func replaceFiles(_ files: [PluginFile]) throws {
    guard PathKind.of(filesPath) == .folder else { return }
    for file in files {
      try AtomicFile.write(file.bytes, to: "\(folder)/.updated")
      try AtomicFile.move("\(folder)/.updated", to: file.name, below: filesPath)
    }
    for name in try FolderFiles.names(below: filesPath)
    where !files.contains(where: { $0.name == name }) {
      unlink("\(filesPath)/\(name)")
    }
  }

  // MARK: What a test consists of

  private func problems() -> [String] {
    do {
      let actual = try actual()
      let hasExpected = PathKind.of(expectedPath) == .file
      guard hasExpected || PathKind.of(filesPath) == .folder else {
        return [
          "there is no \(expectedPath)",
          "hint: ibid test \(pluginName) --update writes what the plugin gives now",
        ]
      }
      var problems: [String] = []
      let json = hasExpected ? try expectedJSON() : .object([])
      let expected = try ExpectedRecord(json: json, path: expectedPath)
      problems += ExpectedRecord.problems(expected, actual)
      if let misfit = actual.misfit { problems.append("\(misfit); see 'result' in the manifest") }
      let status = actual.record.status
      if !problems.isEmpty, status != .ok, let error = actual.record.error {
        let excerpt = FailureExcerpt(
          error, status: status, plugin: plugin,
          article: ("\(folder)/\(actual.article.path)", actual.article.source))
        problems += excerpt.text.split(separator: "\n").map(String.init)
      }
      return try problems + fileProblems(actual.files)
    } catch {
      return FailureMessage(error).text.split(separator: "\n").map(String.init)
    }
  }

  private func expectedJSON() throws -> JSONValue {
    do {
      return try JSONParser.parse(try FileContents.read(path: expectedPath))
    } catch let error as JSONError {
      throw InputProblem("\(expectedPath): \(error)")
    }
  }

  private func articleName() throws(InputProblem) -> String {
    var listing = try FolderListing(path: folder)
    while let (_, name) = listing.next() {
      if let name, name.hasPrefix("article.") { return name }
    }
    throw InputProblem("there is no article.txt, article.md or article.html in \(folder)")
  }

  /// The options as the command line gives them.
  private func settings() throws -> [(name: String, value: String)] {
    let path = "\(folder)/options.json"
    guard PathKind.of(path) == .file else { return [] }
    do {
      let options = try JSONParser.parse(try FileContents.read(path: path))
      guard let members = options.members else { throw InputProblem("\(path): not an object") }
      return members.map { ($0.key, PluginTest.text($0.value)) }
    } catch let error as JSONError {
      throw InputProblem("\(path): \(error)")
    }
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
