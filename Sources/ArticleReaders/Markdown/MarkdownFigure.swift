import ArticleModel
import CMarkdown

/// A paragraph that is a figure: an image, perhaps within a link, and perhaps its caption in the line below.
struct MarkdownFigure {
  let image: OpaquePointer
  /// The end of the image's line, where a caption stands below it.
  let lineEnd: OpaquePointer?

  /// The first inline node of the caption in the same paragraph.
  var caption: OpaquePointer? { lineEnd.flatMap { cmark_node_next($0) } }

  var address: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(cString: cmark_node_get_url(image))
  }

  init?(_ paragraph: OpaquePointer) {
    guard let first = cmark_node_first_child(paragraph), let image = MarkdownFigure.image(first)
    else { return nil }
    self.image = image
    lineEnd = cmark_node_next(first)
    guard let lineEnd else { return }
    let type = cmark_node_get_type(lineEnd)
    guard type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK, let caption,
      MarkdownFigure.isCaption(caption, isLine: true), !address.isEmpty
    else { return nil }
  }

  /// An image, or that which is all that a link holds.
  private static func image(_ node: OpaquePointer) -> OpaquePointer? {
    var node = node
    if cmark_node_get_type(node) == CMARK_NODE_LINK {
      guard let inner = cmark_node_first_child(node), cmark_node_next(inner) == nil else {
        return nil
      }
      node = inner
    }
    return cmark_node_get_type(node) == CMARK_NODE_IMAGE ? node : nil
  }

  /// The longest caption, in bytes.
  static let longestCaption = 400

  /// Whether the inline nodes from one on to the last are a caption: all in emphasis, or beginning with a figure's label.
  ///
  /// - Parameter isLine: whether one with a label must be a single line.
  static func isCaption(_ first: OpaquePointer, isLine: Bool = false) -> Bool {
    guard isInEmphasis(first) || hasLabel(MarkdownBlocks.text(from: first)) else { return false }
    var count = 0
    var next: OpaquePointer? = first
    while let node = next, count <= longestCaption {
      let type = cmark_node_get_type(node)
      let endsLine = type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK
      if isLine, endsLine || type == CMARK_NODE_IMAGE { return false }
      count += MarkdownBlocks.allText(of: node).count
      next = cmark_node_next(node)
    }
    return count <= longestCaption
  }

  /// Whether the inline nodes from one on to the last are one that is in emphasis.
  static func isInEmphasis(_ first: OpaquePointer) -> Bool {
    cmark_node_next(first) == nil && cmark_node_get_type(first) == CMARK_NODE_EMPH
  }

  static func hasLabel(_ text: [UInt8]) -> Bool {
    CaptionReader.startsWithLabel(Lexicon.fold(text[...]))
  }
}

extension MarkdownBlocks {
  /// The figure that was added last.
  struct LastFigure {
    let node: Int
    /// How many nodes there were when it was closed.
    var count: Int
    var hasCaption = false
  }

  /// Opens the figure of an image, whose words between the brackets have been collected.
  ///
  /// Such words tell those who cannot see the image what it shows, as in HTML. What only a caption can have makes them one:
  /// styles, links and notes; and a label, where the figure has no other caption.
  mutating func openFigure(_ figure: MarkdownFigure, hasOtherCaption: Bool) {
    let node = builder.open(Node(kind: .figure, source: leaf.source, reason: .markup))
    lastFigure = LastFigure(node: node, count: builder.nodes.count)
    leaf.raisedFrom = nil
    let isPlain =
      inline.isLink(to: figure.address)
      && (hasOtherCaption || !MarkdownFigure.hasLabel(inline.bytes))
    var words = isPlain ? inline.bytes : []
    if words.last == UInt8(ascii: " ") { words.removeLast() }
    let text = builder.appendText(words)
    let href = builder.appendText(figure.address)
    builder.setRuns([Run(style: .link, text: text, href: href)], of: node)
    if isPlain {
      inline.removeAll()
    } else {
      inline.removeLinks(to: figure.address)
      addFigureCaption()
    }
  }

  /// Adds the figure that a paragraph is, with its caption: the line below the image, or else the image's title.
  ///
  /// Without an address the words are the caption of an image that the text has lost.
  mutating func endFigure(_ figure: MarkdownFigure, _ paragraph: OpaquePointer) {
    let title = UnsafeBufferPointer(cString: cmark_node_get_title(figure.image))
    guard !figure.address.isEmpty else {
      lastFigure = nil
      addFigureCaption()
      append(title)
      return addFigureCaption()
    }
    if let first = figure.caption {
      if MarkdownFigure.isInEmphasis(first) { inline.remove(.emphasis) }
    } else {
      openFigure(
        figure, hasOtherCaption: !title.isEmpty || isCaption(cmark_node_next(paragraph)))
      append(title)
    }
    addFigureCaption()
    builder.close()
    lastFigure?.count = builder.nodes.count
  }

  /// Adds the text in hand, if there is one, as a caption of the last figure.
  private mutating func addFigureCaption() {
    guard !inline.isEmpty else { return }
    var caption = Node(kind: .caption, source: leaf.source, reason: .markup)
    if let lastFigure { caption.of = Int32(lastFigure.node) }
    inline.commit(to: &builder, node: builder.add(caption))
    inline.removeAll()
    lastFigure?.hasCaption = true
  }

  /// Takes a paragraph right below a figure for its caption, if it looks like one. Returns whether it was.
  ///
  /// A figure that has a caption has another only where that has a label.
  mutating func takeFigureCaption(_ paragraph: OpaquePointer) -> Bool {
    guard let figure = lastFigure, builder.nodes.count == figure.count, isCaption(paragraph),
      !figure.hasCaption || MarkdownFigure.hasLabel(inline.bytes),
      let first = cmark_node_first_child(paragraph)
    else { return false }
    if MarkdownFigure.isInEmphasis(first) { inline.remove(.emphasis) }
    var caption = Node(kind: .caption, source: leaf.source, reason: .captionShape)
    caption.of = Int32(figure.node)
    inline.commit(to: &builder, node: builder.add(caption))
    return true
  }

  /// Whether a block outside of all containers is a paragraph that looks like a caption.
  private func isCaption(_ block: OpaquePointer?) -> Bool {
    guard containers.isEmpty, let block, cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH,
      let first = cmark_node_first_child(block)
    else { return false }
    return MarkdownFigure.isCaption(first)
  }
}
