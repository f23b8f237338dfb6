import ArticleModel

/// A node in few words, for a line of a list.
struct NodeLine {
  let article: Article
  let index: Int

  private var node: Node { article.nodes[index] }

  /// What the node is; a paragraph's role where it is not the running text.
  var kind: String {
    switch node.kind {
    case .heading: "heading \(node.level)"
    case .paragraph where node.role != .body: node.role.rawValue
    default: node.kind.rawValue.split(separator: "_").joined(separator: " ")
    }
  }

  /// What it says: its text, or what stands for it.
  var words: String {
    switch node.kind {
    case .table: tableWords
    case .poll: pollWords
    case .list, .quote, .figure: node.text.isEmpty ? inside : article.string(node.text)
    case .footnote: "[\(label)] \(article.string(node.text))"
    case .boilerplate:
      article.string(node.text).isEmpty
        ? article.sourceString(node.source) : article.string(node.text)
    default: article.string(node.text)
    }
  }

  private var label: String {
    let payload = Int(node.payload)
    return article.footnotes.indices.contains(payload)
      ? article.string(article.footnotes[payload].label) : "?"
  }

  private var tableWords: String {
    let table = article.tables[Int(node.payload)]
    let names = [article.string(table.label), article.string(table.caption)].filter { !$0.isEmpty }
    let size = "\(article.bodyRows(of: table).count) × \(table.columnCount)"
    return names.isEmpty ? "(\(size))" : "\(names.joined(separator: ". ")) (\(size))"
  }

  private var pollWords: String {
    let poll = article.polls[Int(node.payload)]
    let votes = poll.total.map { ", \(Page.count($0, "vote"))" } ?? ""
    return
      "\(article.string(poll.question)) (\(Page.count(Int(poll.options.count), "answer"))\(votes))"
  }

  /// The first text inside, and how many children there are.
  private var inside: String {
    let children = Array(article.children(of: index))
    guard let first = children.first else { return article.sourceString(node.source) }
    let text = article.string(article.nodes[first].text)
    return children.count == 1 ? text : "\(text) (\(children.count))"
  }
}
