import Glibc
import PluginHost

/// What earlier runs have answered, for one run: the same work is not done twice.
///
/// An answer counts again while the bytes of its article, the article's name, the plugin with all that it can
/// load and read, its settings and this executable are the same, and the limits would not have changed it.
///
/// A cache that fails says so once and is not asked again; a run needs none.
final class RunCache {
  /// How much may wait to be written, in bytes and in milliseconds.
  private static let batchByteCount = 4 << 20
  private static let batchAge = 200

  private var store: AnswerStore?
  private var hasFailed = false
  private let folder: String
  private let limits: LimitStamp
  private let plugins: [CachedPlugin]
  private let warn: (String) -> Void
  /// What each plugin's answers depend on, besides the article; empty until the plugins are known.
  private var dependencies: [Digest] = []
  /// What the plugins call themselves in their answers.
  private var names: [String] = []
  /// What the run calls its first input.
  private var firstInput: String?
  private var batch: [AnswerStore.Entry] = []
  private var batchSize = 0
  private var batchStart = 0

  /// Opens the cache in a folder.
  ///
  /// - Parameters:
  ///   - sendsArticles: whether there are records of articles themselves.
  ///   - warn: takes a message, where the cache cannot be used.
  init(
    folder: String, _ configuration: RunConfiguration, sendsArticles: Bool, patience: Int,
    warn: @escaping (String) -> Void
  ) throws {
    self.folder = folder
    self.warn = warn
    limits = LimitStamp(try configuration.parsedLimits(), patience: patience)
    let canWrite = configuration.outputFolder != nil
    var plugins = try configuration.resolve().map {
      CachedPlugin($0, canWrite: canWrite, canPrompt: configuration.canPrompt)
    }
    if sendsArticles { plugins.append(.article) }
    self.plugins = plugins
    do throws(DatabaseError) { store = try AnswerStore(folder: folder) } catch { fail(error) }
    guard store != nil else { return }
    let executable = content(ofFile: RunCache.executable)
    for plugin in plugins {
      guard let executable, plugin.readCode(executable: executable, digest: content(ofFile:))
      else {
        fail("the folder of \(plugin.path) cannot be read or holds too many files")
        break
      }
    }
  }

  private static let executable: String = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count))
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }()

  /// Whether answers can be looked up and kept.
  var isOpen: Bool { store != nil }

  /// The digest of an answer's line; `nil` where the cache is not open.
  func digest(of line: [UInt8]) -> Digest? { isOpen ? KeptAnswer.digest(of: line) : nil }

  // MARK: Plugins

  /// What the plugins said of themselves in an earlier run; `nil` where one has to be asked.
  func knownPlugins() -> [Hello.Plugin]? {
    var known: [Hello.Plugin] = []
    for plugin in plugins {
      guard let answer = answer(at: plugin.place, plugin.code),
        case .ready(let described)? = Hello(answer.line), described.count == 1
      else { return nil }
      known += described
    }
    return welcome(known) ? known : nil
  }

  /// Takes what the plugins say of themselves.
  func welcomeAndKeep(_ described: [Hello.Plugin]) {
    guard isOpen, welcome(described) else { return }
    for (plugin, description) in zip(plugins, described) {
      let answer = KeptAnswer(status: .ok, line: Array(Hello.ready([description]).line.dropLast()))
      keep(answer, at: plugin.place, plugin.code)
    }
  }

  /// Digests the files that the plugins may read.
  private func welcome(_ described: [Hello.Plugin]) -> Bool {
    guard described.count == plugins.count else { return false }
    names = described.map(\.name)
    dependencies = zip(plugins, described).map { plugin, description in
      plugin.dependencies(on: description, digest: content(ofFile:))
    }
    return true
  }

  // MARK: Articles

  /// What an input is to the cache; `nil` where it cannot be read or the cache is not open.
  func key(of input: Input) -> InputKey? {
    guard isOpen, !dependencies.isEmpty else { return nil }
    if firstInput == nil { firstInput = input.name }
    switch input.content {
    case .unreadable: return nil
    case .document(let line):
      var digest = Digest.Builder(of: "document")
      digest.add(line)
      return InputKey(name: input.name, content: digest.finish(), isDocument: true)
    case .bytes(let bytes):
      var digest = Digest.Builder(of: "content")
      bytes.withUnsafeBytes { digest.addPiece($0) }
      return InputKey(name: input.name, content: digest.finish())
    case .file(let path):
      return key(ofFile: path, name: input.name)
    }
  }

  /// What a file is to the cache; it is read only where the answer of the first plugin is about another state of it.
  private func key(ofFile path: String, name: String) -> InputKey? {
    let place = InputKey.place(of: plugins[0], name: name)
    let found = find(at: place)
    var key: InputKey
    if let identity = FileIdentity(path: path), let content = found?.content(of: identity) {
      key = InputKey(name: name, content: content, file: path, identity)
    } else {
      guard let read = FileDigest(path: path) else { return nil }
      key = InputKey(name: name, content: read.content, file: path, read.identity)
      if found != nil, let file = key.settledFile { add(.content(file, place: place), size: 200) }
    }
    key.found = (place, found)
    return key
  }

  /// The record of a plugin on an input that an earlier run made, with the digest of its line.
  func record(
    plugin: Int, _ key: InputKey
  ) -> (line: RecordLine, digest: Digest, files: [[UInt8]])? {
    if plugins[plugin].mayPrompt { return nil }
    let depends = key.dependencies(dependencies[plugin])
    let known: KeptAnswer?
    if plugin == 0, let (place, found) = key.found {
      known = answer(found, at: place, depends)
    } else {
      known = answer(at: key.place(of: plugins[plugin]), depends)
    }
    guard let answer = known else { return nil }
    if let parts = answer.parts {
      let line = RecordLine(
        answer.line, input: key.name, plugin: names[plugin], answer.status, parts)
      return (line, answer.digest, [])
    }
    guard let line = RecordLine(answer.line), line.files.count == answer.files.count else {
      return nil
    }
    return (line, answer.digest, answer.files)
  }

  /// How the plugin ended on the input when it last ran there, be it on other content.
  func lastStatus(plugin: Int, _ key: InputKey) -> RecordStatus? {
    guard let store else { return nil }
    do throws(DatabaseError) { return try store.status(at: key.place(of: plugins[plugin])) } catch {
      fail(error)
      return nil
    }
  }

  /// Keeps a record, unless the article or the plugin has changed since it was looked at.
  func keep(_ line: RecordLine, _ digest: Digest, files: [[UInt8]], plugin: Int, _ key: InputKey) {
    guard isOpen, key.isUnchanged else { return }
    let isPlain =
      files.isEmpty && line.files.isEmpty && line.input == key.name && line.plugin == names[plugin]
    keep(
      KeptAnswer(
        status: line.status, line: line.bytes, digest: digest, parts: isPlain ? line.parts : nil,
        files: files),
      at: key.place(of: plugins[plugin]), key.dependencies(dependencies[plugin]),
      file: key.settledFile)
  }

  // MARK: Totals

  /// What a request to merge or finish is to the cache; `nil` where the cache is not open.
  ///
  /// - Parameters:
  ///   - step: the request's place in the reduction.
  ///   - values: the digests of the lines that the values come from, in order; `nil` where one is not known.
  func key(plugin: Int, step: String, values: [Digest]?) -> TotalKey? {
    guard isOpen, !dependencies.isEmpty, let values else { return nil }
    var place = Digest.Builder(of: "total")
    place.add(plugins[plugin].place)
    // Runs over other inputs have places of their own, whatever the number of these.
    place.add(firstInput ?? "")
    place.add(step)
    var depends = Digest.Builder(of: "values")
    depends.add(dependencies[plugin])
    depends.add(step)
    for value in values { depends.add(value) }
    return TotalKey(plugin: plugin, place: place.finish(), dependencies: depends.finish())
  }

  /// The answer to a request to merge or finish that an earlier run got, with the digest of its line.
  func total(_ key: TotalKey) -> (line: TotalLine, digest: Digest)? {
    guard let answer = answer(at: key.place, key.dependencies), let parts = answer.parts else {
      return nil
    }
    let line = TotalLine(answer.line, plugin: names[key.plugin], answer.status, parts)
    return (line, answer.digest)
  }

  /// Keeps the answer to a request to merge or finish.
  func keep(_ total: TotalLine, _ digest: Digest, _ key: TotalKey) {
    guard isOpen, total.plugin == names[key.plugin] else { return }
    keep(
      KeptAnswer(status: total.status, line: total.bytes, digest: digest, parts: total.parts),
      at: key.place, key.dependencies)
  }

  // MARK: Writing

  /// Milliseconds until what waits should be written; `nil` where nothing waits.
  var dueIn: Int? { batch.isEmpty ? nil : max(0, batchStart + RunCache.batchAge - Clock.now()) }

  /// Writes what has waited long enough.
  func commitIfDue() {
    if batchSize >= RunCache.batchByteCount || dueIn == 0 { commit() }
  }

  /// Lets other runs on, before a wait.
  func endReading() {
    do throws(DatabaseError) { try store?.endReading() } catch { fail(error) }
  }

  /// Writes what waits.
  func commit() {
    guard let store, !batch.isEmpty else { return }
    defer {
      batch.removeAll(keepingCapacity: true)
      batchSize = 0
    }
    // Workers load their plugin when they start, be it in the middle of a run.
    guard plugins.allSatisfy(\.isUnchanged) else {
      return fail("a plugin was changed while it ran")
    }
    do throws(DatabaseError) { try store.keep(batch) } catch { fail(error) }
  }

  private func keep(
    _ answer: KeptAnswer, at place: Digest, _ dependencies: Digest, file: FileDigest? = nil
  ) {
    add(
      .answer(answer, place: place, dependencies: dependencies, limits: limits, file: file),
      size: answer.line.count + answer.files.reduce(200) { $0 + $1.count })
  }

  private func keepFile(_ file: FileDigest, at path: String) {
    guard file.identity.isSettled else { return }
    add(.file(file, path: RunCache.place(ofFile: path)), size: 200)
  }

  private func add(_ entry: AnswerStore.Entry, size: Int) {
    if batch.isEmpty { batchStart = Clock.now() }
    batch.append(entry)
    batchSize += size
  }

  // MARK: Looking up

  private func find(at place: Digest) -> StoredAnswer? {
    guard let store else { return nil }
    do throws(DatabaseError) { return try store.find(at: place) } catch {
      fail(error)
      return nil
    }
  }

  private func answer(at place: Digest, _ dependencies: Digest) -> KeptAnswer? {
    answer(find(at: place), at: place, dependencies)
  }

  /// What was found at a place, where it counts.
  private func answer(
    _ found: StoredAnswer?, at place: Digest, _ dependencies: Digest
  ) -> KeptAnswer? {
    guard let found, let answer = found.answer(dependencies: dependencies, limits: limits) else {
      return nil
    }
    if found.isStale { add(.answerInUse(place: place), size: 100) }
    return answer
  }

  /// The digest of the content of the executable or of a plugin's file; those that have not changed are not read
  /// again.
  private func content(ofFile path: String) -> FileDigest? {
    if let identity = FileIdentity(path: path), let known = content(at: path, identity) {
      return FileDigest(content: known, identity: identity)
    }
    let read = FileDigest(path: path)
    if let read { keepFile(read, at: path) }
    return read
  }

  private func content(at path: String, _ identity: FileIdentity) -> Digest? {
    guard let store else { return nil }
    do throws(DatabaseError) {
      let place = RunCache.place(ofFile: path)
      guard let content = try store.content(of: place, identity) else { return nil }
      if content.isStale { add(.fileInUse(path: place), size: 100) }
      return content.digest
    } catch {
      fail(error)
      return nil
    }
  }

  private static func place(ofFile path: String) -> Digest {
    var digest = Digest.Builder(of: "file")
    digest.add(path.hasPrefix("/") ? "" : WorkingFolder.path)
    digest.add(path)
    return digest.finish()
  }

  private func fail(_ error: DatabaseError) {
    let hint = error.isDamage ? "\n  hint: delete that folder to start the cache anew" : ""
    fail("\(error)", hint: hint)
  }

  private func fail(_ reason: String, hint: String = "") {
    guard !hasFailed else { return }
    hasFailed = true
    store = nil
    batch = []
    warn("ibid: warning: the cache in \(folder) is not used: \(reason)\(hint)")
  }
}
