import ArticleModel
import CMarkdown
import Glibc

/// Walks cmark's tree and makes the article's nodes of it.
///
/// One loop over cmark's iterator and stacks of its own: 100,000 nested quotes need no more of the call stack than
/// one. A container becomes an open node of the builder, a leaf is added when its text is complete.
struct MarkdownBlocks: ~Copyable {
  /// How many containers may stand in each other; what lies deeper joins the innermost of them.
  static let deepest = 64

  /// How often a label may be looked for in vain within one leaf, each time to its end.
  static let mostMisses = 64

  /// A container that is open.
  struct Container {
    /// The node, or -1 where the nesting is too deep.
    var node: Int
    /// Whether the container's first paragraph gives its own text, as in an item.
    var wantsText: Bool
  }

  /// The leaf whose inline content is being collected.
  struct Leaf {
    var source: ByteSpan = .empty
    /// What a paragraph is that holds but an image.
    var figure: MarkdownFigure?
    /// Where in the source the next reference is looked for.
    var cursor = 0
    /// The node that the text goes to; -1 where it is added when the leaf ends.
    var target = -1
    /// How many labels were looked for in vain.
    var misses = 0
    /// Where the text of a raised piece begins whose tag is open.
    var raisedFrom: Int?
  }

  var builder: ArticleBuilder
  let places: MarkdownPlaces
  let footnotes: MarkdownFootnotes
  let guarded: GuardedMarkdown
  var inline = InlineText()
  var styles: [(style: RunStyle, href: Range<Int>)] = [([], 0..<0)]
  var containers: [Container] = []
  var leaf = Leaf()
  var table = TableRows()
  var poll = PollRows()
  /// The quotation in hand, where it is a pull quote.
  var pullQuote: ByteSpan?
  var headingCount = 0
  var lastFigure: LastFigure?

  init(
    _ builder: consuming ArticleBuilder, _ places: MarkdownPlaces, _ footnotes: MarkdownFootnotes,
    _ guarded: GuardedMarkdown
  ) {
    self.guarded = guarded
    self.builder = builder
    self.places = places
    self.footnotes = footnotes
  }

  /// Adds everything under `root`.
  mutating func add(_ root: OpaquePointer) {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard let node = cmark_iter_get_node(iterator) else { break }
      let type = cmark_node_get_type(node)
      if type.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_INLINE) {
        if event == CMARK_EVENT_ENTER { enterInline(node, type) } else { exitInline(node, type) }
      } else if event == CMARK_EVENT_ENTER {
        enterBlock(node, type)
      } else {
        exitBlock(node, type)
      }
    }
  }

  private mutating func enterBlock(_ node: OpaquePointer, _ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_PARAGRAPH: beginLeaf(node, inParagraph: true)
    case CMARK_NODE_HEADING: beginLeaf(node, inParagraph: false)
    case CMARK_NODE_LIST: open(list(node))
    case CMARK_NODE_ITEM: open(item(node), wantsText: true)
    case CMARK_NODE_BLOCK_QUOTE:
      if isPullQuote(node) {
        pullQuote = places.span(of: node)
      } else {
        open(Node(kind: .quote, source: places.span(of: node), reason: .markup))
      }
    case CMARK_NODE_CODE_BLOCK: addCode(node)
    case CMARK_NODE_HTML_BLOCK: addHTML(node)
    case CMARK_NODE_FOOTNOTE_DEFINITION: openFootnote(node)
    case CMARK_NODE_DOCUMENT, CMARK_NODE_THEMATIC_BREAK: break
    default:
      switch MarkdownExtension(type) {
      case .table:
        if let columns = MarkdownBlocks.pollColumns(node) {
          beginPoll(node, columns)
        } else {
          beginTable(node)
        }
      case .row: beginRow()
      case .cell: beginCell(node)
      case .strikethrough, nil: break
      }
    }
  }

  private mutating func exitBlock(_ node: OpaquePointer, _ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_PARAGRAPH: endParagraph(node)
    case CMARK_NODE_HEADING: endHeading(node)
    case CMARK_NODE_BLOCK_QUOTE:
      if pullQuote == nil { close() }
      pullQuote = nil
    case CMARK_NODE_LIST, CMARK_NODE_ITEM, CMARK_NODE_FOOTNOTE_DEFINITION: close()
    case CMARK_NODE_DOCUMENT: break
    default:
      switch MarkdownExtension(type) {
      case .table: if poll.columns.isEmpty { endTable(node) } else { endPoll() }
      case .cell: if poll.columns.isEmpty { endCell() } else { endPollCell() }
      case .row, .strikethrough, nil: break
      }
    }
  }

  // MARK: Containers

  private mutating func open(_ node: Node, wantsText: Bool = false) {
    guard containers.count < MarkdownBlocks.deepest else {
      if containers.count == MarkdownBlocks.deepest {
        builder.diagnostics.append(
          Diagnostic(
            .nestingTooDeep, .warning,
            "blocks nest deeper than \(MarkdownBlocks.deepest); what lies deeper is kept without its nesting",
            at: node.source.start))
      }
      containers.append(Container(node: -1, wantsText: false))
      return
    }
    containers.append(Container(node: builder.open(node), wantsText: wantsText))
  }

  private mutating func close() {
    if let last = containers.popLast(), last.node >= 0 { builder.close() }
  }

  private func list(_ node: OpaquePointer) -> Node {
    var list = Node(kind: .list, source: places.span(of: node), reason: .markup)
    list.isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    if list.isOrdered { list.payload = cmark_node_get_list_start(node) }
    return list
  }

  private func item(_ node: OpaquePointer) -> Node {
    var item = Node(kind: .item, source: places.span(of: node), reason: .markup)
    if MarkdownExtension.isTask(node) {
      item.isChecked = cmark_gfm_extensions_get_tasklist_item_checked(node)
    }
    return item
  }

  private mutating func openFootnote(_ node: OpaquePointer) {
    let start = MarkdownFootnotes.start(of: node, builder.source, places)
    let end = max(places.span(of: node).end, start + 1)
    let source = ByteSpan(builder.source.span.trimmed(start..<end))
    open(Node(kind: .footnote, source: source, reason: .markup), wantsText: true)
    let text = builder.source
    let label = text[footnotes.labels[min(builder.footnotes.count, footnotes.labels.count - 1)]]
    let name = label.withUnsafeBufferPointer { builder.appendText($0) }
    if let index = containers.last?.node, index >= 0 {
      builder.addFootnote(Footnote(node: index, number: decimal(label), label: name))
    }
  }

  // MARK: Leaves

  /// Starts the inline content of a paragraph or heading.
  private mutating func beginLeaf(_ node: OpaquePointer, inParagraph: Bool) {
    inline.removeAll()
    let source = places.span(of: node)
    leaf = Leaf(source: source, cursor: source.start)
    if inParagraph { leaf.figure = MarkdownFigure(node) }
    guard inParagraph, let last = containers.last, last.wantsText else { return }
    containers[containers.count - 1].wantsText = false
    if leaf.figure == nil { leaf.target = last.node }
  }

  private mutating func endParagraph(_ node: OpaquePointer) {
    if leaf.target >= 0 {
      inline.commit(to: &builder, node: leaf.target)
    } else if let pullQuote {
      takeText()
      inline.commit(
        to: &builder,
        node: builder.add(Node(kind: .pullQuote, source: pullQuote, reason: .markup)))
    } else if let figure = leaf.figure {
      endFigure(figure, node)
    } else if takeSpecialParagraph(node) {
      leaf.target = -1
    } else {
      let paragraph = builder.add(Node(kind: .paragraph, source: leaf.source, reason: .markup))
      inline.commit(to: &builder, node: paragraph)
    }
    leaf.target = -1
  }

  private mutating func endHeading(_ node: OpaquePointer) {
    let level = UInt8(clamping: cmark_node_get_heading_level(node))
    headingCount += 1
    if level == 1, headingCount == 1, containers.isEmpty, !inline.isEmpty {
      let title = String(decoding: inline.bytes, as: UTF8.self)
      if builder.title == nil || builder.title.map(lettersOnly) == lettersOnly(title) {
        if builder.title == nil { builder.title = title }
        // A title that cites a footnote stays a heading, because a reference stands in a node.
        if inline.marks.isEmpty {
          builder.frontMatter.append(FrontMatterEntry(field: .title, source: leaf.source))
          return
        }
      }
    }
    var heading = Node(kind: .heading, source: leaf.source, reason: .markup)
    heading.level = level
    inline.commit(to: &builder, node: builder.add(heading))
  }

  private mutating func addCode(_ node: OpaquePointer) {
    let index = builder.add(Node(kind: .code, source: places.span(of: node), reason: .markup))
    takeText()
    var literal = UnsafeBufferPointer(cString: cmark_node_get_literal(node))
    if literal.last == 0x0A { literal = UnsafeBufferPointer(rebasing: literal.dropLast()) }
    let text =
      guarded.isUnchanged
      ? builder.appendText(literal) : builder.appendText(guarded.restored(literal))
    builder.update(index) { $0.text = text }
  }

  /// Raw HTML with words in it is a paragraph; without any, it is left for `UncoveredLines`.
  private mutating func addHTML(_ node: OpaquePointer) {
    let literal = UnsafeBufferPointer(cString: cmark_node_get_literal(node))
    let text =
      guarded.isUnchanged
      ? HTMLPlainText.text(of: literal)
      : guarded.restored(literal).withUnsafeBufferPointer { HTMLPlainText.text(of: $0) }
    guard !text.isEmpty else { return }
    takeText()
    let index = builder.add(Node(kind: .paragraph, source: places.span(of: node), reason: .markup))
    let span = builder.appendText(text)
    builder.update(index) { $0.text = span }
  }

  /// Notes that the container's first block is no paragraph, so that a later one is not taken for its own text.
  mutating func takeText() {
    if !containers.isEmpty { containers[containers.count - 1].wantsText = false }
  }
}

/// The letters, digits and bytes beyond ASCII of a text in lower case, to compare titles by.
func lettersOnly(_ text: String) -> [UInt8] {
  text.lowercased().utf8.filter { byte in
    byte >= 0x80 || byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The bytes of a C string without its NUL; none for a null pointer.
  init(cString: UnsafePointer<CChar>?) {
    guard let cString else {
      self.init(start: nil, count: 0)
      return
    }
    self.init(
      start: UnsafeRawPointer(cString).assumingMemoryBound(to: UInt8.self), count: strlen(cString))
  }
}
