import ArticleModel
import PluginHost

/// A list of parts of an article, one a line with its number.
struct CollectionText {
  let collection: DisplayCollection
  let page: Page

  var lines: [String] {
    if collection.count == 0 { return [page.dim("no \(collection.name)")] }
    if collection.elementType == "row" { return rows.lines(page, total: collection.count) }
    let width = "\(collection.count)".utf8.count
    let cells = collection.elements.map(CollectionText.columns)
    let widths = (0..<2).map { column in
      cells.map { page.metrics.columns($0[column]) }.max() ?? 0
    }
    return page.list(collection.count, made: cells.count, of: noun) { index in
      let number = page.metrics.padded("\(index + 1)", to: width, alignsRight: true)
      let first = page.metrics.padded(cells[index][0], to: widths[0])
      let second = page.metrics.padded(cells[index][1], to: widths[1], alignsRight: true)
      let head = [first, second].filter { !$0.isEmpty }.joined(separator: "  ")
      let used = page.metrics.columns(number) + page.metrics.columns(head) + 4
      let text = cells[index][2]
      return " \(page.number(number))  \(page.dim(head))" + (head.isEmpty ? "" : "  ")
        + (page.isWhole ? text : page.rest(text, after: used + 1))
    }
  }

  private var noun: String {
    switch collection.name {
    case "row": "cell"
    case let name where name.hasSuffix("s"): String(name.dropLast())
    default: "element"
    }
  }

  /// Kind, place and words of an element.
  private static func columns(_ value: DisplayValue) -> [String] {
    guard case .handle(let handle) = value else { return ["", "", ScalarText.plain(value)] }
    if NodeKind(rawValue: handle.type) != nil, handle.article.nodes.indices.contains(handle.index) {
      let line = NodeLine(article: handle.article, index: handle.index)
      return [line.kind, "\(handle.article.nodes[handle.index].line)", line.words]
    }
    if handle.type == "article" {
      let card = ArticleCard(article: handle.article, page: Page())
      return [handle.article.path, "", card.summary]
    }
    return PartText(handle: handle, page: Page()).columns
  }

  /// The rows of a table.
  private var rows: Grid {
    Grid(
      rows: collection.elements.map { row in
        guard case .collection(let cells) = row else { return [ScalarText.plain(row)] }
        return cells.elements.map(ScalarText.plain)
      })
  }
}
