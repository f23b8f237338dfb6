import ArticleModel

/// A footnote: its text, where it is cited, and what it points to.
struct FootnoteText {
  let article: Article
  let footnote: Footnote
  let page: Page

  var lines: [String] {
    let node = article.nodes[Int(footnote.node)]
    let place = "footnote at line \(node.line)"
    var lines = ["\(page.strong("[\(article.string(footnote.label))]")) \(page.dim(place))"]
    lines += page.wrapped(article.string(node.text), indent: 2)
    let citations = article.citations[footnote.citations.range]
    if citations.isEmpty { lines.append(page.alarm("  not cited")) }
    for citation in citations {
      lines.append(cited(article.references[Int(citation)]))
    }
    if footnote.antecedent >= 0 {
      let antecedent = article.footnotes[Int(footnote.antecedent)]
      let text = article.string(article.nodes[Int(antecedent.node)].text)
      let label = "  → [\(article.string(antecedent.label))] "
      lines.append(page.dim(label) + page.rest(text, after: page.width(label)))
    }
    return page.cut(lines)
  }

  private func cited(_ reference: Reference) -> String {
    let label = "  cited at \(reference.line):\(reference.column): "
    return page.dim(label)
      + page.rest(Self.context(of: reference, in: article), after: label.utf8.count)
  }

  /// The words before a reference, up to a dozen, with the mark after them.
  static func context(of reference: Reference, in article: Article) -> String {
    let node = article.nodes[Int(reference.node)]
    let start = node.text.start
    let end = min(max(Int(reference.textOffset), start), node.text.end)
    var words = 0
    var place = end
    while place > start {
      place -= 1
      if article.text[place] == 0x20, place < end - 1 { words += 1 }
      // Scripts without blanks end at 80 bytes, on a whole scalar.
      if words == 9 || (end - place >= 80 && article.text[place] & 0xC0 != 0x80) { break }
    }
    let isCut = place > start
    let text = String(decoding: article.text[place..<end], as: UTF8.self)
    let trimmed = String(text.drop { $0 == " " })
    return "\(isCut ? "… " : "")\(trimmed)[\(article.string(reference.label))]"
  }
}
