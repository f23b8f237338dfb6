import CSQLite

/// A SQLite database; used from one thread at a time.
final class Database {
  fileprivate let handle: OpaquePointer

  /// Opens a database, or makes one where there is none.
  ///
  /// - Parameter patience: milliseconds that a statement waits for other processes to let go of the database.
  init(path: String, patience: Int32 = 0) throws(DatabaseError) {
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(path, &handle, flags, nil)
    guard let handle else {
      throw DatabaseError(code: SQLITE_NOMEM, message: "not enough memory")
    }
    self.handle = handle
    guard code == SQLITE_OK else { throw DatabaseError(handle) }
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, patience)
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements that give no rows.
  func execute(_ sql: String) throws(DatabaseError) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw DatabaseError(handle) }
  }

  /// Compiles a statement for repeated use.
  func prepare(_ sql: String) throws(DatabaseError) -> Statement {
    try Statement(sql, in: self)
  }

  /// The first column of the first row that a statement gives.
  func number(_ sql: String) throws(DatabaseError) -> Int {
    let statement = try prepare(sql)
    return try statement.step() ? statement.integer(0) : 0
  }

  /// Runs work as one transaction, which is undone where the work fails.
  func transaction(_ work: () throws(DatabaseError) -> Void) throws(DatabaseError) {
    try execute("BEGIN IMMEDIATE")
    do throws(DatabaseError) {
      try work()
      try execute("COMMIT")
    } catch {
      // SQLite has rolled back by itself after some errors, such as a full disk.
      if sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
      throw error
    }
  }
}

/// A compiled statement; parameters count from 1, columns from 0.
final class Statement {
  private let handle: OpaquePointer
  private let database: Database
  /// Has SQLite copy what is bound.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  fileprivate init(_ sql: String, in database: Database) throws(DatabaseError) {
    var handle: OpaquePointer?
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    guard sqlite3_prepare_v3(database.handle, sql, -1, flags, &handle, nil) == SQLITE_OK,
      let handle
    else { throw DatabaseError(database.handle) }
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  func bind(_ index: Int32, _ number: Int) { sqlite3_bind_int64(handle, index, Int64(number)) }
  func bind(_ index: Int32, _ number: Int64) { sqlite3_bind_int64(handle, index, number) }
  func bind(_ index: Int32, _ number: Double) { sqlite3_bind_double(handle, index, number) }
  func bindNull(_ index: Int32) { sqlite3_bind_null(handle, index) }

  func bind(_ index: Int32, _ bytes: [UInt8]) { bytes.withUnsafeBytes { bind(index, $0) } }

  func bind(_ index: Int32, _ bytes: UnsafeRawBufferPointer) {
    sqlite3_bind_blob64(handle, index, bytes.baseAddress, UInt64(bytes.count), Statement.copied)
  }

  func bind(_ index: Int32, _ text: String) {
    var text = text
    text.withUTF8 {
      _ = $0.withMemoryRebound(to: CChar.self) {
        sqlite3_bind_text64(
          handle, index, $0.baseAddress ?? UnsafePointer(bitPattern: 1)!, UInt64($0.count),
          Statement.copied, UInt8(SQLITE_UTF8))
      }
    }
  }

  /// Goes on to the next row; false after the last.
  func step() throws(DatabaseError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw DatabaseError(database.handle)
    }
  }

  /// Makes it ready for another run, for which the parameters are bound anew.
  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// Runs it for its effect.
  func run() throws(DatabaseError) {
    defer { reset() }
    while try step() {}
  }

  func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// The bytes of a text or blob; empty for null.
  func bytes(_ column: Int32) -> [UInt8] { withBytes(column) { Array($0) } }

  /// Gives the bytes of a text or blob without a copy; none for null.
  func withBytes<Result>(
    _ column: Int32, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    let start = sqlite3_column_blob(handle, column)
    let count = start == nil ? 0 : Int(sqlite3_column_bytes(handle, column))
    return body(UnsafeRawBufferPointer(start: start, count: count))
  }
}

/// What SQLite says of a call that failed.
struct DatabaseError: Error, CustomStringConvertible {
  /// The extended result code.
  let code: Int32
  let message: String

  init(code: Int32, message: String) {
    self.code = code
    self.message = message
  }

  fileprivate init(_ handle: OpaquePointer) {
    code = sqlite3_extended_errcode(handle)
    message = String(cString: sqlite3_errmsg(handle))
  }

  /// Whether the file is no database, or a damaged one.
  var isDamage: Bool { [SQLITE_CORRUPT, SQLITE_NOTADB].contains(code & 0xFF) }

  /// Whether another process holds the database.
  var isBusy: Bool { [SQLITE_BUSY, SQLITE_LOCKED].contains(code & 0xFF) }

  /// What is wrong, in the words of this program.
  var description: String {
    switch code & 0xFF {
    case SQLITE_CORRUPT, SQLITE_NOTADB: "its database is damaged (\(message))"
    case SQLITE_FULL: "the disk is full"
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH: "it cannot be written to"
    case SQLITE_BUSY, SQLITE_LOCKED: "another process holds it"
    case SQLITE_IOERR: "reading or writing it failed (\(message))"
    default: message
    }
  }
}
