import ArticleModel
import CHTML

extension HTMLBlocks {
  mutating func addHeading(_ index: Int, level: UInt8) {
    collect(tree.inside(index))
    var node = Node(kind: .heading, source: span(of: index), reason: .markup)
    node.level = level
    addLeaf(node)
  }

  /// Adds a pull quote; who said it stays at its end.
  mutating func addPullQuote(_ index: Int) {
    collect(tree.inside(index))
    guard !inline.isEmpty else { return }
    addLeaf(Node(kind: .pullQuote, source: span(of: index), reason: .markup))
    let node = builder.nodes.count - 1
    let text = builder.nodes[node].text
    let names = tree.inside(index).last {
      tree.tag($0) == GUMBO_TAG_CITE || tree.tag($0) == GUMBO_TAG_FOOTER
        || tree.tag($0) == GUMBO_TAG_FIGCAPTION
    }
    guard let name = names.map({ tree.plainText($0) }), !name.isEmpty, name.count < text.count,
      builder.text[text.end - name.count..<text.end].elementsEqual(name)
    else { return }
    attributions[node] = text.end - name.count
  }

  /// Adds preformatted text as it stands, line ends included.
  mutating func addCode(_ index: Int) {
    var text: [UInt8] = []
    for node in tree.inside(index) {
      switch tree.elements[node].kind {
      case .text, .space: text.append(contentsOf: tree.text(node))
      case .element: if tree.tag(node) == GUMBO_TAG_BR { text.append(0x0A) }
      }
    }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    guard !text.isEmpty else { return }
    openContainers()
    if !containers.isEmpty { containers[containers.count - 1].wantsText = false }
    let node = builder.add(Node(kind: .code, source: span(of: index), reason: .markup))
    let span = builder.appendText(text)
    builder.update(node) { $0.text = span }
  }

  // MARK: Figures and captions

  /// Adds a figure for the images that stand alone, or gives them to the figure that they stand in.
  mutating func addImages() {
    let found = images
    images.removeAll(keepingCapacity: true)
    for image in found {
      guard let source = address(ofImage: image) else { continue }
      let alternative = tree.attribute("alt", of: image).map { Array($0) } ?? []
      var node = containers.last?.node.kind == .figure ? -1 : -2
      if node == -1 {
        openContainers()
        node = containers.last?.index ?? -1
      }
      if node < 0 {
        openContainers()
        if !containers.isEmpty { containers[containers.count - 1].wantsText = false }
        node = builder.add(Node(kind: .figure, source: span(of: image), reason: .markup))
      }
      guard builder.nodes[node].runs.isEmpty else { continue }
      let href = builder.appendText(source)
      let text = builder.appendText(alternative)
      builder.setRuns([Run(style: .link, text: text, href: href)], of: node)
    }
  }

  /// Where an image is; a page that loads it late has a placeholder in its place.
  private func address(ofImage image: Int) -> UnsafeBufferPointer<UInt8>? {
    let source = tree.attribute("src", of: image)
    if let source, !source.starts(with: "data:".utf8) { return source }
    return tree.attribute("data-src", of: image) ?? source
  }

  /// Whether a block outside a figure is named a caption.
  func isCaption(_ index: Int) -> Bool {
    guard plan.hints[index].contains(.caption),
      tree.tag(index) == GUMBO_TAG_P || tree.tag(index) == GUMBO_TAG_DIV
    else { return false }
    // A wrapper of image and caption has the name too.
    return !tree.inside(index).contains { inner in
      tree.tag(inner) == GUMBO_TAG_IMG || HTMLTraits.of(tree.tag(inner)).contains(.block)
    }
  }

  /// Adds a caption: of the figure around or before it, or, where it begins with a table's label, of the table below.
  mutating func addCaption(_ index: Int) {
    collect(tree.inside(index))
    if TableLabel.split(inline.bytes) != nil, tableFollows(index) {
      tableCaption = inline
      forgetText()
      captionSource = span(of: index)
      return
    }
    var node = Node(kind: .caption, source: span(of: index), reason: .markup)
    if let figure = containers.last(where: { $0.node.kind == .figure }) {
      openContainers()
      node.of = Int32(
        figure.index >= 0
          ? figure.index : containers.last(where: { $0.node.kind == .figure })?.index ?? -1)
    } else if let last = builder.nodes.last, last.kind == .figure {
      node.of = Int32(builder.nodes.count - 1)
    }
    addLeaf(node)
  }

  /// Whether the next block with text after an element is a table.
  private func tableFollows(_ index: Int) -> Bool {
    var next = tree.end(index)
    while next < tree.count {
      if tree.tag(next) == GUMBO_TAG_TABLE { return plan.tables.elements.contains(next) }
      if tree.elements[next].kind == .text { return false }
      next += 1
    }
    return false
  }

  // MARK: Tables and polls

  mutating func addTable(_ index: Int) {
    let table = HTMLTable(index, in: tree)
    guard !table.rows.isEmpty else { return }
    openContainers()
    if !containers.isEmpty { containers[containers.count - 1].wantsText = false }
    var source = span(of: index)
    if let above = captionSource { source = ByteSpan(min(above.start, source.start)..<source.end) }
    captionSource = nil
    let node = builder.add(Node(kind: .table, source: source, reason: .markup))
    var record = Table(node: node)
    record.hasHeader = table.hasHeader
    if let caption = table.caption {
      collect(tree.inside(caption))
      TableLabel.set(&inline, of: &record, in: &builder)
    } else if var above = tableCaption {
      TableLabel.set(&above, of: &record, in: &builder)
    }
    tableCaption = nil
    let rows = table.rows.map { row in row.map { cell in addCell(cell, of: node) } }
    forgetText()
    builder.addTable(record, rows: rows)
  }

  private mutating func addCell(_ cell: Int?, of node: Int) -> Cell {
    guard let cell else { return Cell(text: .empty, source: .empty) }
    collect(tree.inside(cell))
    return inline.commitCell(to: &builder, of: node, source: span(of: cell))
  }

  mutating func addPoll(_ poll: HTMLPoll) {
    openContainers()
    if !containers.isEmpty { containers[containers.count - 1].wantsText = false }
    let start = span(of: poll.nodes.lowerBound).start
    let stop = poll.nodes.reduce(start) {
      max($0, min(tree.elements[$1].stop, builder.source.count))
    }
    let node = builder.add(Node(kind: .poll, source: ByteSpan(start..<stop), reason: .votes))
    var record = Poll(node: node, question: builder.appendText(poll.question))
    var options: [PollOption] = []
    for (answer, label) in zip(poll.found.answers, poll.labels) {
      options.append(
        PollOption(
          label: builder.appendText(label), votes: answer.figures.votes,
          percent: answer.figures.percent,
          source: ByteSpan(answer.source)))
    }
    PollArithmetic.check(poll.found, &record, &builder)
    builder.addPoll(record, options: options)
  }
}
