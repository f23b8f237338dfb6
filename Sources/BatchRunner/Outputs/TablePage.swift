import ArticleModel

/// Rows of one plugin, laid out together.
struct TablePage {
  /// The most columns of a terminal that one cell takes.
  private static let cellWidth = 32
  private static let labelWidth = 40

  /// A row: the input and its cells, or why there are none.
  struct Row {
    var label: String
    /// The cells by their paths.
    var cells: [String: JSONValue] = [:]
    var failure: String?
  }

  private(set) var rows: [Row] = []
  private var columns = ResultColumns()

  var isEmpty: Bool { rows.isEmpty }

  /// Adds a row with a result.
  mutating func append(_ label: String, _ result: FlatResult) {
    var row = Row(label: label)
    for cell in result.cells {
      // A column is worth its room once there is a value in it.
      guard cell.value != .null else { continue }
      columns.insert(cell)
      row.cells[cell.path] = cell.value
    }
    rows.append(row)
  }

  /// Adds a row that says why there is no result.
  mutating func append(_ label: String, failure: String) {
    rows.append(Row(label: label, failure: failure))
  }

  /// Whether a value has a cell in a column of this page.
  func shares(_ result: FlatResult) -> Bool { result.cells.contains(where: columns.contains) }

  /// The page as text, at most `width` columns wide; columns that do not fit are named below it.
  func text(width: Int, style: Style) -> String {
    let labels = rows.map {
      ColumnText.cutStart(ColumnText.oneLine($0.label), to: TablePage.labelWidth)
    }
    let labelWidth = max(labels.map(ColumnText.width).max() ?? 0, 5)
    let shown = columnsThatFit(width - labelWidth)
    var text = ""
    let header = shown.map {
      ColumnText.padded($0.title, to: $0.width, alignsRight: $0.alignsRight)
    }
    text += style.bold(TablePage.line([ColumnText.padded("input", to: labelWidth)] + header)) + "\n"
    for (label, row) in zip(labels, rows) {
      let label = ColumnText.padded(label, to: labelWidth)
      if let failure = row.failure {
        let message = ColumnText.cut(
          ColumnText.oneLine(failure), to: max(20, width - labelWidth - 2))
        text += "\(label)  \(style.red(message))\n"
        continue
      }
      let cells = shown.map { column in
        ColumnText.padded(
          ColumnText.cut(DisplayValue.line(row.cells[column.path] ?? .null), to: column.width),
          to: column.width, alignsRight: column.alignsRight)
      }
      text += TablePage.line([label] + cells) + "\n"
    }
    let left = columns.names().dropFirst(shown.count)
    if !left.isEmpty {
      let names = ColumnText.cut("also: " + left.joined(separator: ", "), to: width)
      text += style.dim(names) + "\n"
    }
    return text
  }

  private struct Column {
    var path: String
    var title: String
    var width: Int
    var alignsRight: Bool
  }

  /// The first columns that fit beside the label.
  private func columnsThatFit(_ width: Int) -> [Column] {
    var left = width
    var fitting: [Column] = []
    for (path, name) in zip(columns.paths, columns.names()) {
      let values = rows.compactMap { $0.cells[path] }
      let title = ColumnText.cut(ColumnText.oneLine(name), to: TablePage.cellWidth)
      let content = values.map { ColumnText.width(DisplayValue.line($0)) }.max() ?? 0
      let column = Column(
        path: path, title: title,
        width: max(ColumnText.width(title), min(content, TablePage.cellWidth)),
        alignsRight: values.allSatisfy(DisplayValue.isNumber))
      left -= column.width + 2
      guard left >= 0 || fitting.isEmpty else { break }
      fitting.append(column)
    }
    return fitting
  }

  /// Cells side by side.
  private static func line(_ cells: [String]) -> String {
    ColumnText.withoutEndSpaces(cells.joined(separator: "  "))
  }
}
