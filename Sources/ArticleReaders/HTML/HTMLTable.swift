import ArticleModel
import CHTML

/// The rows of a table of data.
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
    for index in tree.inside(table) {
      switch tree.tag(index) {
      case GUMBO_TAG_CAPTION where HTMLTable.table(around: index, in: tree) == table:
        caption = caption ?? index
      case GUMBO_TAG_TR where HTMLTable.table(around: index, in: tree) == table:
        let cells = HTMLTable.cells(of: index, in: tree)
        guard !cells.isEmpty || !below.isEmpty else { continue }
        if rows.isEmpty { hasHeader = HTMLTable.isHeader(row: index, cells, in: tree) }
        rows.append(HTMLTable.place(cells, in: tree, &below, &budget))
      default: break
      }
    }
    rows.removeAll { row in row.allSatisfy { $0 == nil } }
  }

  static func cells(of row: Int, in tree: HTMLTree) -> [Int] {
    tree.children(row).filter { tree.tag($0) == GUMBO_TAG_TD || tree.tag($0) == GUMBO_TAG_TH }
  }

  private static func place(
    _ cells: [Int], in tree: HTMLTree, _ below: inout [Int: Int], _ budget: inout Int
  ) -> Row {
    var row: Row = []
    var next: [Int: Int] = [:]
    func skipSpanned() {
      while budget > 0, let left = below[row.count] {
        budget -= 1
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
}
