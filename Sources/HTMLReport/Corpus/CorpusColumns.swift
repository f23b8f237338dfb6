import ArticleModel

/// The columns of the table of articles: what is known of every article, then the figures of plugins.
struct CorpusColumns {
  /// How many columns are shown, and how many are known of; plugins may give a figure for each word.
  private static let shownLimit = 30
  private static let limit = 500

  /// A column.
  struct Column {
    /// The name in filters, with the plugin's: `counting.words`.
    var name: String
    /// What stands above it.
    var label: String
    var isNumeric = true
    /// Whether some value says more than 0 or nothing.
    var isTelling = false
  }

  /// Figures that say most of a text, in this order.
  private static let telling = [
    "words", "footnotes", "notes", "flesch", "lix", "sentences", "reading_minutes",
  ]

  /// Where a column stands: fields of the article, the figures above, then all others as they came.
  static func rank(_ column: Column) -> Int {
    if let place = telling.firstIndex(of: column.label) { return place }
    return column.name.utf8.contains(UInt8(ascii: ".")) ? telling.count : -1
  }

  private(set) var all: [Column] = ["status", "date", "language", "findings", "notes"].map {
    Column(name: $0, label: $0)
  }
  private var places: [String: Int] = [
    "status": 0, "date": 1, "language": 2, "findings": 3, "notes": 4,
  ]

  /// The columns that are shown.
  var shown: [Column] {
    // What a plugin counts under the name of an article's own field is the same once more.
    let hasNotes = all.contains { $0.label == "footnotes" && $0.isTelling }
    let telling = all.filter {
      ($0.isTelling || $0.name == "status") && !(hasNotes && $0.name == "notes")
        && !($0.label == "language" && $0.name != "language")
    }
    return telling.enumerated().sorted {
      (CorpusColumns.rank($0.element), $0.offset) < (CorpusColumns.rank($1.element), $1.offset)
    }.prefix(CorpusColumns.shownLimit).map(\.element)
  }

  /// Whether a text is short enough for a cell, and no name of a file that a plugin wrote.
  static func takes(_ text: String, _ key: String) -> Bool {
    text.utf8.count <= 40 && !text.utf8.contains(UInt8(ascii: "\n"))
      && !["text", "path", "file"].contains(key)
  }

  /// Adds a column, unless it is there.
  mutating func add(_ name: String, label: String) {
    guard places[name] == nil, all.count < CorpusColumns.limit else { return }
    places[name] = all.count
    all.append(Column(name: name, label: label))
  }

  /// Learns from a value what a column holds.
  mutating func note(_ value: JSONValue, in name: String) {
    guard let place = places[name] else { return }
    switch value {
    case .integer(0), .number(0), .null: break
    case .integer, .number: all[place].isTelling = true
    default:
      all[place].isTelling = true
      all[place].isNumeric = false
    }
  }
}
