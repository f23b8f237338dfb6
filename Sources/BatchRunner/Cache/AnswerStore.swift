import CSQLite
import Glibc
import PluginHost

/// The database of a cache: answers of plugins, and digests of files that need not be read again.
///
/// A row of `answers` belongs to a place, such as one plugin with its settings on one file, and holds the last
/// answer there: what is edited replaces what was, so that the cache does not grow with every edit. Its seal is a
/// digest of everything that the answer depends on and of the answer itself; it tells whether the answer still
/// counts, and whether the row is sound.
final class AnswerStore {
  private static let version = 2
  /// Bytes that answers may take before those that were not asked for lately are dropped.
  static let sizeLimit = 4 << 30
  /// After how many days an answer that is asked for is marked as in use again: to mark it each time would make a
  /// look a write.
  private static let daysBetweenMarks = 7
  /// Milliseconds that one process waits for another to end its transaction.
  private static let patience: Int32 = 10_000

  private let database: Database
  private let findAnswer: Statement
  private let findStatus: Statement
  private let findFile: Statement
  private let keepAnswer: Statement
  private let keepFile: Statement
  private let markAnswer: Statement
  private let markFile: Statement
  /// Days since 1970.
  private let today = time(nil) / 86_400
  /// How many looks one transaction has seen; `nil` outside of one.
  private var looks: Int?
  private static let looksPerTransaction = 1000

  /// Opens the database in a folder, which is made where there is none.
  ///
  /// - Parameter sizeLimit: bytes that answers may take; those of the day before the oldest use that still fits are
  ///   dropped, and those that were made or used today never.
  init(folder: String, sizeLimit: Int = sizeLimit) throws(DatabaseError) {
    guard AtomicFile.makeFolder(folder) else {
      throw DatabaseError(code: SQLITE_ERROR, message: SystemError.message())
    }
    database = try Database(path: "\(folder)/answers.sqlite", patience: AnswerStore.patience)
    try AnswerStore.prepare(database)
    try AnswerStore.prune(database, to: sizeLimit, today: today)
    findAnswer = try database.prepare(
      "SELECT seal, status, limits, line, files, day FROM answers WHERE place = ?")
    findStatus = try database.prepare("SELECT status FROM answers WHERE place = ?")
    findFile = try database.prepare("SELECT identity, content, day FROM contents WHERE place = ?")
    keepAnswer = try database.prepare("REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?)")
    keepFile = try database.prepare("REPLACE INTO contents VALUES (?, ?, ?, ?)")
    markAnswer = try database.prepare("UPDATE answers SET day = ? WHERE place = ?")
    markFile = try database.prepare("UPDATE contents SET day = ? WHERE place = ?")
  }

  private static func prepare(_ database: Database) throws(DatabaseError) {
    try keepLog(database)
    try database.execute("PRAGMA synchronous = NORMAL")
    try database.execute("PRAGMA cache_size = -4000; PRAGMA temp_store = MEMORY")
    if try database.number("PRAGMA user_version") == version { return }
    try database.transaction { () throws(DatabaseError) in
      // Another process may have been faster.
      if try database.number("PRAGMA user_version") == version { return }
      try database.execute(
        """
        DROP TABLE IF EXISTS answers;
        DROP TABLE IF EXISTS contents;
        CREATE TABLE answers (
          place INTEGER PRIMARY KEY, day INTEGER NOT NULL, seal BLOB NOT NULL, status TEXT NOT NULL,
          limits BLOB NOT NULL, line BLOB NOT NULL, files BLOB);
        CREATE TABLE contents (
          place INTEGER PRIMARY KEY, day INTEGER NOT NULL, identity BLOB NOT NULL,
          content BLOB NOT NULL);
        PRAGMA user_version = \(version);
        """)
    }
  }

  /// Gives the database a write-ahead log, with which readers and one writer at a time get along; a killed process
  /// leaves it whole.
  ///
  /// Of two processes that do so at once SQLite tells one at once that the database is held: it does not wait as
  /// for a transaction, because the two would wait for each other.
  private static func keepLog(_ database: Database) throws(DatabaseError) {
    let pause: Int32 = 10
    for _ in 1..<patience / pause {
      do throws(DatabaseError) {
        return try database.execute("PRAGMA journal_mode = WAL")
      } catch {
        guard error.isBusy else { throw error }
      }
      usleep(UInt32(pause) * 1000)
    }
    try database.execute("PRAGMA journal_mode = WAL")
  }

  /// Drops the answers that were not asked for longest, where all of them together are too large.
  ///
  /// The pages that become free are used for the next answers.
  private static func prune(
    _ database: Database, to limit: Int, today: Int
  ) throws(DatabaseError) {
    let pages = try database.number("PRAGMA page_count") - database.number("PRAGMA freelist_count")
    guard try pages * database.number("PRAGMA page_size") > limit else { return }
    let sizes = try database.prepare(
      """
      SELECT day, SUM(300 + LENGTH(line) + IFNULL(LENGTH(files), 0)) FROM answers
      GROUP BY day ORDER BY day DESC
      """)
    var size = 0
    var oldest = today
    while try sizes.step() {
      size += sizes.integer(1)
      // Three quarters, so that this is not due again at once.
      if size > limit / 4 * 3 { break }
      oldest = min(oldest, sizes.integer(0))
    }
    sizes.reset()
    try database.transaction { () throws(DatabaseError) in
      try database.execute(
        "DELETE FROM answers WHERE day < \(oldest); DELETE FROM contents WHERE day < \(oldest)")
    }
  }

  /// The answer at a place, where it depends on `dependencies` and holds under `limits`.
  func answer(
    at place: Digest, dependencies: Digest, limits: LimitStamp
  ) throws(DatabaseError) -> KeptAnswer? {
    try beginReading()
    findAnswer.bind(1, place.slot)
    defer { findAnswer.reset() }
    guard try findAnswer.step(),
      let status = RecordStatus(
        rawValue: String(decoding: findAnswer.bytes(1), as: UTF8.self)),
      let stamp = LimitStamp(findAnswer.bytes(2)), stamp.holds(under: limits, status)
    else { return nil }
    let line = findAnswer.bytes(3)
    let files = findAnswer.bytes(4)
    let seal = AnswerStore.seal(dependencies, status, stamp, line, files)
    guard findAnswer.bytes(0) == seal.bytes, let files = KeptAnswer.unpack(files) else {
      return nil
    }
    return KeptAnswer(
      status: status, line: line, files: files, isStale: isStale(findAnswer.integer(5)))
  }

  /// The status of the last answer at a place, whatever it depended on.
  func status(at place: Digest) throws(DatabaseError) -> RecordStatus? {
    try beginReading()
    findStatus.bind(1, place.slot)
    defer { findStatus.reset() }
    guard try findStatus.step() else { return nil }
    return RecordStatus(rawValue: String(decoding: findStatus.bytes(0), as: UTF8.self))
  }

  private func isStale(_ day: Int) -> Bool { today - day >= AnswerStore.daysBetweenMarks }

  /// The digest of the file at a path, where it is known for the file as it is now, and whether it should be marked
  /// as in use.
  func content(
    of path: Digest, _ identity: FileIdentity
  ) throws(DatabaseError) -> (digest: Digest, isStale: Bool)? {
    try beginReading()
    findFile.bind(1, path.slot)
    defer { findFile.reset() }
    guard try findFile.step(), findFile.bytes(0) == identity.bytes else { return nil }
    let content = findFile.bytes(1)
    guard content.count == Digest.byteCount else { return nil }
    return (Digest(bytes: content), isStale(findFile.integer(2)))
  }

  /// Reads as one transaction from the first look to `endReading`: a transaction for each look would lock and
  /// unlock the database for it, half of the cost.
  private func beginReading() throws(DatabaseError) {
    if looks == AnswerStore.looksPerTransaction { try endReading() }
    if looks == nil { try database.execute("BEGIN") }
    looks = (looks ?? 0) + 1
  }

  /// Lets go of what was read, so that others' answers come into view and the log can be taken up.
  func endReading() throws(DatabaseError) {
    guard looks != nil else { return }
    looks = nil
    try database.execute("COMMIT")
  }

  /// Something that is to be written.
  enum Entry {
    case answer(KeptAnswer, place: Digest, dependencies: Digest, limits: LimitStamp)
    case content(Digest, path: Digest, FileIdentity)
    /// What is there already was asked for.
    case answerInUse(place: Digest)
    case contentInUse(path: Digest)
  }

  /// Writes entries, all of them or none.
  func keep(_ entries: [Entry]) throws(DatabaseError) {
    try endReading()
    try database.transaction { () throws(DatabaseError) in
      for entry in entries { try keep(entry) }
    }
  }

  private func keep(_ entry: Entry) throws(DatabaseError) {
    switch entry {
    case .answer(let answer, let place, let dependencies, let limits):
      let files = answer.packedFiles
      let seal = AnswerStore.seal(dependencies, answer.status, limits, answer.line, files)
      keepAnswer.bind(1, place.slot)
      keepAnswer.bind(2, today)
      keepAnswer.bind(3, seal.bytes)
      keepAnswer.bind(4, answer.status.rawValue)
      keepAnswer.bind(5, limits.bytes)
      keepAnswer.bind(6, answer.line)
      if files.isEmpty { keepAnswer.bindNull(7) } else { keepAnswer.bind(7, files) }
      try keepAnswer.run()
    case .content(let content, let path, let identity):
      keepFile.bind(1, path.slot)
      keepFile.bind(2, today)
      keepFile.bind(3, identity.bytes)
      keepFile.bind(4, content.bytes)
      try keepFile.run()
    case .answerInUse(let place): try mark(place, by: markAnswer)
    case .contentInUse(let path): try mark(path, by: markFile)
    }
  }

  private func mark(_ place: Digest, by statement: Statement) throws(DatabaseError) {
    statement.bind(1, today)
    statement.bind(2, place.slot)
    try statement.run()
  }

  private static func seal(
    _ dependencies: Digest, _ status: RecordStatus, _ limits: LimitStamp, _ line: [UInt8],
    _ files: [UInt8]
  ) -> Digest {
    var digest = Digest.Builder(of: "seal")
    digest.add(dependencies)
    digest.add(status.rawValue)
    digest.add(limits.bytes)
    digest.add(line)
    digest.add(files)
    return digest.finish()
  }
}
