import ArticleModel
import CHTML

/// Tells tables of data from tables that lay out a page.
///
/// What the author said (`role`, `caption`, `th`, `summary`) counts first; then a table of one row or column, or one that
/// contains tables, is taken for layout.
struct HTMLDataTables {
  /// The tables that hold data.
  let elements: Set<Int>

  /// What is known of a table while its rows are counted.
  private struct Count {
    var table: Int
    var rows = 0
    var columns = 0
    var blocks = 0
    var isNested = false
    var isMarked = false
    /// Whether it has a caption or cells of a header.
    var hasHeader = false
    /// Whether sections stand in its cells, as those of `Question` and `Answer` in DocBook's pages.
    var holdsSections = false
  }

  /// Judges all tables of a page in one pass.
  init(_ tree: HTMLTree) {
    var open: [Count] = []
    var found: Set<Int> = []
    func close(before index: Int) {
      while let last = open.last, tree.end(last.table) <= index {
        open.removeLast()
        if HTMLDataTables.isData(last, in: tree) { found.insert(last.table) }
      }
    }
    for index in tree.elements.indices where tree.isElement(index) {
      close(before: index)
      let tag = tree.tag(index)
      if tag == GUMBO_TAG_TABLE {
        if !open.isEmpty { open[open.count - 1].isNested = true }
        open.append(Count(table: index))
        continue
      }
      guard let last = open.indices.last else { continue }
      if HTMLTraits.of(tag).contains(.heading) { open[last].holdsSections = true }
      switch tag {
      case GUMBO_TAG_TH, GUMBO_TAG_THEAD, GUMBO_TAG_CAPTION:
        open[last].isMarked = true
        open[last].hasHeader = true
      case GUMBO_TAG_TFOOT, GUMBO_TAG_COL, GUMBO_TAG_COLGROUP: open[last].isMarked = true
      case GUMBO_TAG_TR:
        open[last].rows += 1
        open[last].columns = max(open[last].columns, HTMLTable.cells(of: index, in: tree).count)
      case GUMBO_TAG_P, GUMBO_TAG_DIV, GUMBO_TAG_UL, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3:
        open[last].blocks += 1
      default: break
      }
    }
    close(before: tree.count)
    elements = found
  }

  private static func isData(_ count: Count, in tree: HTMLTree) -> Bool {
    let role = tree.string("role", of: count.table)
    if role == "presentation" || role == "none" || tree.string("datatable", of: count.table) == "0"
    {
      return false
    }
    if count.holdsSections, !count.hasHeader { return false }
    if let summary = tree.attribute("summary", of: count.table), !summary.isEmpty { return true }
    if count.isMarked { return true }
    if count.isNested || count.rows <= 1 || count.columns <= 1 { return false }
    return count.blocks <= count.rows * count.columns
  }
}
