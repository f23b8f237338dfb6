import CHTML
import Glibc

/// The elements and texts of a page in one flat array, in document order; a node's descendants follow it.
///
/// Gumbo builds the tree of the page's skeleton as the HTML standard says (13.2.6); texts and attributes are read from the
/// source. This class keeps the source and gumbo's memory for as long as it lives.
final class HTMLTree {
  struct Element {
    enum Kind: UInt8 { case element, text, space }
    var kind: Kind
    /// Whether the source has an end tag of its own for the element.
    var hasEndTag = false
    var tag: GumboTag
    /// The element that contains this one, or -1.
    var parent: Int32
    /// The index after the last descendant.
    var end: Int32
    /// The start tag's piece of the skeleton, or -1 where the tag is implied.
    var piece: Int32 = -1
    /// The first byte in the source.
    var start: Int
    /// The offset after the last byte in the source, the end tag included.
    var stop: Int
    /// A text node's text.
    var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  }

  private(set) var elements: [Element] = []
  let page: HTMLSkeleton
  /// The source, at an address that stays.
  let source: UnsafeMutableBufferPointer<UInt8>
  let arena = HTMLArena()
  /// Values of attributes in which character references were replaced.
  var decodedValues: [Int: UnsafeBufferPointer<UInt8>] = [:]

  /// Parses a page.
  init(_ page: HTMLSkeleton) {
    self.page = page
    source = .allocate(capacity: page.source.count)
    _ = source.initialize(from: page.source)
    var options = kGumboDefaultOptions
    options.max_errors = 0
    arena.use(in: &options)
    page.bytes.withUnsafeBufferPointer { buffer in
      // An empty array may have no address, and gumbo reads the first byte.
      guard let base = buffer.baseAddress, !buffer.isEmpty,
        let output = gumbo_parse_with_options(
          &options, UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self), buffer.count)
      else { return }
      flatten(output.pointee.root, base: UnsafeRawPointer(base))
    }
    stretch()
  }

  deinit { source.deallocate() }

  /// Lists all nodes in document order, with a stack of its own.
  private func flatten(_ root: UnsafeMutablePointer<GumboNode>, base: UnsafeRawPointer) {
    elements.reserveCapacity(page.pieces.count + 16)
    var open: [(index: Int, next: Int, children: GumboVector)] = []
    var cursor = HTMLSkeleton.Cursor(page)
    func offset(_ piece: GumboStringPiece) -> Int? {
      guard let data = piece.data, piece.length > 0 else { return nil }
      let kept = UnsafeRawPointer(data) - base
      return kept >= 0 && kept + piece.length <= page.bytes.count ? kept : nil
    }
    func add(_ node: UnsafePointer<GumboNode>) {
      let index = elements.count
      let parent = Int32(open.last?.index ?? -1)
      switch node.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        guard !HTMLTree.isFrame(node.pointee.v.element.tag) else { return }
        var element = Element(
          kind: .element, tag: node.pointee.v.element.tag, parent: parent, end: Int32(index + 1),
          start: -1, stop: -1)
        if let kept = offset(node.pointee.v.element.original_tag) {
          let piece = cursor.piece(at: kept)
          element.piece = Int32(piece)
          element.start = Int(page.pieces[piece].start)
          element.stop = Int(page.pieces[piece].end)
        }
        let endTag = node.pointee.v.element.original_end_tag
        if let kept = offset(endTag) {
          element.hasEndTag = true
          element.stop = cursor.sourceEnd(of: kept..<kept + Int(endTag.length))
        }
        elements.append(element)
        open.append((index, 0, node.pointee.v.element.children))
      case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
        var element = Element(
          kind: node.pointee.type == GUMBO_NODE_WHITESPACE ? .space : .text,
          tag: GUMBO_TAG_UNKNOWN, parent: parent, end: Int32(index + 1), start: -1, stop: -1)
        let original = node.pointee.v.text.original_text
        if let kept = offset(original) {
          element.start = cursor.sourceStart(of: kept)
          element.stop = cursor.sourceEnd(of: kept..<kept + Int(original.length))
        }
        setText(UnsafeBufferPointer(cString: node.pointee.v.text.text), of: &element)
        elements.append(element)
      default: break
      }
    }
    add(root)
    while let last = open.last {
      if last.next < Int(last.children.length), let child = last.children.data[last.next] {
        open[open.count - 1].next += 1
        add(child.assumingMemoryBound(to: GumboNode.self))
      } else {
        elements[last.index].end = Int32(elements.count)
        open.removeLast()
      }
    }
  }

  /// Elements that shape the tree around them and have nothing to read.
  private static func isFrame(_ tag: GumboTag) -> Bool {
    tag == GUMBO_TAG_IFRAME || tag == GUMBO_TAG_NOEMBED || tag == GUMBO_TAG_NOFRAMES
  }

  /// Puts the texts of the source in the place of their numbers.
  private func setText(_ text: UnsafeBufferPointer<UInt8>, of element: inout Element) {
    guard var next = HTMLTextNumber.first(in: text) else {
      element.text = text
      return
    }
    if next == 0, let (number, count) = HTMLTextNumber.read(text, at: 0), count == text.count,
      let range = range(ofText: number)
    {
      element.text = slice(range)
      (element.start, element.stop) = (range.lowerBound, range.upperBound)
      return
    }
    var pieces: [UnsafeBufferPointer<UInt8>] = []
    var index = 0
    while index < text.count {
      pieces.append(UnsafeBufferPointer(rebasing: text[index..<next]))
      index = next
      while let (number, count) = HTMLTextNumber.read(text, at: index) {
        if let range = range(ofText: number) { pieces.append(slice(range)) }
        index += count
      }
      next = HTMLTextNumber.first(in: text, from: max(index, next + 1)) ?? text.count
    }
    element.text = arena.joined(pieces)
  }

  private func range(ofText number: Int) -> Range<Int>? {
    guard number < page.texts.count else { return nil }
    return Int(page.texts[number].lowerBound)..<Int(page.texts[number].upperBound)
  }

  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: UnsafeBufferPointer(source)[range])
  }

  /// Gives elements whose tags are implied or missing the bytes of what they contain.
  private func stretch() {
    for index in elements.indices.reversed() {
      let element = elements[index]
      guard element.parent >= 0, element.start >= 0 else { continue }
      let parent = Int(element.parent)
      if elements[parent].start < 0 || element.start < elements[parent].start,
        elements[parent].piece < 0
      {
        elements[parent].start = element.start
      }
      if !elements[parent].hasEndTag {
        elements[parent].stop = max(elements[parent].stop, element.stop)
      }
    }
    for index in elements.indices where elements[index].start < 0 {
      elements[index].start = 0
      elements[index].stop = max(0, elements[index].stop)
    }
  }

  // MARK: Reading

  var count: Int { elements.count }

  func isElement(_ index: Int) -> Bool { elements[index].kind == .element }
  func tag(_ index: Int) -> GumboTag {
    elements[index].kind == .element ? elements[index].tag : GUMBO_TAG_LAST
  }
  func parent(_ index: Int) -> Int { Int(elements[index].parent) }
  /// The index after the last descendant.
  func end(_ index: Int) -> Int { Int(elements[index].end) }
  /// The descendants of a node.
  func inside(_ index: Int) -> Range<Int> { index + 1..<end(index) }

  /// The text of a text node, with character references replaced.
  func text(_ index: Int) -> UnsafeBufferPointer<UInt8> { elements[index].text }

  /// The elements directly inside a node.
  func children(_ index: Int) -> [Int] {
    var children: [Int] = []
    var child = index + 1
    while child < end(index) {
      if isElement(child) { children.append(child) }
      child = end(child)
    }
    return children
  }

  /// The elements and texts directly inside a node.
  func nodes(in index: Int) -> [Int] {
    var nodes: [Int] = []
    var node = index + 1
    while node < end(index) {
      nodes.append(node)
      node = end(node)
    }
    return nodes
  }

  /// The words inside a node with single spaces.
  ///
  /// - Parameter isLeftOut: whether an element inside it does not count.
  func plainText(_ index: Int, without isLeftOut: (Int) -> Bool = { _ in false }) -> [UInt8] {
    var inline = InlineText()
    var child = index
    while child < end(index) {
      switch elements[child].kind {
      case .text, .space: inline.append(text(child))
      case .element:
        if isLeftOut(child) {
          child = end(child)
          continue
        }
        if HTMLTraits.of(tag(child)).contains(.block) || tag(child) == GUMBO_TAG_BR {
          inline.appendSpace()
        }
      }
      child += 1
    }
    return inline.bytes.last == 0x20 ? inline.bytes.dropLast() : inline.bytes
  }
}
