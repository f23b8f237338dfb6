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
    dependencies = zip(plugins, described).map { plugin, description in
      plugin.dependencies(on: description, digest: content(ofFile:))
    }
    return true
  }

  // MARK: Articles

  /// What an input is to the cache; `nil` where it cannot be read or the cache is not open.
  func key(of input: Input) -> InputKey? {
    guard isOpen, !dependencies.isEmpty else { return nil }
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
      if let identity = FileIdentity(path: path), let known = content(at: path, identity) {
        return InputKey(name: input.name, content: known, file: path, identity)
      }
      guard let read = FileDigest(path: path) else { return nil }
      keepContent(read, of: path)
      return InputKey(name: input.name, content: read.content, file: path, read.identity)
    }
  }

  /// The record of a plugin on an input that an earlier run made.
  func record(plugin: Int, _ key: InputKey) -> (line: RecordLine, files: [[UInt8]])? {
    if plugins[plugin].mayPrompt { return nil }
    let place = key.place(of: plugins[plugin])
    guard let answer = answer(at: place, key.dependencies(dependencies[plugin])),
      let line = RecordLine(answer.line), line.files.count == answer.files.count
    else { return nil }
    return (line, answer.files)
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
  func keep(_ line: RecordLine, files: [[UInt8]], plugin: Int, _ key: InputKey) {
    guard isOpen, key.isUnchanged else { return }
    keep(
      KeptAnswer(status: line.status, line: line.bytes, files: files),
      at: key.place(of: plugins[plugin]), key.dependencies(dependencies[plugin]))
  }

  // MARK: Totals

  /// The answer to a request to merge or finish that an earlier run got.
  func total(plugin: Int, step: String, request: [UInt8]) -> TotalLine? {
    guard isOpen, !dependencies.isEmpty else { return nil }
    let (place, depends) = totalKey(plugin, step, request)
    return answer(at: place, depends).flatMap { TotalLine($0.line) }
  }

  /// Keeps the answer to a request to merge or finish.
  func keep(_ total: TotalLine, plugin: Int, step: String, request: [UInt8]) {
    guard isOpen else { return }
    let (place, depends) = totalKey(plugin, step, request)
    keep(KeptAnswer(status: total.status, line: total.bytes), at: place, depends)
  }

  private func totalKey(_ plugin: Int, _ step: String, _ request: [UInt8]) -> (Digest, Digest) {
    var place = Digest.Builder(of: "total")
    place.add(plugins[plugin].place)
    place.add(step)
    var depends = Digest.Builder(of: "request")
    depends.add(dependencies[plugin])
    depends.add(request)
    return (place.finish(), depends.finish())
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

  private func keep(_ answer: KeptAnswer, at place: Digest, _ dependencies: Digest) {
    add(
      .answer(answer, place: place, dependencies: dependencies, limits: limits),
      size: answer.line.count + answer.files.reduce(200) { $0 + $1.count })
  }

  private func keepContent(_ file: FileDigest, of path: String) {
    guard file.identity.isSettled else { return }
    add(.content(file.content, path: RunCache.place(ofFile: path), file.identity), size: 200)
  }

  private func add(_ entry: AnswerStore.Entry, size: Int) {
    if batch.isEmpty { batchStart = Clock.now() }
    batch.append(entry)
    batchSize += size
  }

  // MARK: Looking up

  private func answer(at place: Digest, _ dependencies: Digest) -> KeptAnswer? {
    guard let store else { return nil }
    do throws(DatabaseError) {
      let answer = try store.answer(at: place, dependencies: dependencies, limits: limits)
      if answer?.isStale == true { add(.answerInUse(place: place), size: 100) }
      return answer
    } catch {
      fail(error)
      return nil
    }
  }

  /// The digest of a file's content; files that have not changed are not read again.
  private func content(ofFile path: String) -> FileDigest? {
    if let identity = FileIdentity(path: path), let known = content(at: path, identity) {
      return FileDigest(content: known, identity: identity)
    }
    let read = FileDigest(path: path)
    if let read { keepContent(read, of: path) }
    return read
  }

  private func content(at path: String, _ identity: FileIdentity) -> Digest? {
    guard let store else { return nil }
    do throws(DatabaseError) {
      let place = RunCache.place(ofFile: path)
      guard let content = try store.content(of: place, identity) else { return nil }
      if content.isStale { add(.contentInUse(path: place), size: 100) }
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
