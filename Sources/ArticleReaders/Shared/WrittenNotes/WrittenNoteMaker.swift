import ArticleModel

/// Makes footnotes of the blocks that hold written notes, and references of their markers.
struct WrittenNoteMaker {
  private let notes: WrittenNotes
  /// The node of each footnote.
  private var nodes: [Int] = []

  static func make(_ notes: WrittenNotes, _ builder: inout ArticleBuilder) {
    var maker = WrittenNoteMaker(notes: notes)
    maker.addFootnotes(&builder)
    maker.writeTexts(&builder)
    builder.rearrange(maker.order(builder))
  }

  private init(notes: WrittenNotes) {
    self.notes = notes
  }

  // MARK: Footnotes

  private mutating func addFootnotes(_ builder: inout ArticleBuilder) {
    let sources = sources(builder)
    for (definition, source) in zip(notes.definitions, sources) {
      let label = builder.appendText(definition.label.text)
      if definition.isFirst {
        nodes.append(definition.node)
        builder.update(definition.node) { node in
          node.kind = .footnote
          node.reason = .definitionLabel
          node.role = .body
          node.source = source
        }
      } else {
        nodes.append(
          builder.add(Node(kind: .footnote, source: source, reason: .definitionLabel)))
      }
      builder.addFootnote(
        Footnote(node: nodes[nodes.count - 1], number: definition.label.number, label: label))
    }
  }

  /// The bytes of each definition in the source. Those in one block part its bytes among them.
  private func sources(_ builder: borrowing ArticleBuilder) -> [ByteSpan] {
    let definitions = notes.definitions
    var sources: [ByteSpan] = []
    var misses = 0
    /// Where a definition begins in a part of the source; the end of the part where its label is not found.
    func place(of definition: WrittenNotes.Definition, _ range: Range<Int>) -> Int {
      guard misses < MarkerWriter.mostMisses else { return range.upperBound }
      let label = builder.text[definition.start..<definition.body]
      let place = MarkerPlace.lineStart(of: label, in: range, builder)
      if place == nil { misses += 1 }
      return place ?? range.upperBound
    }
    for (index, definition) in definitions.enumerated() {
      let own = builder.nodes[definition.node].source
      let block =
        definition.labelNode.map { ByteSpan(builder.nodes[$0].source.start..<own.end) } ?? own
      let isLaterPart = index > 0 && definitions[index - 1].node == definition.node
      let start =
        isLaterPart
        ? sources[index - 1].end
        : definition.isFirst ? block.start : place(of: definition, block.range)
      var end = block.end
      if index + 1 < definitions.count, definitions[index + 1].node == definition.node {
        end = place(of: definitions[index + 1], min(start + 1, block.end)..<block.end)
      } else if let last = definition.further.last {
        end = max(end, builder.nodes[last].source.end)
      }
      sources.append(builder.trimmed(start..<max(start, end)))
    }
    return sources
  }

  // MARK: Texts

  /// Writes the texts that change anew: those of notes without their labels, and all without their markers.
  private func writeTexts(_ builder: inout ArticleBuilder) {
    var marker = 0
    var definition = 0
    var blocks = Set(notes.definitions.map(\.node))
    blocks.formUnion(notes.markers.map(\.node))
    for block in blocks.sorted() {
      var ofBlock: [WrittenNotes.Marker] = []
      while marker < notes.markers.count, notes.markers[marker].node <= block {
        ofBlock.append(notes.markers[marker])
        marker += 1
      }
      let first = definition
      while definition < notes.definitions.count, notes.definitions[definition].node == block {
        definition += 1
      }
      write(block, ofBlock, definitions: first..<definition, &builder)
    }
  }

  private func write(
    _ block: Int, _ markers: [WrittenNotes.Marker], definitions: Range<Int>,
    _ builder: inout ArticleBuilder
  ) {
    let node = builder.nodes[block]
    var writer = MarkerWriter(runs: Array(builder.runs[node.runs.range]), source: node.source)
    let own = markers.filter { $0.cell < 0 }
    if definitions.isEmpty {
      if !own.isEmpty { writer.write(node.text.range, own, to: block, &builder) }
      if node.kind == .table {
        moveCaption(of: node, to: builder.nodes[block].text, &builder)
        writeCells(of: block, markers, &builder)
      }
      return
    }
    for index in definitions {
      let definition = notes.definitions[index]
      let isLast = index + 1 == definitions.upperBound
      let end = isLast ? node.text.end : notes.definitions[index + 1].start
      let text = builder.text.span.trimmed(definition.body..<max(definition.body, end))
      writer.source = builder.nodes[nodes[index]].source
      writer.write(BackLinks.cut(builder.text, text), own, to: nodes[index], &builder)
    }
    // What stands before the first of several notes in one block stays the block's.
    let start = notes.definitions[definitions.lowerBound].start
    if !notes.definitions[definitions.lowerBound].isFirst {
      let rest = builder.text.span.trimmed(node.text.start..<start)
      writer.write(rest, own, to: block, &builder)
    }
  }

  /// Moves a table's label and caption to where the text of its node has gone.
  private func moveCaption(of old: Node, to text: ByteSpan, _ builder: inout ArticleBuilder) {
    builder.updateTable(Int(old.payload)) { table in
      func moved(_ part: ByteSpan) -> Int { text.start + part.start - old.text.start }
      if !table.label.isEmpty {
        table.label = ByteSpan(offset: moved(table.label), count: table.label.range.count)
      }
      if !table.caption.isEmpty {
        let start = min(moved(table.caption), text.end)
        table.caption = ByteSpan(start..<text.end)
      }
    }
  }

  private func writeCells(
    of table: Int, _ markers: [WrittenNotes.Marker], _ builder: inout ArticleBuilder
  ) {
    var index = 0
    while index < markers.count {
      let cell = markers[index].cell
      var end = index
      while end < markers.count, markers[end].cell == cell { end += 1 }
      if cell >= 0 {
        let old = builder.cells[cell]
        var writer = MarkerWriter(runs: Array(builder.runs[old.runs.range]), source: old.source)
        let (text, runs) = writer.text(old.text.range, markers[index..<end], of: table, &builder)
        let slice = builder.addRuns(runs)
        builder.updateCell(cell) { $0 = Cell(text: text, runs: slice, source: old.source) }
      }
      index = end
    }
  }

  // MARK: The order of the nodes

  /// The nodes with the notes behind the blocks; lists without items are left out.
  private func order(_ builder: borrowing ArticleBuilder) -> [(node: Int, parent: Int)] {
    var isMoved = [Bool](repeating: false, count: builder.nodes.count)
    for node in nodes { isMoved[node] = true }
    for definition in notes.definitions {
      if let label = definition.labelNode { isMoved[label] = true }
      for node in definition.further { isMoved[node] = true }
    }
    var order: [(node: Int, parent: Int)] = []
    func append(_ root: Int, parent: Int) {
      order.append((root, parent))
      var index = root + 1
      while index < Int(builder.nodes[root].end) {
        if isMoved[index] {
          index = Int(builder.nodes[index].end)
          continue
        }
        if !isEmptied(index, isMoved, builder) {
          order.append((index, Int(builder.nodes[index].parent)))
        }
        index += 1
      }
    }
    var index = 0
    while index < builder.nodes.count {
      if !isMoved[index] {
        if isEmptied(index, isMoved, builder) {
          index += 1
          continue
        }
        append(index, parent: -1)
      }
      index = Int(builder.nodes[index].end)
    }
    for (footnote, definition) in zip(nodes, notes.definitions) {
      append(footnote, parent: -1)
      for node in definition.further { append(node, parent: footnote) }
    }
    return order
  }

  /// Whether a node is a list all of whose items have become notes.
  private func isEmptied(
    _ list: Int, _ isMoved: [Bool], _ builder: borrowing ArticleBuilder
  ) -> Bool {
    guard builder.nodes[list].kind == .list else { return false }
    var item = list + 1
    while item < Int(builder.nodes[list].end) {
      if !isMoved[item] { return false }
      item = Int(builder.nodes[item].end)
    }
    return item > list + 1
  }
}
