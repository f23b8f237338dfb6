import ArticleModel
import BatchRunner
import PluginHost

/// A table that `ibid.chart` or `ibid.table` made, drawn instead of spelled out.
struct MarkedTable {
  let page: Page

  /// The lines of the drawing; `nil` for any other table.
  func lines(_ table: DisplayTable) -> [String]? {
    guard let mark = MarkedTable.field("ibid", of: table),
      case .string(let name) = mark
    else { return nil }
    if name.text == "table" { return grid(table) }
    guard let chart = Chart(MarkedTable.json(table)) else { return nil }
    return page.cut(ChartText(chart, width: page.columns).lines)
  }

  private func grid(_ table: DisplayTable) -> [String]? {
    guard case .table(let rows)? = MarkedTable.field("rows", of: table) else { return nil }
    var grid = Grid(rows: rows.entries.map { MarkedTable.cells($0.value) })
    if let header = MarkedTable.field("header", of: table) {
      grid.header = MarkedTable.cells(header)
    }
    let title = MarkedTable.field("title", of: table).map { [page.strong(ScalarText.plain($0))] }
    return grid.lines(page, after: title ?? [], total: rows.listCount)
  }

  private static func cells(_ value: DisplayValue) -> [String] {
    guard case .table(let row) = value else { return [ScalarText.plain(value)] }
    return row.entries.map { ScalarText.plain($0.value) }
  }

  private static func field(_ name: String, of table: DisplayTable) -> DisplayValue? {
    table.entries.first { key($0.key) == name }?.value
  }

  private static func key(_ key: DisplayValue) -> String? {
    if case .string(let key) = key { key.text } else { nil }
  }

  /// A table of plain values as the JSON that a record would hold.
  private static func json(_ table: DisplayTable) -> JSONValue {
    if table.isList { return .array(table.entries.map { json($0.value) }) }
    return .object(
      table.entries.compactMap { entry in key(entry.key).map { JSONMember($0, json(entry.value)) } }
    )
  }

  private static func json(_ value: DisplayValue) -> JSONValue {
    switch value {
    case .table(let table): json(table)
    case .integer(let number): .integer(Int(number))
    case .number(let number): .number(number)
    case .bool(let flag): .bool(flag)
    case .string(let text): .string(text.text)
    default: .null
    }
  }
}
