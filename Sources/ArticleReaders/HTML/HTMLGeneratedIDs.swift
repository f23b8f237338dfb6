import Bytes
import CHTML

/// The ids that a generator made of the words of a heading (`<h2 id="shared-state">Shared state</h2>`): they do not say what
/// an element is for, as `id="share"` does.
///
/// They stand on headings, on elements within them, and on the sections that begin with them.
struct HTMLGeneratedIDs {
  /// How many headings of a page must have such ids before all that look so are believed.
  private static let convention = 3

  private let elements: Set<Int>

  init(_ tree: HTMLTree) {
    var found: [(element: Int, isSure: Bool)] = []
    var headings = 0
    for index in tree.elements.indices where HTMLTraits.of(tree.tag(index)).contains(.heading) {
      let known = found.count
      let named = HTMLGeneratedIDs.elements(around: index, tree).compactMap { element in
        tree.string("id", of: element).map { (element, $0) }
      }
      if named.isEmpty { continue }
      let text = lettersOnly(String(decoding: tree.plainText(index), as: UTF8.self))
      for (element, id) in named where HTMLGeneratedIDs.isMade(lettersOnly(id), of: text) {
        let hasWords = id.contains { $0 == "-" || $0 == "_" }
        // `<section id="comments">` is named by its author.
        if !hasWords, element < index, tree.attribute("class", of: element) == nil { continue }
        found.append((element, hasWords && element >= index))
      }
      if found.count > known { headings += 1 }
    }
    let isConvention = headings >= HTMLGeneratedIDs.convention
    elements = Set(found.lazy.filter { isConvention || $0.isSure }.map(\.element))
  }

  func contains(_ element: Int) -> Bool { elements.contains(element) }

  /// A heading, the elements within it, and the section that it begins.
  private static func elements(around heading: Int, _ tree: HTMLTree) -> [Int] {
    var elements = [heading] + tree.inside(heading).filter { tree.isElement($0) }
    let parent = tree.parent(heading)
    if parent >= 0, isSection(parent, tree), begins(parent, with: heading, tree) {
      elements.append(parent)
    }
    return elements
  }

  /// Whether an element begins with a heading; anchors without a word may stand before it.
  private static func begins(_ section: Int, with heading: Int, _ tree: HTMLTree) -> Bool {
    !(section + 1..<heading).contains {
      tree.elements[$0].kind == .text || HTMLTraits.of(tree.tag($0)).contains(.heading)
    }
  }

  /// `<section>`, `<div class="section">`, `<div class="sect1">`, `<div class="level2">`
  private static func isSection(_ index: Int, _ tree: HTMLTree) -> Bool {
    if tree.tag(index) == GUMBO_TAG_SECTION { return true }
    guard tree.tag(index) == GUMBO_TAG_DIV, let name = tree.string("class", of: index) else {
      return false
    }
    return name.split(separator: " ").contains { word in
      let stem = word.prefix { !$0.isNumber }
      return stem == "section" || stem == "sect" || stem == "level"
    }
  }

  /// Whether one text is most of the other: headings are numbered and marked, ids numbered and begun with a word.
  private static func isMade(_ id: [UInt8], of heading: [UInt8]) -> Bool {
    let (short, long) = id.count < heading.count ? (id, heading) : (heading, id)
    return short.count >= 4 && short.count * 10 >= long.count * 6
      && ByteSearch.contains(short, in: long)
  }
}
