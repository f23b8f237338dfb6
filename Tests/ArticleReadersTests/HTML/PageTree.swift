import CHTML

@testable import ArticleReaders

/// The tree of a page as lines, to hold the tree that is read through the skeleton against gumbo's of the whole page.
///
/// A line is an element with its attributes or a text between two tags, with white space collapsed. Left out are what
/// the reader leaves out: scripts, styles and their like, comments, texts of nothing but white space.
struct PageTree {
  private(set) var lines: [String] = []
  private var depth = 0
  private var text: [UInt8] = []

  /// The tree that gumbo makes of the whole page.
  static func whole(_ source: [UInt8]) -> [String] {
    var tree = PageTree()
    var options = kGumboDefaultOptions
    options.max_errors = 0
    source.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, !buffer.isEmpty,
        let output = gumbo_parse_with_options(
          &options, UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self), buffer.count)
      else { return }
      tree.add(UnsafePointer(output.pointee.root))
      gumbo_destroy_output(&options, output)
    }
    return tree.lines
  }

  /// The tree that the reader makes of the page.
  static func read(_ source: [UInt8]) -> [String] {
    let tree = HTMLTree(HTMLSkeleton(source))
    var lines = PageTree()
    if tree.count > 0 { lines.add(0, of: tree) }
    return lines.lines
  }

  // MARK: Building

  private static let omitted: [GumboTag] = [
    GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_IFRAME, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES,
  ]

  private mutating func flush() {
    let words = [UInt8](text.split { $0 <= 0x20 }.joined(separator: [0x20]))
    if !words.isEmpty {
      lines.append(indent + "\"" + String(decoding: words, as: UTF8.self) + "\"")
    }
    text = []
  }

  private var indent: String { String(repeating: " ", count: depth) }

  private mutating func open(_ tag: GumboTag, _ attributes: [(String, String)]) {
    flush()
    var known: Set<String> = []
    // Gumbo names the attributes of SVG without `xlink:`.
    let listed = attributes.map { ($0.0.split(separator: ":").last.map(String.init) ?? "", $0.1) }
      .filter { known.insert($0.0).inserted }
      .map { "\($0.0)=\($0.1.split(whereSeparator: \.isWhitespace).joined(separator: " "))" }
    let name = String(cString: gumbo_normalized_tagname(tag))
    lines.append(indent + "<" + ([name.isEmpty ? "?" : name] + listed).joined(separator: " "))
    depth += 1
  }

  private mutating func close() {
    flush()
    depth -= 1
  }

  private mutating func add(_ node: UnsafePointer<GumboNode>) {
    switch node.pointee.type {
    case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
      text += Array(UnsafeBufferPointer(cString: node.pointee.v.text.text))
    case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
      let element = node.pointee.v.element
      guard !PageTree.omitted.contains(element.tag), !isEmptyShape(element) else { return }
      var attributes: [(String, String)] = []
      for index in 0..<Int(element.attributes.length) {
        let attribute = element.attributes.data[index]!.assumingMemoryBound(
          to: GumboAttribute.self
        ).pointee
        attributes.append(
          (String(cString: attribute.name).lowercased(), String(cString: attribute.value)))
      }
      open(element.tag, attributes)
      for index in 0..<Int(element.children.length) {
        add(element.children.data[index]!.assumingMemoryBound(to: GumboNode.self))
      }
      close()
    default: break
    }
  }

  /// `<path d="…"/>` within SVG holds no text.
  private func isEmptyShape(_ element: GumboElement) -> Bool {
    let tag = element.original_tag
    guard element.tag_namespace != GUMBO_NAMESPACE_HTML, element.tag != GUMBO_TAG_IMAGE,
      tag.length > 1, let data = tag.data
    else {
      return false
    }
    return data[Int(tag.length) - 2] == CChar(UInt8(ascii: "/")) && element.children.length == 0
  }

  private mutating func add(_ index: Int, of tree: HTMLTree) {
    guard tree.isElement(index) else {
      text += Array(tree.text(index))
      return
    }
    let attributes = tree.attributes(of: index)
    open(
      tree.tag(index),
      attributes.indices.map { position in
        let attribute = attributes[position]
        let name = tree.source[
          Int(attribute.nameStart)..<Int(attribute.nameStart + attribute.nameCount)]
        return (
          String(decoding: name.map(HTMLTagName.lower), as: UTF8.self),
          String(decoding: tree.value(of: position), as: UTF8.self)
        )
      })
    var child = index + 1
    while child < tree.end(index) {
      add(child, of: tree)
      child = tree.end(child)
    }
    close()
  }
}
