import ArticleModel

/// Cuts a text into pieces of one style each, with the places of references between them.
struct InlinePieces {
  let article: Article
  let highlights: Highlights

  /// The pieces of a node's text.
  func pieces(of index: Int) -> TemplateValue {
    let node = article.nodes[index]
    return pieces(
      of: node.text, runs: article.runs[node.runs.range],
      references: node.references.range.filter {
        let offset = Int(article.references[$0].textOffset)
        return node.text.start <= offset && offset <= node.text.end
      },
      marks: highlights.marks[index] ?? [])
  }

  /// The pieces of a cell of the table at `index`.
  ///
  /// - Parameter placed: the references that stand in the page already; those of this cell are added.
  func pieces(of cell: Cell, in index: Int, placed: inout Set<Int>) -> TemplateValue {
    let runs = article.runs[cell.runs.range]
    let inside = runs.compactMap { $0.reference >= 0 ? Int($0.reference) : nil }
    placed.formUnion(inside)
    return pieces(
      of: cell.text, runs: runs, references: inside, marks: highlights.marks[index] ?? [])
  }

  /// The pieces of a part of a node's text, such as the caption of a table.
  ///
  /// - Parameter placed: the references that stand in the page already; those of this part are added.
  func pieces(of text: ByteSpan, in index: Int, placed: inout Set<Int>) -> TemplateValue {
    let inside = article.nodes[index].references.range.filter {
      let offset = Int(article.references[$0].textOffset)
      return text.start <= offset && offset <= text.end && !placed.contains($0)
    }
    placed.formUnion(inside)
    return pieces(
      of: text, runs: article.runs[article.nodes[index].runs.range], references: inside,
      marks: highlights.marks[index] ?? [])
  }

  /// The references of a node that stand in none of its parts.
  func rest(of index: Int, placed: Set<Int>) -> TemplateValue {
    .list(article.nodes[index].references.range.filter { !placed.contains($0) }.map(cite))
  }

  private func pieces(
    of text: ByteSpan, runs: ArraySlice<Run>, references cited: [Int], marks: [Highlights.Mark]
  ) -> TemplateValue {
    let styled = runs.filter { $0.reference < 0 && !$0.text.isEmpty }
    var cuts: Set<Int> = [text.start, text.end]
    for run in styled { cuts.formUnion([run.text.start, run.text.end]) }
    for mark in marks { cuts.formUnion([mark.range.lowerBound, mark.range.upperBound]) }
    for index in cited { cuts.insert(Int(article.references[index].textOffset)) }
    let bounds = cuts.filter { text.start <= $0 && $0 <= text.end }.sorted()

    var pieces: [TemplateValue] = []
    var next = 0
    for (number, start) in bounds.enumerated() {
      for index in cited where Int(article.references[index].textOffset) == start {
        pieces.append(cite(index))
      }
      guard number + 1 < bounds.count else { break }
      let span = ByteSpan(start..<bounds[number + 1])
      while next < styled.count, styled[next].text.end <= start { next += 1 }
      let run = next < styled.count && styled[next].text.start <= start ? styled[next] : nil
      pieces.append(piece(span, run, marks.filter { $0.range.contains(start) }))
    }
    return .list(pieces)
  }

  private func piece(_ span: ByteSpan, _ run: Run?, _ marks: [Highlights.Mark]) -> TemplateValue {
    var map: TemplateMap = ["piece": .text(article.string(span))]
    if let run {
      for (style, name) in InlinePieces.styles where run.style.contains(style) {
        map.set(name, .flag(true))
      }
      if run.style.contains(.link) {
        map.set("href", .optional(InlinePieces.address(article.string(run.href))))
      }
    }
    let kinds = Set(marks.map(\.kind))
    if kinds.count > 1 {
      map.set("mark", .text("both"))
    } else if let kind = kinds.first {
      map.set("mark", .text(kind == .summary ? "summary" : "term"))
    }
    map.set("tip", .optional(marks.lazy.compactMap(\.tip).first))
    return .map(map)
  }

  private static let styles: [(RunStyle, String)] = [
    (.emphasis, "emphasis"), (.strong, "strong"), (.code, "is_code"), (.deletion, "deletion"),
  ]

  private func cite(_ index: Int) -> TemplateValue {
    let reference = article.references[index]
    return [
      "cite": [
        "reference": .number(index + 1), "label": .text(article.string(reference.label)),
        "target": reference.footnote >= 0 ? .number(reference.footnote + 1) : .absent,
        "cite_line": .number(reference.line),
      ]
    ]
  }

  /// An address that a page may link to, or `nil`: the web and mail, nothing that runs (`javascript:`, `data:`),
  /// nothing that is relative to a page that is not here.
  static func address(_ address: String) -> String? {
    let lower = address.prefix(8).lowercased()
    if lower.hasPrefix("www.") { return "http://" + address }
    return ["http://", "https://", "mailto:"].contains { lower.hasPrefix($0) } ? address : nil
  }
}
