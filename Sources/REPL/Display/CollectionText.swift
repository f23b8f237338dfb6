import ArticleModel
import PluginHost

/// A list of parts of an article, one a line with its number.
struct CollectionText {
  /// The member that gave it, or nothing for a list that Lua made.
  var name = ""
  var isOfRows = false
  let count: Int
  /// As many of the elements as there are to be seen.
  let elements: [DisplayValue]
  let page: Page

  init(_ collection: DisplayCollection, page: Page) {
    name = collection.name
    isOfRows = collection.elementType == "row"
    count = collection.count
    elements = collection.elements
    self.page = page
  }

  init(count: Int, elements: [DisplayValue], page: Page) {
    self.count = count
    self.elements = elements
    self.page = page
  }

  var lines: [String] {
    if count == 0 { return [page.dim("no \(name)")] }
    if isOfRows { return rows.lines(page, total: count) }
    let width = "\(count)".utf8.count
    let cells = elements.map(CollectionText.columns)
    let widths = (0..<2).map { column in
      min(cells.map { page.width($0[column]) }.max() ?? 0, page.columns / 3)
    }
    return page.list(count, made: cells.count, of: noun) { index in
      let number = page.padded("\(index + 1)", to: width, alignsRight: true)
      let first = page.padded(cells[index][0], to: widths[0])
      let second = page.padded(cells[index][1], to: widths[1], alignsRight: true)
      let head = [first, second].filter { !$0.isEmpty }.joined(separator: "  ")
      let used = page.width(number) + page.width(head) + 4
      let text = cells[index][2]
      return " \(page.number(number))  \(page.dim(head))" + (head.isEmpty ? "" : "  ")
        + (page.isWhole ? text : page.rest(text, after: used + 1))
    }
  }

  private var noun: String {
    switch name {
    case "row": "cell"
    case let name where name.count > 1 && name.hasSuffix("s"): String(name.dropLast())
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
      rows: elements.map { row in
        guard case .collection(let cells) = row else { return [ScalarText.plain(row)] }
        return cells.elements.map(ScalarText.plain)
      })
  }
}
