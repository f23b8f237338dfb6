/// The forms in which a run can write its results.
public enum ResultsForm: String, CaseIterable, Sendable {
  case table, jsonl, json, csv, sqlite, html

  /// The form that a file's name asks for; `nil` where it tells nothing.
  public init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    switch name.split(separator: ".").last.map({ $0.lowercased() }) {
    case "jsonl", "ndjson": self = .jsonl
    case "json": self = .json
    case "csv": self = .csv
    case "sqlite", "sqlite3", "db": self = .sqlite
    case "txt": self = .table
    default: return nil
    }
  }
}
