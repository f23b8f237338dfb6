import CSQLite
import Glibc
import PluginHost

/// The database of a cache: answers of plugins, and digests of plugins' files that need not be read again.
///
/// A row of `answers` belongs to a place, such as one plugin with its settings on one file, and holds the last
/// answer there: what is edited replaces what was, so that the cache does not grow with every edit. Its seal is a
/// digest of everything that the answer depends on and of the answer itself; it tells whether the answer still
/// counts, and whether the row is sound. Where the answer is about a file, its row tells what the file was and the
/// digest of its content, so that an input costs one look. Rows lie in the order in which they were written, which is
/// that of the inputs: a run over the same inputs reads the database from one end to the other.
final class AnswerStore {
  private static let version = 3
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
  private let keepContent: Statement
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
      "SELECT \(StoredAnswer.columns) FROM answers WHERE place = ?")
    findStatus = try database.prepare("SELECT status FROM answers WHERE place = ?")
    findFile = try database.prepare("SELECT identity, content, day FROM contents WHERE place = ?")
    keepAnswer = try database.prepare(
      "REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    keepFile = try database.prepare("REPLACE INTO contents VALUES (?, ?, ?, ?)")
    keepContent = try database.prepare(
      "UPDATE answers SET identity = ?, content = ? WHERE place = ?")
    markAnswer = try database.prepare("UPDATE answers SET day = ? WHERE place = ?")
    markFile = try database.prepare("UPDATE contents SET day = ? WHERE place = ?")
  }

  private static func prepare(_ database: Database) throws(DatabaseError) {
    // Before anything is written: records of some 2 KB would leave half of a smaller page empty.
    try database.execute("PRAGMA page_size = 8192")
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
          place INTEGER NOT NULL UNIQUE, day INTEGER NOT NULL, seal BLOB NOT NULL,
          status TEXT NOT NULL, limits BLOB NOT NULL, identity BLOB, content BLOB,
          value_start INTEGER, value_end INTEGER, has_errors INTEGER, line BLOB NOT NULL,
          files BLOB);
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

  /// The last answer at a place, whatever it depended on.
  func find(at place: Digest) throws(DatabaseError) -> StoredAnswer? {
    try beginReading()
    findAnswer.bind(1, place.slot)
    defer { findAnswer.reset() }
    guard try findAnswer.step() else { return nil }
    return StoredAnswer(findAnswer, oldestFreshDay: today - AnswerStore.daysBetweenMarks + 1)
  }

  /// The status of the last answer at a place, whatever it depended on.
  func status(at place: Digest) throws(DatabaseError) -> RecordStatus? {
    try beginReading()
    findStatus.bind(1, place.slot)
    defer { findStatus.reset() }
    guard try findStatus.step() else { return nil }
    return findStatus.withBytes(0, RecordStatus.init(bytes:))
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
    guard try findFile.step(), findFile.withBytes(0, FiveNumbers.init) == identity.numbers,
      let content = findFile.withBytes(1, Digest.init)
    else { return nil }
    return (content, isStale(findFile.integer(2)))
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
    case answer(
      KeptAnswer, place: Digest, dependencies: Digest, limits: LimitStamp, file: FileDigest? = nil)
    /// The answer at a place is about a file that has other times by now, and still the same content.
    case content(FileDigest, place: Digest)
    /// A file of a plugin.
    case file(FileDigest, path: Digest)
    /// What is there already was asked for.
    case answerInUse(place: Digest)
    case fileInUse(path: Digest)
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
    case .answer(let answer, let place, let dependencies, let limits, let file):
      let files = answer.packedFiles
      let seal = answer.seal(dependencies, limits, files)
      keepAnswer.bind(1, place.slot)
      keepAnswer.bind(2, today)
      seal.withBytes { keepAnswer.bind(3, $0) }
      keepAnswer.bind(4, answer.status.rawValue)
      limits.amounts.withBytes { keepAnswer.bind(5, $0) }
      file?.bind(to: keepAnswer, from: 6)
      answer.parts?.bind(to: keepAnswer, from: 8)
      keepAnswer.bind(11, answer.line)
      if !files.isEmpty { keepAnswer.bind(12, files) }
      try keepAnswer.run()
    case .content(let file, let place):
      file.bind(to: keepContent, from: 1)
      keepContent.bind(3, place.slot)
      try keepContent.run()
    case .file(let file, let path):
      keepFile.bind(1, path.slot)
      keepFile.bind(2, today)
      file.bind(to: keepFile, from: 3)
      try keepFile.run()
    case .answerInUse(let place): try mark(place, by: markAnswer)
    case .fileInUse(let path): try mark(path, by: markFile)
    }
  }

  private func mark(_ place: Digest, by statement: Statement) throws(DatabaseError) {
    statement.bind(1, today)
    statement.bind(2, place.slot)
    try statement.run()
  }
}

extension FileDigest {
  /// Binds two parameters: what the file was, and the digest of its content.
  fileprivate func bind(to row: Statement, from parameter: Int32) {
    identity.numbers.withBytes { row.bind(parameter, $0) }
    content.withBytes { row.bind(parameter + 1, $0) }
  }
}
