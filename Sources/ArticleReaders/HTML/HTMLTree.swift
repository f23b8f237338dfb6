import CHTML

/// The elements and texts of a page in one flat array, in document order; a node's descendants follow it.
///
/// Gumbo builds the tree as the HTML standard says (13.2.6); this class keeps gumbo's memory for as long as it lives,
/// because texts and attributes are read from there.
final class HTMLTree {
  struct Element {
    enum Kind: UInt8 { case element, text, space }
    var kind: Kind
    var tag: GumboTag
    /// The element that contains this one, or -1.
    var parent: Int32
    /// The index after the last descendant.
    var end: Int32
    /// The first byte in the source.
    var start: Int
    /// The offset after the last byte in the source, the end tag included.
    var stop: Int
    let node: UnsafePointer<GumboNode>
  }

  private(set) var elements: [Element] = []
  private let arena: HTMLArena

  /// Parses a page.
  init(_ page: HTMLSource) {
    arena = HTMLArena()
    let arena = arena
    var options = kGumboDefaultOptions
    options.max_errors = 0
    arena.use(in: &options)
    page.bytes.withUnsafeBufferPointer { buffer in
      // An empty array may have no address, and gumbo reads the first byte.
      guard let base = buffer.baseAddress, !buffer.isEmpty,
        let output = gumbo_parse_with_options(
          &options, UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self), buffer.count)
      else { return }
      flatten(output.pointee.root, page, base: UnsafeRawPointer(base))
    }
    stretch()
  }

  /// Lists all nodes in document order, with a stack of its own.
  private func flatten(
    _ root: UnsafeMutablePointer<GumboNode>, _ page: HTMLSource, base: UnsafeRawPointer
  ) {
    elements.reserveCapacity(page.bytes.count / 24 + 16)
    var open: [(index: Int, next: Int)] = []
    func offset(_ piece: GumboStringPiece, after: Bool) -> Int? {
      guard let data = piece.data, piece.length > 0 else { return nil }
      let kept = UnsafeRawPointer(data) - base
      guard kept >= 0, kept <= page.bytes.count else { return nil }
      if !after { return page.sourceOffset(kept) }
      return page.sourceOffset(min(kept + piece.length, page.bytes.count) - 1) + 1
    }
    func add(_ node: UnsafePointer<GumboNode>) {
      let index = elements.count
      let parent = Int32(open.last?.index ?? -1)
      switch node.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        let element = node.pointee.v.element
        let start = offset(element.original_tag, after: false) ?? -1
        let stop =
          offset(element.original_end_tag, after: true) ?? offset(element.original_tag, after: true)
          ?? -1
        elements.append(
          Element(
            kind: .element, tag: element.tag, parent: parent, end: Int32(index + 1), start: start,
            stop: stop,
            node: node))
        open.append((index, 0))
      case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
        let text = node.pointee.v.text
        elements.append(
          Element(
            kind: node.pointee.type == GUMBO_NODE_WHITESPACE ? .space : .text,
            tag: GUMBO_TAG_UNKNOWN,
            parent: parent, end: Int32(index + 1),
            start: offset(text.original_text, after: false) ?? -1,
            stop: offset(text.original_text, after: true) ?? -1, node: node))
      default: break
      }
    }
    add(root)
    while let last = open.last {
      let children = elements[last.index].node.pointee.v.element.children
      if last.next < Int(children.length), let child = children.data[last.next] {
        open[open.count - 1].next += 1
        add(child.assumingMemoryBound(to: GumboNode.self))
      } else {
        elements[last.index].end = Int32(elements.count)
        open.removeLast()
      }
    }
  }

  /// Gives elements whose tags are implied or missing the bytes of what they contain.
  private func stretch() {
    for index in elements.indices.reversed() {
      let element = elements[index]
      guard element.parent >= 0, element.start >= 0 else { continue }
      let parent = Int(element.parent)
      if elements[parent].start < 0 || element.start < elements[parent].start,
        elements[parent].node.pointee.v.element.original_tag.length == 0
      {
        elements[parent].start = element.start
      }
      if elements[parent].node.pointee.v.element.original_end_tag.length == 0 {
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
  func text(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(cString: elements[index].node.pointee.v.text.text)
  }

  /// The value of an attribute, or `nil` where the element does not have it.
  func attribute(_ name: StaticString, of index: Int) -> UnsafeBufferPointer<UInt8>? {
    guard elements[index].kind == .element else { return nil }
    let attributes = elements[index].node.pointee.v.element.attributes
    for position in 0..<Int(attributes.length) {
      guard let raw = attributes.data[position] else { continue }
      let attribute = raw.assumingMemoryBound(to: GumboAttribute.self).pointee
      let text = UnsafeBufferPointer(cString: attribute.name)
      guard text.count == name.utf8CodeUnitCount else { continue }
      if (0..<text.count).allSatisfy({ text[$0] == name.utf8Start[$0] }) {
        return UnsafeBufferPointer(cString: attribute.value)
      }
    }
    return nil
  }

  /// The value of an attribute as a string, or `nil`.
  func string(_ name: StaticString, of index: Int) -> String? {
    attribute(name, of: index).map { String(decoding: $0, as: UTF8.self) }
  }

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

  /// The words inside a node with single spaces.
  func plainText(_ index: Int) -> [UInt8] {
    var inline = InlineText()
    for child in index..<end(index) {
      switch elements[child].kind {
      case .text, .space: inline.append(text(child))
      case .element:
        if HTMLTraits.of(tag(child)).contains(.block) || tag(child) == GUMBO_TAG_BR {
          inline.appendSpace()
        }
      }
    }
    return inline.bytes.last == 0x20 ? inline.bytes.dropLast() : inline.bytes
  }
}
