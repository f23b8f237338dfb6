import ArticleModel
import PluginHost

/// A SQLite database: `records`, `findings`, `files`, `totals`, `articles` with a full-text index, and for each
/// plugin a table of its name with a column for each part of its results.
///
/// All is one transaction in a file that takes its place at the end, so it needs no journal.
public final class SQLiteOutput: RecordOutput {
  private let database: Database
  private let path: String
  private let record: Statement
  private let finding: Statement
  private let file: Statement
  private let total: Statement
  private let article: Statement
  private var tables: [String: ResultTable] = [:]
  private var recordCount = 0
  private let warn: (String) -> Void

  /// Makes the database in an empty file.
  ///
  /// - Parameters:
  ///   - name: what messages call it.
  ///   - warn: takes what is not in it.
  public init(path: String, name: String, warn: @escaping (String) -> Void) throws(RunError) {
    self.path = name
    self.warn = warn
    do throws(DatabaseError) {
      database = try Database(path: path)
      try database.execute(SQLiteOutput.schema)
      record = try database.prepare("INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      finding = try database.prepare("INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?)")
      file = try database.prepare("INSERT INTO files VALUES (?, ?)")
      total = try database.prepare("INSERT INTO totals VALUES (?, ?, ?, ?, ?)")
      article = try database.prepare("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)")
    } catch {
      throw .output(path: name, reason: error.description)
    }
  }

  private static let schema = """
    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -8000;
    BEGIN;
    CREATE TABLE records (
      id INTEGER PRIMARY KEY, input TEXT NOT NULL, plugin TEXT NOT NULL, status TEXT NOT NULL,
      result TEXT, error TEXT, plugin_line TEXT, article_line INTEGER);
    CREATE TABLE findings (
      record INTEGER NOT NULL REFERENCES records, code TEXT, level TEXT, message TEXT,
      line INTEGER, "column" INTEGER, kind TEXT);
    CREATE TABLE files (record INTEGER NOT NULL REFERENCES records, name TEXT NOT NULL);
    CREATE TABLE totals (plugin TEXT NOT NULL, status TEXT NOT NULL, total TEXT, error TEXT,
      plugin_line TEXT);
    CREATE TABLE articles (
      id INTEGER PRIMARY KEY, input TEXT NOT NULL, title TEXT, authors TEXT, date TEXT, language TEXT,
      text TEXT);
    """

  private static let ending = """
    CREATE INDEX records_of_input ON records (input);
    CREATE INDEX findings_of_record ON findings (record);
    CREATE VIRTUAL TABLE articles_index USING fts5 (
      title, text, content = 'articles', content_rowid = 'id',
      tokenize = 'unicode61 remove_diacritics 2');
    INSERT INTO articles_index (articles_index) VALUES ('rebuild');
    COMMIT;
    """

  public func write(_ line: RecordLine) throws(RunError) {
    let value = line.value()
    let error = value?["error"]
    recordCount += 1
    try perform { () throws(DatabaseError) in
      record.bind(1, recordCount)
      record.bind(2, line.input)
      record.bind(3, line.plugin)
      record.bind(4, line.status.rawValue)
      record.bind(5, text: line.resultText)
      record.bind(6, text: error?["message"]?.string)
      record.bind(7, text: error?["plugin_line"]?.string)
      record.bind(8, number: error?["article_line"]?.integer)
      try record.run()
      for finding in value?["findings"]?.array ?? [] { try write(finding) }
      for name in line.files {
        file.bind(1, recordCount)
        file.bind(2, name)
        try file.run()
      }
      guard line.status == .ok, let result = value?["result"] else { return }
      try table(of: line.plugin).insert(record: recordCount, input: line.input, result)
    }
  }

  private func write(_ value: JSONValue) throws(DatabaseError) {
    finding.bind(1, recordCount)
    for (index, key) in [(2, "code"), (3, "level"), (4, "message"), (7, "kind")] {
      finding.bind(Int32(index), text: value[key]?.string)
    }
    finding.bind(5, number: value["line"]?.integer)
    finding.bind(6, number: value["column"]?.integer)
    try finding.run()
  }

  public func write(article line: RecordLine) throws(RunError) {
    let result = line.resultValue()
    try perform { () throws(DatabaseError) in
      article.bindNull(1)
      article.bind(2, line.input)
      for (index, key) in ArticleRecord.fields.enumerated() {
        article.bind(Int32(3 + index), text: result?[key]?.string)
      }
      try article.run()
    }
  }

  public func write(_ line: TotalLine) throws(RunError) {
    try perform { () throws(DatabaseError) in
      total.bind(1, line.plugin)
      total.bind(2, line.status.rawValue)
      total.bind(3, text: line.totalText)
      let error = line.error()
      total.bind(4, text: error?.message)
      total.bind(5, text: error?.pluginLine)
      try total.run()
    }
  }

  public func flush() throws(RunError) {}

  public func finish() throws(RunError) {
    try perform { () throws(DatabaseError) in try database.execute(SQLiteOutput.ending) }
    for (plugin, table) in tables.sorted(by: { $0.key < $1.key }) {
      guard let omission = table.omission else { continue }
      warn("ibid: warning: \(path): plugin '\(plugin)': \(omission)")
    }
  }

  public var wantsArticles: Bool { true }

  private func table(of plugin: String) throws(DatabaseError) -> ResultTable {
    if let table = tables[plugin] { return table }
    let table = try ResultTable(of: plugin, in: database)
    tables[plugin] = table
    return table
  }

  private func perform(_ work: () throws(DatabaseError) -> Void) throws(RunError) {
    do throws(DatabaseError) { try work() } catch {
      throw .output(path: path, reason: error.description)
    }
  }
}

extension Statement {
  func bind(_ index: Int32, text: [UInt8]?) {
    if let text { bind(index, String(decoding: text, as: UTF8.self)) } else { bindNull(index) }
  }

  func bind(_ index: Int32, text: String?) {
    if let text { bind(index, text) } else { bindNull(index) }
  }

  func bind(_ index: Int32, number: Int?) {
    if let number { bind(index, number) } else { bindNull(index) }
  }
}
