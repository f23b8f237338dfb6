/// Measures and cuts text by the columns that it takes on a terminal.
///
/// Everything works by grapheme cluster and with the editor's own widths, so that tables and cards
/// align with what is typed. Results hold no control: what has no visible form appears by name.
public struct TerminalText: Sendable {
  private let metrics: Metrics

  /// - Parameter tabWidth: the distance of tab stops in columns.
  public init(tabWidth: Int = 4) {
    metrics = Metrics(tabWidth: max(tabWidth, 1))
  }

  /// The columns of one line of text.
  public func columns(_ text: some StringProtocol) -> Int { metrics.columns(text) }

  /// The text on one line of at most `columns`, cut with an ellipsis where it is longer.
  ///
  /// Line ends become spaces.
  public func fitting(_ text: some StringProtocol, columns: Int) -> String {
    guard columns > 0 else { return "" }
    let line = String(text.map { $0.isNewline ? " " : $0 })
    let room = max(columns, 2)
    var builder = FrameBuilder(columns: room, metrics: metrics)
    builder.appendFitting(line, .text)
    return columns == 1 && metrics.columns(line) > 1 ? "\u{2026}" : Self.text(builder.rows[0])
  }

  /// The text on one line of exactly `columns`: cut where it is longer, else filled with blanks.
  public func padded(
    _ text: some StringProtocol, to columns: Int, alignsRight: Bool = false
  ) -> String {
    let fitting = fitting(text, columns: columns)
    let blanks = String(repeating: " ", count: max(columns - metrics.columns(fitting), 0))
    return alignsRight ? blanks + fitting : fitting + blanks
  }

  /// The text in lines of at most `columns` (at least 2), broken at blanks where there are any.
  ///
  /// Between ideographs and kana a line may break without a blank, as their scripts do.
  public func wrapped(_ text: some StringProtocol, columns: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      wrapLine($0, columns: max(columns, 2))
    }
  }

  private func wrapLine(_ text: some StringProtocol, columns: Int) -> [String] {
    var lines: [Frame.Row] = []
    var line: Frame.Row = []
    var width = 0
    /// Where the line can break: the cells before it stay, blanks after them are dropped.
    var lastBreak: Int?
    for cluster in text {
      for cell in Cell.cells(cluster, .text, column: width, metrics: metrics) {
        if width + cell.columns > columns {
          if cell.text == " " {
            lastBreak = line.count  // the blank that a line ends with has no place
            continue
          }
          let end = lastBreak ?? line.count
          lines.append(Array(line[..<end]))
          line = Array(line[end...].drop { $0.text == " " })
          width = Frame.columns(line)
          lastBreak = nil
        }
        if cell.columns == 2, !line.isEmpty { lastBreak = line.count }
        line.append(cell)
        width += cell.columns
        if cell.text == " " || cell.columns == 2 { lastBreak = line.count }
      }
    }
    lines.append(line)
    return lines.map { row in
      String(Self.text(row).reversed().drop { $0 == " " }.reversed())
    }
  }

  private static func text(_ row: Frame.Row) -> String { row.map(\.text).joined() }
}
