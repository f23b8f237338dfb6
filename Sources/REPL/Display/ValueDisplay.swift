import ArticleModel
import PluginHost

/// Shows any value of Lua on a page.
struct ValueDisplay {
  let page: Page

  /// The lines of a value that an expression gave; never more than a screen, unless the page is whole.
  func lines(_ value: DisplayValue) -> [String] {
    switch value {
    case .string(let string): StringText(string: string, page: page).lines
    case .table(let table):
      MarkedTable(page: page).lines(table) ?? TableText(page: page).lines(table)
    case .handle(let handle): lines(handle)
    case .collection(let collection): CollectionText(collection, page: page).lines
    case .function, .other, .nil, .bool, .integer, .number:
      [page.isWhole ? ScalarText.plain(value) : ScalarText.line(value, page).styled]
    }
  }

  private func lines(_ handle: DisplayHandle) -> [String] {
    let article = handle.article
    if handle.type == "article" { return ArticleCard(article: article, page: page).lines }
    if NodeKind(rawValue: handle.type) != nil, article.nodes.indices.contains(handle.index) {
      return NodeText(article: article, index: handle.index, page: page).lines
    }
    return page.cut(PartText(handle: handle, page: page).lines)
  }
}
