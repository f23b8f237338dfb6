import CHTML

/// The elements of a byline that hold a person's name and nothing else, as LaTeXML's `ltx_personname` does.
enum HTMLPersons {
  /// The names in an element, without the notes and the lines of affiliation within them.
  static func names(in element: Int, _ tree: HTMLTree) -> [String] {
    var names: [String] = []
    for index in element..<tree.end(element) where isPerson(index, tree) {
      let name = String(decoding: firstLine(of: index, tree), as: UTF8.self)
      if HTMLFieldFinder.isName(name) { names.append(name) }
    }
    return names
  }

  private static func isPerson(_ index: Int, _ tree: HTMLTree) -> Bool {
    tree.string("class", of: index)?.split(separator: " ").contains { word in
      word.hasSuffix("personname")
    } ?? false
  }

  private static func firstLine(of index: Int, _ tree: HTMLTree) -> [UInt8] {
    var line = InlineText()
    var node = index + 1
    while node < tree.end(index), tree.tag(node) != GUMBO_TAG_BR {
      if isNote(node, tree) {
        node = tree.end(node)
        continue
      }
      if !tree.isElement(node) { line.append(tree.text(node)) }
      node += 1
    }
    return line.bytes.last == 0x20 ? line.bytes.dropLast() : line.bytes
  }

  private static func isNote(_ index: Int, _ tree: HTMLTree) -> Bool {
    tree.tag(index) == GUMBO_TAG_SUP || tree.string("class", of: index)?.contains("note") ?? false
  }
}
