import ArticleModel
import CHTML

/// Tells tables of data from tables that lay out a page, and finds their rows.
struct HTMLTable {
  /// A cell's element, or `nil` where a cell of an earlier column or row spans the place.
  typealias Row = [Int?]

  var rows: [Row] = []
  var hasHeader = false
  var caption: Int?

  /// The widest span that is followed; HTML allows 1,000 columns.
  private static let widest = 1_000
  /// How many places spans may add; a table of a few bytes must not grow to millions of cells.
  private static let mostSpanned = 100_000

  /// Reads the rows of a table.
  ///
  /// A cell that spans columns or rows stands in the first of its places; the others are empty.
  init(_ table: Int, in tree: HTMLTree) {
    var below: [Int: Int] = [:]  // column → rows that a cell above still covers
    var budget = HTMLTable.mostSpanned
    var headRow = -1
    for index in tree.inside(table) where HTMLTable.table(around: index, in: tree) == table {
      switch tree.tag(index) {
      case GUMBO_TAG_CAPTION: caption = caption ?? index
      case GUMBO_TAG_TR:
        let cells = HTMLTable.cells(of: index, in: tree)
        guard !cells.isEmpty || !below.isEmpty else { continue }
        if rows.isEmpty { hasHeader = HTMLTable.isHeader(row: index, cells, in: tree) }
        if hasHeader, rows.isEmpty { headRow = index }
        rows.append(HTMLTable.place(cells, in: tree, &below, &budget))
      default: break
      }
    }
    _ = headRow
    rows.removeAll { row in row.allSatisfy { $0 == nil } }
  }

  private static func cells(of row: Int, in tree: HTMLTree) -> [Int] {
    tree.children(row).filter { tree.tag($0) == GUMBO_TAG_TD || tree.tag($0) == GUMBO_TAG_TH }
  }

  private static func place(
    _ cells: [Int], in tree: HTMLTree, _ below: inout [Int: Int], _ budget: inout Int
  ) -> Row {
    var row: Row = []
    var next: [Int: Int] = [:]
    func skipSpanned() {
      while let left = below[row.count] {
        if left > 1 { next[row.count] = left - 1 }
        row.append(nil)
      }
    }
    for cell in cells {
      skipSpanned()
      let width = span("colspan", cell, tree)
      let height = span("rowspan", cell, tree)
      for column in 0..<width {
        guard column == 0 || budget > 0 else { break }
        if height > 1, budget > 0 { next[row.count] = height - 1 }
        row.append(column == 0 ? cell : nil)
        if column > 0 || height > 1 { budget -= 1 }
      }
    }
    skipSpanned()
    below = next
    return row
  }

  private static func span(_ name: StaticString, _ cell: Int, _ tree: HTMLTree) -> Int {
    guard let value = tree.attribute(name, of: cell).flatMap({ decimal($0) }) else { return 1 }
    return max(1, min(value, widest))
  }

  /// Whether the first row is a header: within `thead`, or all its cells are `th`.
  private static func isHeader(row: Int, _ cells: [Int], in tree: HTMLTree) -> Bool {
    if tree.tag(tree.parent(row)) == GUMBO_TAG_THEAD { return true }
    return cells.allSatisfy { tree.tag($0) == GUMBO_TAG_TH }
  }

  /// The innermost table around a node, or -1.
  private static func table(around index: Int, in tree: HTMLTree) -> Int {
    var parent = tree.parent(index)
    while parent >= 0, tree.tag(parent) != GUMBO_TAG_TABLE { parent = tree.parent(parent) }
    return parent
  }

  /// Whether a table holds data, and not the page's layout.
  ///
  /// What the author said (`role`, `caption`, `th`, `summary`) counts first; then a table of one row or column, or one
  /// that contains tables, is taken for layout.
  static func isData(_ table: Int, in tree: HTMLTree) -> Bool {
    let role = tree.string("role", of: table)
    if role == "presentation" || role == "none" || tree.string("datatable", of: table) == "0" { return false }
    if let summary = tree.attribute("summary", of: table), !summary.isEmpty { return true }
    var rows = 0
    var columns = 0
    var isNested = false
    var blocks = 0
    for index in tree.inside(table) {
      switch tree.tag(index) {
      case GUMBO_TAG_TABLE: isNested = true
      case GUMBO_TAG_TH, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT, GUMBO_TAG_COL, GUMBO_TAG_COLGROUP, GUMBO_TAG_CAPTION:
        if HTMLTable.table(around: index, in: tree) == table { return true }
      case GUMBO_TAG_TR:
        rows += 1
        columns = max(columns, cells(of: index, in: tree).count)
      case GUMBO_TAG_P, GUMBO_TAG_DIV, GUMBO_TAG_UL, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3: blocks += 1
      default: break
      }
    }
    if isNested || rows <= 1 || columns <= 1 { return false }
    return blocks <= rows * columns
  }
}
