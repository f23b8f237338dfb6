import ArticleModel
import TextAnalysis

/// An article at a glance: who, when, how much, how it begins, what is wrong with it.
struct ArticleCard {
  let article: Article
  let page: Page

  /// The lines of the card; never more than a screen.
  var lines: [String] {
    var lines = page.broken(article.title ?? "(no title)", columns: page.columns)
      .prefix(3).map(page.strong)
    if let subtitle = article.subtitle {
      lines += page.broken(subtitle, columns: page.columns).prefix(2)
    }
    lines += [byline, origin].filter { !$0.isEmpty }.map { page.dim(page.rest($0, after: 0)) }
    lines += page.broken(counts, columns: page.columns)
    let problems = self.problems
    lines += beginning(lines: page.isWhole ? .max : page.room - lines.count - problems.count)
    return page.cut(lines + problems)
  }

  /// One line for a list of articles.
  var summary: String {
    [article.title ?? "(no title)", article.authors.compactMap(\.name).joined(separator: ", ")]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private var byline: String {
    let authors = article.authors.compactMap { $0.name ?? $0.about }.joined(separator: ", ")
    return [article.series ?? "", authors.isEmpty ? "" : "by \(authors)", article.date ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private var origin: String {
    let size = article.source.count
    let amount = size < 1024 ? "\(size) bytes" : "\((size + 512) / 1024) KB"
    return [
      article.path, article.format.rawValue, article.language ?? "",
      Page.count(article.lines.count, "line"), amount,
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private var counts: String {
    let references = article.references.count
    var parts = [(words, "word"), (article.blocks(of: .paragraph).count, "paragraph")]
    parts += [NodeKind.heading, .pullQuote, .list, .quote, .figure].map {
      (article.blocks(of: $0).count, $0.rawValue)
    }
    parts += [(article.tables.count, "table"), (article.polls.count, "poll")]
    var texts = parts.filter { $0.0 > 0 }.map { Page.count($0.0, $0.1) }
    if !article.footnotes.isEmpty || references > 0 {
      texts.append(
        "\(Page.count(article.footnotes.count, "footnote")) (\(Page.count(references, "reference")))"
      )
    }
    return texts.joined(separator: " · ")
  }

  /// Words of the running text, as `article:count "words"` counts them.
  private var words: Int {
    let language = article.language.flatMap { Language($0) }
    return article.blockRange.reduce(0) { sum, index in
      let node = article.nodes[index]
      guard ArticleCard.isRunning(node.kind), !node.text.isEmpty else { return sum }
      return sum + WordSegmenter.count(in: Array(article.text[node.text.range]), language: language)
    }
  }

  private static func isRunning(_ kind: NodeKind) -> Bool {
    switch kind {
    case .heading, .paragraph, .item, .quote, .caption, .code: true
    default: false
    }
  }

  /// The first lines of the running text.
  private func beginning(lines wanted: Int) -> [String] {
    guard
      let first = article.blockRange.first(where: {
        article.nodes[$0].kind == .paragraph && article.nodes[$0].role != .byline
      }), wanted > 1
    else { return [] }
    let text = article.string(article.nodes[first].text)
    let wrapped = page.broken(text, columns: page.columns - 2)
    let count = min(wanted - 1, 3)
    var shown = wrapped.prefix(count).map { "  \($0)" }
    if wrapped.count > count, let last = shown.popLast() {
      shown.append((page.width(last) <= page.columns - 2 ? last : String(last.dropLast(2))) + " …")
    }
    return [""] + shown
  }

  private var problems: [String] {
    guard !article.diagnostics.isEmpty else { return [] }
    let most = page.isWhole ? article.diagnostics.count : 4
    var lines = ["", "\(Page.count(article.diagnostics.count, "diagnostic")):"]
    lines += article.diagnostics.prefix(most).map {
      DiagnosticLine(diagnostic: $0, page: page).text(indent: 2)
    }
    let rest = article.diagnostics.count - most
    if rest > 0 { lines.append(page.dim("  … \(rest) more; article.diagnostics lists them")) }
    return lines
  }
}
