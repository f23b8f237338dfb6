public import LineEditor

/// The room and the looks that a value is shown with.
public struct Page: Sendable {
  /// Columns of the screen.
  public var columns: Int
  /// Rows of the screen.
  public var rows: Int
  /// Whether everything is shown, however long it is.
  public var isWhole: Bool
  /// Whether there is a command `:raw` for the rest of a value.
  public var hasRaw = true
  /// The looks; without any where the output is no terminal.
  public var theme: Theme

  private let metrics = TerminalText()

  /// Makes a page.
  public init(columns: Int = 80, rows: Int = 24, isWhole: Bool = false, theme: Theme = Theme([:])) {
    self.columns = max(columns, 20)
    self.rows = max(rows, 8)
    self.isWhole = isWhole
    self.theme = theme
  }

  /// The lines that fit above a new prompt: a screen without the typed line and the prompt.
  var room: Int { isWhole ? .max : rows - 3 }

  /// The lines of a value, the last replaced by how many more there are where they do not fit.
  ///
  /// - Parameter isValue: whether `:raw` shows the rest; of other lines there is no more to be had.
  func cut(_ lines: [String], isValue: Bool = true) -> [String] {
    guard lines.count > room else { return lines }
    let kept = lines.prefix(room - 1)
    return kept + [more(lines.count - kept.count, "line", isValue: isValue)]
  }

  /// A list of `count` entries, of which only those that fit are made.
  ///
  /// - Parameter made: how many of them can be made at all.
  func list(
    _ count: Int, made: Int? = nil, of noun: String, after head: [String] = [],
    line: (Int) -> String
  ) -> [String] {
    let room = self.room - head.count
    let available = min(count, made ?? count)
    let shown = count <= room ? available : min(available, max(room - 1, 1))
    var lines = head + (0..<shown).map(line)
    if shown < count { lines.append(more(count - shown, noun)) }
    return lines
  }

  private func more(_ count: Int, _ noun: String, isValue: Bool = true) -> String {
    let hint = isValue ? rawHint("all") : ""
    return dim(rest("… \(count) more \(count == 1 ? noun : Page.plural(noun))\(hint)", after: 0))
  }

  /// How the rest of a value is seen: `; :raw shows all`.
  func rawHint(_ what: String) -> String { isWhole || !hasRaw ? "" : "; :raw shows \(what)" }

  /// A count with its noun: `1 table`, `2 tables`.
  static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(count == 1 ? noun : plural(noun))"
  }

  private static func plural(_ noun: String) -> String {
    switch noun {
    case "entry": "entries"
    case "boilerplate": "pieces of boilerplate"
    case "front_matter": "lines of front matter"
    default: noun.hasSuffix("s") ? noun : noun.split(separator: "_").joined(separator: " ") + "s"
    }
  }

  // MARK: Looks

  func dim(_ text: String) -> String { theme.styled(text, as: .hint) }
  func strong(_ text: String) -> String { theme.styled(text, as: .command) }
  func string(_ text: String) -> String { theme.styled(text, as: .string) }
  func number(_ text: String) -> String { theme.styled(text, as: .number) }
  func constant(_ text: String) -> String { theme.styled(text, as: .constant) }
  func alarm(_ text: String) -> String { theme.styled(text, as: .error) }

  // MARK: Measures, by the editor's own widths

  /// The columns of a line.
  func width(_ text: String) -> Int { metrics.columns(text) }

  func fitting(_ text: String, columns: Int) -> String { metrics.fitting(text, columns: columns) }

  func padded(_ text: String, to columns: Int, alignsRight: Bool = false) -> String {
    metrics.padded(text, to: columns, alignsRight: alignsRight)
  }

  /// A text broken into lines of at most `columns`.
  func broken(_ text: String, columns: Int) -> [String] { metrics.wrapped(text, columns: columns) }

  /// A text on one line that ends at the right edge, `used` columns being taken.
  func rest(_ text: String, after used: Int) -> String {
    metrics.fitting(text, columns: max(columns - used, 8))
  }

  /// A text in lines, each after `indent` blanks.
  func wrapped(_ text: String, indent: Int = 0) -> [String] {
    let blanks = String(repeating: " ", count: indent)
    return metrics.wrapped(text, columns: columns - indent).map { blanks + $0 }
  }
}
