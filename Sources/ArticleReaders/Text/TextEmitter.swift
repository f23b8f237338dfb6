import ArticleModel

/// Turns the blocks of a text into the nodes of an article.
struct TextEmitter {
  /// The node of each block, or -1.
  private var nodeOf: [Int]
  /// The references of each block: those of block b are `markers[firstMarker[b]..<firstMarker[b + 1]]`.
  private var markers: [Int] = []
  private var firstMarker: [Int]
  private var lists = ListNesting()

  static func emit(_ document: consuming TextDocument, into builder: inout ArticleBuilder) {
    var emitter = TextEmitter(document)
    let order = document.blocksInOrder()
    for block in order { emitter.emit(document, block, &builder) }
    emitter.lists.closeAll(&builder)
    for block in order where document.blocks[block].of >= 0 && emitter.nodeOf[block] >= 0 {
      let target = Int32(emitter.nodeOf[document.blocks[block].of])
      builder.update(emitter.nodeOf[block]) { $0.of = target }
    }
    builder.diagnostics += document.diagnostics
  }

  private init(_ document: borrowing TextDocument) {
    nodeOf = [Int](repeating: -1, count: document.blocks.count)
    firstMarker = [Int](repeating: 0, count: document.blocks.count + 1)
    guard !document.references.isEmpty else { return }
    for reference in document.references where reference.block >= 0 {
      firstMarker[reference.block + 1] += 1
    }
    for block in document.blocks.indices { firstMarker[block + 1] += firstMarker[block] }
    var next = firstMarker
    markers = [Int](repeating: 0, count: firstMarker[document.blocks.count])
    for (index, reference) in document.references.enumerated() where reference.block >= 0 {
      markers[next[reference.block]] = index
      next[reference.block] += 1
    }
  }

  private mutating func emit(
    _ document: borrowing TextDocument, _ index: Int, _ builder: inout ArticleBuilder
  ) {
    let block = document.blocks[index]
    let span = ByteSpan(document.span(of: block.lines))
    if let field = block.field {
      // A list covers all between its items.
      lists.closeAll(&builder)
      builder.frontMatter.append(FrontMatterEntry(field: field, source: span))
      return
    }
    var node = Node(kind: block.kind, source: span, reason: block.reason)
    node.role = block.role
    node.level = block.level
    if block.kind == .item {
      lists.openItem(
        node, ordered: block.payload >= 0 ? block.payload : nil,
        indent: document.lines[block.lines.lowerBound].indent, &builder)
      nodeOf[index] = builder.nodes.count - 1
    } else {
      lists.closeAll(&builder)
      nodeOf[index] = builder.add(node)
    }
    emitContent(document, index, &builder)
  }

  private mutating func emitContent(
    _ document: borrowing TextDocument, _ index: Int, _ builder: inout ArticleBuilder
  ) {
    let block = document.blocks[index]
    let node = nodeOf[index]
    switch block.kind {
    case .table: emitTable(document, index, node, &builder)
    case .poll: emitPoll(document.polls[block.payload], node, &builder)
    case .code:
      let text = builder.appendText(TextEmitter.program(document, block.lines))
      builder.update(node) { $0.text = text }
    default:
      let (text, runs) = appendText(
        document, index, block.body ?? document.span(of: block.lines), &builder)
      builder.update(node) { $0.text = text }
      builder.setRuns(runs, of: node)
      if block.kind == .footnote {
        let definition = document.definitions[block.payload]
        let label =
          definition.label.number.map { builder.appendText(decimal: $0) }
          ?? builder.appendText(definition.label.text)
        builder.addFootnote(Footnote(node: node, number: definition.label.number, label: label))
      }
    }
  }

  // MARK: Texts

  /// Appends a range of the source without its markers and adds the references that stood there. Returns the text
  /// and its runs: none where it has no references.
  private func appendText(
    _ document: borrowing TextDocument, _ block: Int, _ range: Range<Int>,
    _ builder: inout ArticleBuilder
  ) -> (text: ByteSpan, runs: [Run]) {
    let start = builder.text.count
    var from = range.lowerBound
    var pieces: [Run] = []
    var pieceStart = start
    for number in markers[firstMarker[block]..<firstMarker[block + 1]] {
      let reference = document.references[number]
      guard reference.marker.lowerBound >= from, reference.marker.upperBound <= range.upperBound
      else { continue }
      appendPiece(document, block, from..<reference.marker.lowerBound, start, &builder)
      from = reference.marker.upperBound
      if TextEmitter.closesUp(document.source, from, range.upperBound) {
        builder.trimTextEnd(to: start)
        TextEmitter.cut(&pieces, at: builder.textEnd)
      }
      pieces.append(
        Run(style: [], text: ByteSpan(min(pieceStart, builder.textEnd)..<builder.textEnd)))
      pieceStart = builder.text.count
      let label = builder.addReference(reference, node: nodeOf[block])
      pieces.append(Run(style: .reference, text: .empty, reference: Int32(label)))
    }
    appendPiece(document, block, from..<range.upperBound, start, &builder)
    builder.trimTextEnd(to: start)
    let end = builder.textEnd
    TextEmitter.cut(&pieces, at: end)
    if !pieces.isEmpty {
      pieces.append(Run(style: [], text: ByteSpan(min(pieceStart, end)..<end)))
      pieces.removeAll { $0.reference < 0 && $0.text.isEmpty }
    }
    return (ByteSpan(start..<end), pieces)
  }

  /// Ends runs before the spaces that were taken off behind them: between two markers, as in `rain [2, 3].`
  static func cut(_ pieces: inout [Run], at end: Int) {
    for index in pieces.indices.reversed() {
      if pieces[index].text.end > end {
        pieces[index].text = ByteSpan(min(pieces[index].text.start, end)..<end)
      } else if pieces[index].reference < 0 {
        return
      }
    }
  }

  /// The lines of a program as they stand, without fences around them and the white space that all of them begin with.
  private static func program(
    _ document: borrowing TextDocument, _ lines: Range<Int>
  ) -> [UInt8] {
    let filled = lines.filter { !document.lines[$0].isBlank }
    let isFenced =
      filled.count > 1 && CodeReader.isFence(document, filled[0])
      && CodeReader.isFence(document, filled[filled.count - 1])
    let shown =
      isFenced
      ? filled[0] + 1..<filled[filled.count - 1]
      : lines.lowerBound..<(filled.last.map { $0 + 1 } ?? lines.lowerBound)
    var indent: Range<Int>?
    for line in shown where !document.lines[line].isBlank {
      let own = document.lines[line].start..<document.lines[line].content.lowerBound
      indent = indent.map { commonStart(document.source, $0, own) } ?? own
    }
    let indentCount = indent?.count ?? 0
    var text: [UInt8] = []
    if !shown.isEmpty { text.reserveCapacity(document.span(of: shown).count) }
    for line in shown {
      if line > shown.lowerBound { text.append(UInt8(ascii: "\n")) }
      let content = document.lines[line].content
      if !content.isEmpty {
        text += document.source[document.lines[line].start + indentCount..<content.upperBound]
      }
    }
    return text
  }

  /// The start of the first of two ranges that the other begins with as well.
  private static func commonStart(
    _ source: [UInt8], _ first: Range<Int>, _ second: Range<Int>
  ) -> Range<Int> {
    first.prefix(zip(first, second).prefix { source[$0] == source[$1] }.count)
  }

  /// Appends a stretch of a block's lines; the `>` of quotations is left out.
  private func appendPiece(
    _ document: borrowing TextDocument, _ block: Int, _ range: Range<Int>, _ start: Int,
    _ builder: inout ArticleBuilder
  ) {
    let lines = document.blocks[block].lines
    guard document.blocks[block].kind == .quote else {
      let isEven =
        lines.count == 1 && document.lines[lines.lowerBound].has.isDisjoint(with: .uneven)
      return isEven
        ? builder.appendEven(range, from: start) : builder.appendCollapsed(range, from: start)
    }
    for line in lines where !document.lines[line].isBlank {
      let content = document.lines[line].content
      let body =
        content.lowerBound
        + document.source[content].prefix { $0 == UInt8(ascii: ">") || $0 == 0x20 }.count
      let part =
        max(
          body, range.lowerBound)..<max(
          max(body, range.lowerBound), min(content.upperBound, range.upperBound))
      guard !part.isEmpty else { continue }
      builder.appendCollapsed(part, from: start)
      builder.appendSpace(from: start)
    }
  }

  /// Whether the space before a marker goes with it: nothing, a space or a mark of punctuation follows.
  static func closesUp(_ source: [UInt8], _ index: Int, _ end: Int) -> Bool {
    guard index < end else { return true }
    switch source[index] {
    case 0...0x20, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "["),
      UInt8(ascii: "\""), UInt8(ascii: "|"), 0xC2, 0xE2, 0xE3:
      return true
    default: return false
    }
  }

  // MARK: Tables and polls

  private func emitTable(
    _ document: borrowing TextDocument, _ index: Int, _ node: Int, _ builder: inout ArticleBuilder
  ) {
    let found = document.tables[document.blocks[index].payload]
    var table = Table(node: node)
    table.hasHeader = found.hasHeader
    if !found.label.isEmpty || !found.caption.isEmpty {
      emitCaption(document, index, &table, &builder)
    }
    let rows = found.rows.enumerated().map { row, cells in
      cells.enumerated().map { column, cell in
        let further = found.further[TextTable.CellPlace(row: row, column: column)] ?? []
        return emitCell(document, index, [cell] + further, &builder)
      }
    }
    builder.addTable(table, rows: rows)
    reportRaggedRows(rows, &builder)
  }

  /// Appends the text of a cell, which may stand in several places.
  private func emitCell(
    _ document: borrowing TextDocument, _ index: Int, _ parts: [Range<Int>],
    _ builder: inout ArticleBuilder
  ) -> Cell {
    var (text, runs) = appendText(document, index, parts[0], &builder)
    for part in parts.dropFirst() {
      builder.appendSpace(from: text.start)
      let (next, nextRuns) = appendText(document, index, part, &builder)
      if !runs.isEmpty || !nextRuns.isEmpty {
        runs =
          (runs.isEmpty ? [Run(style: [], text: text)] : runs)
          + [Run(style: [], text: ByteSpan(text.end..<next.start))]
          + (nextRuns.isEmpty ? [Run(style: [], text: next)] : nextRuns)
      }
      text = ByteSpan(text.start..<next.end)
    }
    return Cell(text: text, runs: builder.addRuns(runs), source: ByteSpan(parts[0]))
  }

  /// Appends the label and the caption, one behind the other: together they are the text of the table's node.
  private func emitCaption(
    _ document: borrowing TextDocument, _ index: Int, _ table: inout Table,
    _ builder: inout ArticleBuilder
  ) {
    let found = document.tables[document.blocks[index].payload]
    table.label = builder.appendNormalised(found.label)
    var lead = table.label
    if !found.caption.isEmpty, !found.label.isEmpty { _ = builder.appendText(Array(". ".utf8)) }
    let (caption, runs) = appendText(document, index, found.caption, &builder)
    if !caption.isEmpty { lead = ByteSpan(lead.start..<caption.start) }
    table.caption = caption
    builder.update(Int(table.node)) { $0.text = ByteSpan(lead.start..<max(lead.end, caption.end)) }
    if !runs.isEmpty {
      builder.setRuns([Run(style: [], text: lead)] + runs, of: Int(table.node))
    }
  }

  private func reportRaggedRows(_ rows: [[Cell]], _ builder: inout ArticleBuilder) {
    guard let width = rows.first?.count else { return }
    for row in rows.dropFirst() where row.count != width {
      guard let first = row.first else { continue }
      builder.diagnostics.append(
        Diagnostic(
          .tableRaggedRow, .info, "this row has \(row.count) cells, the first row \(width)",
          at: first.source.start))
    }
  }

  private func emitPoll(_ found: TextPoll, _ node: Int, _ builder: inout ArticleBuilder) {
    let question = builder.appendNormalised(found.question)
    builder.update(node) { $0.text = question }
    var poll = Poll(node: node, question: question)
    let options = found.answers.map { answer in
      PollOption(
        label: builder.appendNormalised(answer.label), votes: answer.figures.votes,
        percent: answer.figures.percent,
        source: ByteSpan(answer.source))
    }
    PollArithmetic.check(found, &poll, &builder)
    builder.addPoll(poll, options: options)
  }
}

extension ArticleBuilder {
  /// The end of the text arena.
  var textEnd: Int { text.count }

  /// Adds a reference that was found in a text.
  mutating func addReference(_ found: FoundReference, node: Int) -> Int {
    let label =
      found.label.number.map { appendLabelOutOfLine(decimal: $0) }
      ?? appendLabelOutOfLine(found.label.text[...])
    var reference = Reference(
      number: found.label.number, label: label, node: node, source: ByteSpan(found.marker),
      textOffset: text.count)
    reference.footnote = Int32(found.definition)
    let index = addReference(reference)
    for footnote in found.implied { addCitation(of: footnote, by: index) }
    return index
  }
}
