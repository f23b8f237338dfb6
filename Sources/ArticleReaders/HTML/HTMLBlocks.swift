import ArticleModel
import CHTML

/// Makes the article's nodes of the elements of a page.
///
/// One loop over the flat tree with stacks of its own. Text collects until a block begins or ends; containers (lists,
/// items, quotes, figures) become nodes only when something stands in them.
struct HTMLBlocks: ~Copyable {
  /// How many containers may stand in each other; what lies deeper joins the innermost of them.
  static let deepest = 64

  /// A container, a node once something was added to it.
  struct Container {
    var node: Node
    var index = -1
    /// Whether the next text is the container's own, as in an item.
    var wantsText = false
    var isTooDeep = false
  }

  /// An element that ends a block or a container.
  private struct Frame {
    var element: Int
    var end: Int
    var isContainer: Bool
    /// How many texts were added when the element began.
    var flushes: Int
  }

  var builder: ArticleBuilder
  let tree: HTMLTree
  let plan: HTMLPlan
  var inline = InlineText()
  /// The source of what `inline` holds.
  var extent: Range<Int>?
  var styles: [HTMLStyle] = []
  var containers: [Container] = []
  private var frames: [Frame] = []
  private var flushes = 0
  /// Images that stand before the text that is collected.
  var images: [Int] = []
  private var breaks = 0
  /// Whether the text begins with an element that is named a caption.
  var isCaptionText = false
  /// The caption that waits for the table below it, and its bytes in the source.
  var tableCaption: InlineText?
  var captionSource: ByteSpan?
  /// For each pull quote that names who said it, where in the builder's arena the name begins.
  var attributions: [Int: Int] = [:]
  /// For each definition of the plan's notes, the footnote's index in the builder.
  let footnoteOf: [Int]

  init(_ builder: consuming ArticleBuilder, _ tree: HTMLTree, _ plan: HTMLPlan) {
    self.builder = builder
    self.tree = tree
    self.plan = plan
    footnoteOf = Array(plan.notes.definitions.indices)
  }

  /// Adds what stands in a range of nodes.
  mutating func add(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      leave(before: index)
      index = step(index)
    }
    leave(before: range.upperBound)
    flush(whole: nil)
  }

  /// Ends the frames and styles whose elements end before `index`.
  private mutating func leave(before index: Int) {
    endStyles(before: index)
    while let frame = frames.last, frame.end <= index {
      frames.removeLast()
      flush(whole: frame.flushes == flushes ? frame.element : nil)
      if frame.isContainer { close() }
    }
  }

  /// Handles one node. Returns the next to handle.
  private mutating func step(_ index: Int) -> Int {
    if isLoose(index) { addItem(around: index) }
    if let role = plan.roles[index], let next = play(role, index) { return next }
    if plan.dropped[index] != nil {
      if HTMLTraits.of(tree.tag(index)).contains(.block) { flush(whole: nil) }
      return tree.end(index)
    }
    let tag = tree.tag(index)
    switch tag {
    case GUMBO_TAG_BR: return lineBreak(index)
    case GUMBO_TAG_IMG:
      if inline.isEmpty { images.append(index) }
      return index + 1
    case GUMBO_TAG_PRE, GUMBO_TAG_LISTING, GUMBO_TAG_XMP:
      flush(whole: nil)
      addCode(index)
      return tree.end(index)
    case GUMBO_TAG_TABLE where plan.tables.elements.contains(index):
      flush(whole: nil)
      addTable(index)
      return tree.end(index)
    case GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6:
      flush(whole: nil)
      addHeading(index, level: UInt8(tag.rawValue - GUMBO_TAG_H1.rawValue + 1))
      return tree.end(index)
    case GUMBO_TAG_FIGCAPTION:
      flush(whole: nil)
      addCaption(index)
      return tree.end(index)
    case GUMBO_TAG_P:
      guard let level = HTMLWordStyle.headingLevel(of: index, in: tree) else { break }
      flush(whole: nil)
      addHeading(index, level: level)
      return tree.end(index)
    default: break
    }
    guard HTMLTraits.of(tag).contains(.block) else {
      if tree.elements[index].kind == .text { breaks = 0 }
      return addInline(index)
    }
    flush(whole: nil)
    if isCaption(index) {
      addCaption(index)
      return tree.end(index)
    }
    let container = container(for: index)
    if let container { containers.append(container) }
    frames.append(
      Frame(element: index, end: tree.end(index), isContainer: container != nil, flushes: flushes))
    return index + 1
  }

  /// One break is a space; two end the paragraph, as pages that have no `p` write it.
  private mutating func lineBreak(_ index: Int) -> Int {
    breaks += 1
    if breaks > 1 { flush(whole: nil) } else { inline.appendLineEnd() }
    return index + 1
  }

  /// Does what a role asks for. Returns the next node to handle, or `nil` to go on as if there were none.
  private mutating func play(_ role: HTMLPlan.Role, _ index: Int) -> Int? {
    switch role {
    case .skipped, .reference: return addInline(index)
    case .note(let note) where plan.notes.definitions[note].isInline: return addInline(index)
    case .note(let note):
      flush(whole: nil)
      return plan.notes.definitions[note].range.upperBound
    case .field:
      flush(whole: nil)
      return tree.end(index)
    case .poll(let poll):
      flush(whole: nil)
      addPoll(plan.polls[poll])
      return plan.polls[poll].nodes.upperBound
    case .pullQuote:
      flush(whole: nil)
      addPullQuote(index)
      return tree.end(index)
    case .aboutAuthor:
      flush(whole: nil)
      collect(tree.inside(index))
      var node = Node(kind: .paragraph, source: span(of: index), reason: .aboutAuthor)
      node.role = .byline
      addLeaf(node)
      return tree.end(index)
    }
  }

  // MARK: Containers

  /// Whether what becomes a node stands in a list without an item around it; a `div` may group items.
  private func isLoose(_ index: Int) -> Bool {
    guard containers.last?.node.kind == .list else { return false }
    switch plan.roles[index] {
    case .poll?, .pullQuote?, .aboutAuthor?: return true
    case .skipped?, .reference?, .note?, .field?, nil: break
    }
    switch tree.tag(index) {
    case GUMBO_TAG_LI, GUMBO_TAG_DT, GUMBO_TAG_DD: return false
    case GUMBO_TAG_DIV: return isCaption(index)
    case GUMBO_TAG_IMG: return true
    default: return HTMLTraits.of(tree.tag(index)).contains(.block)
    }
  }

  /// Gives a block that stands in a list an item of its own, as browsers show it.
  private mutating func addItem(around index: Int) {
    flush(whole: nil)
    containers.append(
      Container(node: Node(kind: .item, source: span(of: index), reason: .markup), wantsText: true))
    frames.append(
      Frame(element: index, end: tree.end(index), isContainer: true, flushes: flushes))
  }

  private func container(for index: Int) -> Container? {
    let source = span(of: index)
    switch tree.tag(index) {
    case GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_DL, GUMBO_TAG_MENU, GUMBO_TAG_DIR:
      var list = Node(kind: .list, source: source, reason: .markup)
      list.isOrdered = tree.tag(index) == GUMBO_TAG_OL
      if list.isOrdered {
        list.payload = Int32(tree.attribute("start", of: index).flatMap { decimal($0) } ?? 1)
      }
      return Container(node: list)
    case GUMBO_TAG_LI, GUMBO_TAG_DT, GUMBO_TAG_DD:
      guard containers.last?.node.kind == .list else { return nil }
      return Container(node: Node(kind: .item, source: source, reason: .markup), wantsText: true)
    case GUMBO_TAG_BLOCKQUOTE:
      return Container(node: Node(kind: .quote, source: source, reason: .markup))
    case GUMBO_TAG_FIGURE:
      return Container(node: Node(kind: .figure, source: source, reason: .markup))
    default: return nil
    }
  }

  /// Makes nodes of the containers that have none yet, because something is added to the innermost.
  mutating func openContainers() {
    for index in containers.indices {
      if index > 0 { containers[index - 1].wantsText = false }
      guard containers[index].index < 0, !containers[index].isTooDeep else { continue }
      if index >= HTMLBlocks.deepest {
        containers[index].isTooDeep = true
        containers[index].wantsText = false
        continue
      }
      containers[index].index = builder.open(containers[index].node)
    }
  }

  private mutating func close() {
    let container = containers.removeLast()
    if container.index >= 0 { builder.close() }
  }

  // MARK: Text

  /// Adds the text that was collected as a paragraph, or as the text of the container that wants it.
  ///
  /// - Parameter whole: the element whose only content the text is, so that its tags belong to the source.
  mutating func flush(whole: Int?) {
    breaks = 0
    defer {
      images.removeAll(keepingCapacity: true)
      forgetText()
      isCaptionText = false
    }
    let hasImages = !images.isEmpty
    if hasImages { addImages() }
    guard !inline.isEmpty, let extent else { return }
    flushes += 1
    openContainers()
    let source = whole.map { span(of: $0) } ?? ByteSpan(extent)
    if let last = containers.last, last.wantsText {
      containers[containers.count - 1].wantsText = false
      inline.commit(to: &builder, node: last.index)
    } else if containers.last?.node.kind == .figure || hasImages && isCaptionText {
      var caption = Node(
        kind: .caption, source: hasImages ? ByteSpan(extent) : source, reason: .markup)
      caption.of = Int32(
        hasImages && isCaptionText ? builder.nodes.count - 1 : containers.last?.index ?? -1)
      inline.commit(to: &builder, node: builder.add(caption))
    } else {
      let kind: NodeKind = containers.last?.node.kind == .list ? .item : .paragraph
      inline.commit(
        to: &builder, node: builder.add(Node(kind: kind, source: source, reason: .markup)))
    }
  }

  /// Adds a node with the text that was collected, if there is any, and forgets the text.
  mutating func addLeaf(_ node: Node) {
    defer { forgetText() }
    guard !inline.isEmpty else { return }
    flushes += 1
    openContainers()
    if !containers.isEmpty { containers[containers.count - 1].wantsText = false }
    inline.commit(to: &builder, node: builder.add(node))
  }

  /// The bytes of an element, its tags included.
  func span(of index: Int) -> ByteSpan {
    let element = tree.elements[index]
    return ByteSpan(element.start..<max(element.start, min(element.stop, builder.source.count)))
  }
}
