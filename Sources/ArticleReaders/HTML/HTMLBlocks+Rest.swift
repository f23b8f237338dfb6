import ArticleModel
import CHTML

extension HTMLBlocks {
  /// Adds the footnotes, each with its first paragraph as its text and further blocks below it.
  mutating func addFootnotes() {
    for (index, definition) in plan.notes.definitions.enumerated() {
      let first = tree.elements[definition.range.lowerBound]
      let last = tree.elements[definition.range.upperBound - 1]
      var stop = first.stop
      if first.end != definition.range.upperBound { stop = max(stop, last.stop) }
      let source = builder.trimmed(first.start..<max(first.start, min(stop, builder.source.count)))
      let node = Node(kind: .footnote, source: source, reason: definition.reason)
      containers = [Container(node: node, index: builder.open(node), wantsText: true)]
      let label = builder.appendText(definition.label)
      builder.addFootnote(
        Footnote(node: containers[0].index, number: decimal(definition.label), label: label))
      add(noteContent(index))
      containers.removeAll()
      builder.close()
    }
  }

  /// The nodes within a definition: without the element itself, which `HTMLPlan.Role.note` would skip.
  private func noteContent(_ index: Int) -> Range<Int> {
    let range = plan.notes.definitions[index].range
    return range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound)
  }

  /// Adds what is no part of the article as boilerplate: what was dropped, everything outside the main content, and lines
  /// of markup alone, in the order of the source.
  mutating func addRest() {
    var rest = rest()
    for run in UncoveredLines.find(in: builder, besides: rest.map(\.source)) {
      let start = builder.lines.range(ofLine: run.lowerBound).lowerBound
      let source = builder.trimmed(
        start..<builder.lines.range(ofLine: run.upperBound - 1).upperBound)
      rest.append(Piece(source: source, reason: .markup, text: []))
    }
    for piece in rest.sorted(by: { $0.source.offset < $1.source.offset }) {
      let node = builder.add(Node(kind: .boilerplate, source: piece.source, reason: piece.reason))
      let span = builder.appendText(piece.text)
      builder.update(node) { $0.text = span }
    }
  }

  /// A piece of boilerplate.
  private struct Piece {
    var source: ByteSpan
    var reason: Reason
    var text: [UInt8]
  }

  private func rest() -> [Piece] {
    var rest: [Piece] = []
    guard let body = tree.elements.indices.first(where: { tree.tag($0) == GUMBO_TAG_BODY }) else {
      return []
    }
    func add(_ index: Int, _ reason: Reason) {
      let text = tree.plainText(index)
      if !text.isEmpty { rest.append(Piece(source: span(of: index), reason: reason, text: text)) }
    }
    var index = body + 1
    var rootEnd = plan.roots.contains(body) ? tree.end(body) : -1
    let holders = holders()
    while index < tree.end(body) {
      if plan.roots.contains(index) { rootEnd = max(rootEnd, tree.end(index)) }
      if case .note(let note)? = plan.roles[index] {
        index = plan.notes.definitions[note].range.upperBound
      } else if case .field? = plan.roles[index] {
        index = tree.end(index)
      } else if let reason = plan.dropped[index] {
        add(index, reason)
        index = tree.end(index)
      } else if index < rootEnd || holders.contains(index) {
        index += 1
      } else {
        add(index, reason(outside: index))
        index = tree.end(index)
      }
    }
    return rest
  }

  /// The elements around roots, notes and fields.
  private func holders() -> Set<Int> {
    var holders: Set<Int> = []
    for index in plan.roots + Array(plan.roles.keys) {
      var parent = tree.parent(index)
      while parent >= 0, holders.insert(parent).inserted { parent = tree.parent(parent) }
    }
    holders.formUnion(plan.roots)
    return holders
  }

  private func reason(outside index: Int) -> Reason {
    if let reason = plan.hints[index].reason { return reason }
    switch tree.tag(index) {
    case GUMBO_TAG_FOOTER: return .footer
    case GUMBO_TAG_ASIDE: return .related
    case GUMBO_TAG_NAV, GUMBO_TAG_HEADER: return .navigation
    default: break
    }
    if let word = Lexicon.shared.line(
      Lexicon.fold(tree.plainText(index).prefix(Lexicon.longestLine)))?.boilerplate
    {
      return word
    }
    return index > plan.roots.last ?? 0 ? .footer : .navigation
  }
}
