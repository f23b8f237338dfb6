/// Lays clusters out in rows of a given width.
struct FrameBuilder {
  let columns: Int
  let metrics: Metrics
  private(set) var rows: [Frame.Row] = [[]]
  private(set) var column = 0

  init(columns: Int, metrics: Metrics) {
    self.columns = max(columns, 2)
    self.metrics = metrics
  }

  private var end: Frame.Position { Frame.Position(row: rows.count - 1, column: column) }

  /// Where the cursor stands when it is at the end: a full row sends it to the next one.
  mutating func cursorPosition() -> Frame.Position {
    if column >= columns { newline() }
    return end
  }

  /// Places a cluster and gives the position of its first cell.
  @discardableResult
  mutating func append(_ cluster: Character, _ role: StyleRole) -> Frame.Position {
    if cluster == "\n" {
      newline()
      return end
    }
    if column >= columns { newline() }
    if let cell = Cell(ascii: cluster, role) {
      let place = end
      rows[rows.count - 1].append(cell)
      column += 1
      return place
    }
    var first: Frame.Position?
    for var cell in Cell.cells(cluster, role, column: column, metrics: metrics) {
      if cluster == "\t", cell.columns > columns - column {  // a tab ends with its row
        cell.columns = columns - column
        cell.text = String(repeating: " ", count: cell.columns)
      }
      if column + cell.columns > columns { newline() }
      first = first ?? end
      rows[rows.count - 1].append(cell)
      column += cell.columns
    }
    return first ?? end
  }

  mutating func append(_ text: some StringProtocol, _ role: StyleRole) {
    for cluster in text { append(cluster, role) }
  }

  /// Places one line of text in what is left of the row, cut with an ellipsis.
  mutating func appendFitting(_ text: some StringProtocol, _ role: StyleRole) {
    let line = text.prefix { $0 != "\n" }
    let isWhole = line.endIndex == text.endIndex
    if isWhole, column + metrics.columns(line, from: column) <= columns {
      return append(line, role)
    }
    guard column < columns else { return }
    for cluster in line {
      guard column + metrics.columns(String(cluster), from: column) < columns else { break }
      append(cluster, role)
    }
    append("\u{2026}" as Character, role)
  }

  /// Places cells that were laid out before.
  mutating func append(_ cells: Frame.Row) {
    rows[rows.count - 1] += cells
    column += Frame.columns(cells)
  }

  /// Fills the row with blanks up to a column.
  mutating func pad(to target: Int) {
    while column < min(target, columns) { append(" " as Character, .text) }
  }

  mutating func newline() {
    rows.append([])
    column = 0
  }
}
