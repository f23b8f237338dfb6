import ArticleModel

/// The table of one plugin in a database: a row a result, a column for each part that some result has.
///
/// Columns come in the order in which parts first occur, so they are the same in every run.
final class ResultTable {
  /// SQLite allows 2000, with the two for the record and its input.
  private static let columnLimit = 1998
  /// Tables that have their own meaning.
  private static let reserved: Set<String> = [
    "records", "findings", "files", "totals", "articles", "articles_index",
  ]

  private let database: Database
  private let name: String
  /// The column of each part, by its path.
  private var columns: [String: Int] = [:]
  /// The parts for which there was no column left.
  private var others: Set<String> = []
  /// The names of the columns as SQLite compares them.
  private var taken: Set<String> = ["record", "input"]
  private var insertion: Statement?

  init(of plugin: String, in database: Database) throws(DatabaseError) {
    self.database = database
    let isReserved =
      ResultTable.reserved.contains(plugin) || plugin.hasPrefix("sqlite_")
      || plugin.hasPrefix("articles_index_")
    name = ResultTable.quoted(isReserved ? "plugin_\(plugin)" : plugin)
    try database.execute(
      "CREATE TABLE \(name) (record INTEGER PRIMARY KEY REFERENCES records, input TEXT NOT NULL)")
  }

  /// Adds a row.
  func insert(record: Int, input: String, _ result: JSONValue) throws(DatabaseError) {
    let cells = FlatResult(result).cells
    for cell in cells where columns[cell.path] == nil { try addColumn(cell) }
    let insertion = try statement()
    insertion.bind(1, record)
    insertion.bind(2, input)
    for cell in cells {
      if let column = columns[cell.path] { insertion.bind(Int32(3 + column), cell.value) }
    }
    try insertion.run()
  }

  /// What is not in the table; `nil` where all is.
  var omission: String? {
    if others.isEmpty { return nil }
    let count = columns.count + others.count
    return "its table has columns for \(columns.count) of the \(count) parts of its results, "
      + "as many as SQLite allows; records.result has all"
  }

  private func addColumn(_ cell: FlatResult.Cell) throws(DatabaseError) {
    guard columns.count < ResultTable.columnLimit else {
      others.insert(cell.path)
      return
    }
    // SQLite takes `Words` and `words` for one, and reads a name up to its first NUL.
    let plain = cell.name.replacing("\0", with: "\u{FFFD}")
    var name = plain
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(plain)_\(number)"
      number += 1
    }
    try database.execute("ALTER TABLE \(self.name) ADD COLUMN \(ResultTable.quoted(name))")
    columns[cell.path] = columns.count
    insertion = nil
  }

  private func statement() throws(DatabaseError) -> Statement {
    if let insertion { return insertion }
    let places = String(repeating: ", ?", count: columns.count)
    let statement = try database.prepare("INSERT INTO \(name) VALUES (?, ?\(places))")
    insertion = statement
    return statement
  }

  /// A name as SQL takes it, whatever is in it but NUL, which would end the statement.
  private static func quoted(_ name: String) -> String {
    var quoted = "\""
    for scalar in name.unicodeScalars where scalar != "\0" {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}

extension Statement {
  /// Binds a value: lists and maps as JSON text, true and false as 1 and 0.
  fileprivate func bind(_ index: Int32, _ value: JSONValue) {
    switch value {
    case .null: bindNull(index)
    case .bool(let flag): bind(index, flag ? 1 : 0)
    case .integer(let number): bind(index, number)
    case .number(let number): bind(index, number)
    case .string(let text): bind(index, text)
    case .array, .object:
      var json = JSONWriter()
      json.value(value)
      bind(index, String(decoding: json.finish(), as: UTF8.self))
    }
  }
}
