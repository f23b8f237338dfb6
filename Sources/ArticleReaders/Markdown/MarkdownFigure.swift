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
      MarkdownFigure.isCaption(caption), !address.isEmpty
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

  /// Whether the inline nodes from one on to the last are a caption: all in emphasis, or beginning with a figure's label.
  static func isCaption(_ first: OpaquePointer) -> Bool {
    isInEmphasis(first) || hasLabel(MarkdownBlocks.text(from: first))
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
  /// Opens the figure of an image. The words between its brackets, which have been collected, tell those who cannot see
  /// it what it shows, or are left for its caption.
  mutating func openFigure(_ figure: MarkdownFigure, takesWords: Bool) {
    let node = builder.open(Node(kind: .figure, source: leaf.source, reason: .markup))
    lastFigure = (node, builder.nodes.count)
    if takesWords, !inline.isEmpty, !inline.isLink(to: figure.address) {
      inline.commit(to: &builder, node: node)
    } else {
      let text = builder.appendText(takesWords ? inline.bytes : [])
      let href = builder.appendText(figure.address)
      builder.setRuns([Run(style: .link, text: text, href: href)], of: node)
    }
    if takesWords { inline.removeAll() } else { inline.removeLinks(to: figure.address) }
  }

  /// Adds the figure that a paragraph is, with its caption: the line below the image, or else the image's title.
  ///
  /// The words between the brackets are the caption where there is no other and only a caption can have what they have:
  /// styles, notes, a label. They are it, too, where there is no address, as of an image that the text has lost.
  mutating func endFigure(_ figure: MarkdownFigure, _ paragraph: OpaquePointer) {
    var caption = Node(kind: .caption, source: leaf.source, reason: .markup)
    guard !figure.address.isEmpty else {
      inline.commit(to: &builder, node: builder.add(caption))
      return
    }
    if let first = figure.caption {
      if MarkdownFigure.isInEmphasis(first) { inline.remove(.emphasis) }
    } else {
      let title = UnsafeBufferPointer(cString: cmark_node_get_title(figure.image))
      let isPlain = inline.isLink(to: figure.address) && !MarkdownFigure.hasLabel(inline.bytes)
      openFigure(
        figure, takesWords: isPlain || !title.isEmpty || isCaption(cmark_node_next(paragraph)))
      append(title)
    }
    if let node = lastFigure?.node, !inline.isEmpty {
      caption.of = Int32(node)
      inline.commit(to: &builder, node: builder.add(caption))
    }
    builder.close()
    lastFigure?.count = builder.nodes.count
  }

  /// Takes a paragraph right below a figure for its caption, if it looks like one. Returns whether it was.
  mutating func takeFigureCaption(_ paragraph: OpaquePointer) -> Bool {
    guard let figure = lastFigure, builder.nodes.count == figure.count, isCaption(paragraph),
      let first = cmark_node_first_child(paragraph)
    else { return false }
    if MarkdownFigure.isInEmphasis(first) { inline.remove(.emphasis) }
    var caption = Node(kind: .caption, source: leaf.source, reason: .captionShape)
    caption.of = Int32(figure.node)
    inline.commit(to: &builder, node: builder.add(caption))
    return true
  }

  /// Whether a block is a paragraph that looks like a caption.
  private func isCaption(_ block: OpaquePointer?) -> Bool {
    guard let block, cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH,
      let first = cmark_node_first_child(block)
    else { return false }
    return MarkdownFigure.isCaption(first)
  }
}
