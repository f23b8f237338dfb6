import ArticleModel

/// The notes of an article, each with the places that cite it.
struct ArticleNotes {
  let article: Article
  let inline: InlinePieces
  let remarks: [Remark]

  var values: TemplateValue { .list(article.footnotes.indices.map(value)) }

  private func value(of number: Int) -> TemplateValue {
    let note = article.footnotes[number]
    let node = article.nodes[Int(note.node)]
    let beside = remarks.filter { Int(node.line) <= $0.line && $0.line <= Int(node.lastLine) }
    let places = article.citations[note.citations.range].map { index -> TemplateValue in
      [
        "reference": .number(index + 1),
        "line": .number(article.references[Int(index)].line),
      ]
    }
    var map: TemplateMap = [
      "note": .number(number + 1), "line": .number(node.line),
      "label": .text(article.string(note.label)), "why": .text(node.reason.rawValue),
      "text": inline.pieces(of: Int(note.node)),
      "remarks": .list(beside.map(\.values)),
      "urls": .list(
        article.urls[note.urls.range].map(article.string).compactMap(InlinePieces.address).map {
          ["url": .text($0)]
        }),
      "more": .list(
        (Int(note.node) + 1..<max(Int(note.node) + 1, Int(node.end))).map {
          ["more": .text(article.string(article.nodes[$0].text))]
        }),
      "cited": .flag(!places.isEmpty), "places": .list(places),
    ]
    if note.antecedent >= 0 {
      map.set("antecedent", .number(note.antecedent + 1))
      let label = article.footnotes[Int(note.antecedent)].label
      map.set("antecedent_label", .text(article.string(label)))
    }
    return ["open_note": .map(map)]
  }
}
