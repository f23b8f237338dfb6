import ArticleModel
import CHTML

/// The footnotes of a page: definitions, and the links that cite them.
struct HTMLNotes {
  struct Definition {
    /// The nodes that hold the note; for a named anchor within a block, those up to the next anchor.
    var range: Range<Int>
    /// The label without brackets and dots.
    var label: [UInt8]
    var reason = Reason.markup
  }

  struct Citation {
    /// The element that stands for the reference: the link, or the `sup` around it.
    var element: Int
    var label: [UInt8]
    /// The index in `definitions`.
    var definition: Int
  }

  private(set) var definitions: [Definition] = []
  private(set) var citations: [Citation] = []
  /// Links back to the citations, which are no text.
  private(set) var backLinks: Set<Int> = []

  /// A link to another place of the page.
  private struct LocalLink {
    var anchor: Int
    var target: Int
    var label: [UInt8]?
    var isArrow: Bool
  }

  private let tree: HTMLTree
  private let hints: [HTMLHints]
  /// The longest definition, in nodes; more is a section of the page.
  private static let mostNodes = 4_000

  init(_ tree: HTMLTree, _ hints: [HTMLHints]) {
    self.tree = tree
    self.hints = hints
    let links = localLinks()
    cite(links)
    completeLists()
    completeFamilies()
    orderDefinitions()
    findBackLinks(links)
  }

  // MARK: Links

  private func localLinks() -> [LocalLink] {
    var targets: [[UInt8]: Int] = [:]
    var similar: [[UInt8]: Int] = [:]
    var anchors: [(Int, [UInt8])] = []
    for index in tree.elements.indices where tree.isElement(index) {
      if let id = tree.attribute("id", of: index), !id.isEmpty {
        let key = Array(id)
        if targets[key] == nil { targets[key] = index }
        if similar[HTMLNotes.bare(key)] == nil { similar[HTMLNotes.bare(key)] = index }
      }
      guard tree.tag(index) == GUMBO_TAG_A else { continue }
      if let name = tree.attribute("name", of: index), !name.isEmpty {
        let key = Array(name)
        if targets[key] == nil { targets[key] = index }
      }
      guard let href = tree.attribute("href", of: index), href.first == UInt8(ascii: "#"),
        href.count > 1
      else {
        continue
      }
      anchors.append((index, HTMLNotes.decoded(href.dropFirst())))
    }
    return anchors.compactMap { anchor, fragment in
      // Systems that copy articles rewrite `fn:1` to `fn1` and forget the links.
      guard let target = targets[fragment] ?? similar[HTMLNotes.bare(fragment)] else { return nil }
      let text = tree.plainText(anchor)
      return LocalLink(
        anchor: anchor, target: target, label: HTMLNoteLabel.parse(text),
        isArrow: HTMLNoteLabel.isArrow(text))
    }
  }

  /// The letters and digits of an id.
  private static func bare(_ id: [UInt8]) -> [UInt8] {
    id.filter { $0 >= 0x80 || $0 >= 0x30 && $0 <= 0x39 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
  }

  /// A fragment with `%20` and its like replaced.
  private static func decoded(_ fragment: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    let bytes = Array(fragment)
    guard bytes.contains(UInt8(ascii: "%")) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        result.append(value)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  // MARK: Citations

  private mutating func cite(_ links: [LocalLink]) {
    let ranges = HTMLNoteRanges(tree, targets: Set(links.map(\.target)))
    var definitionOf: [Int: Int] = [:]
    var isSection: [Int: Bool] = [:]
    for link in links {
      guard let label = link.label, link.target > link.anchor || isNote(link.target) else {
        continue
      }
      guard let range = ranges.range(of: link.target), range.count <= HTMLNotes.mostNodes,
        !range.contains(link.anchor), !startsBlock(link)
      else { continue }
      let holdsHeading = isSection[range.lowerBound] ?? holdsHeading(range)
      isSection[range.lowerBound] = holdsHeading
      guard !holdsHeading else { continue }
      guard isEvident(link, label, range) else { continue }
      let definition: Int
      if let known = definitionOf[range.lowerBound] {
        definition = known
      } else {
        definition = definitions.count
        definitionOf[range.lowerBound] = definition
        definitions.append(Definition(range: range, label: label))
      }
      citations.append(
        Citation(element: enclosing(link.anchor), label: label, definition: definition))
    }
  }

  /// Finds the links in the notes that lead back up, but not to another note, as *see note 1* does.
  private mutating func findBackLinks(_ links: [LocalLink]) {
    let cited = Set(citations.map(\.element))
    for link in links where !cited.contains(link.anchor) && !cited.contains(enclosing(link.anchor))
    {
      let leadsUp =
        link.label != nil && link.target < link.anchor && definition(around: link.target) == nil
      if link.isArrow || leadsUp, definition(around: link.anchor) != nil {
        backLinks.insert(link.anchor)
      }
    }
  }

  /// The definition within which an element stands.
  private func definition(around element: Int) -> Int? {
    var low = 0
    var high = definitions.count
    while low < high {
      let middle = (low + high) / 2
      if definitions[middle].range.upperBound <= element { low = middle + 1 } else { high = middle }
    }
    return low < definitions.count && definitions[low].range.contains(element) ? low : nil
  }

  /// Whether something besides the link itself speaks for a note.
  private func isEvident(_ link: LocalLink, _ label: [UInt8], _ range: Range<Int>) -> Bool {
    if tree.tag(enclosing(link.anchor)) == GUMBO_TAG_SUP || isReference(link.anchor) { return true }
    if isNote(link.target) || isNote(range.lowerBound) { return true }
    let text = HTMLNotes.startText(of: range, in: tree)
    if HTMLNoteLabel.prefixLength(of: label, in: text) != nil { return true }
    return range.contains { tree.tag($0) == GUMBO_TAG_A && pointsBack(from: $0, to: link.anchor) }
  }

  /// Whether the page says that a link is a note's reference.
  private func isReference(_ anchor: Int) -> Bool {
    let kind = tree.string("role", of: anchor) ?? tree.string("epub:type", of: anchor) ?? ""
    return kind.contains("noteref") || hints[anchor].contains(.notes)
  }

  /// Whether the page says that an element is a note, by its name or that of the list around it.
  private func isNote(_ index: Int) -> Bool {
    var element = index
    for _ in 0..<3 where element >= 0 {
      if hints[element].contains(.notes), tree.tag(element) != GUMBO_TAG_BODY { return true }
      element = tree.parent(element)
    }
    return false
  }

  private func pointsBack(from anchor: Int, to reference: Int) -> Bool {
    guard let href = tree.attribute("href", of: anchor), href.first == UInt8(ascii: "#") else {
      return false
    }
    let fragment = HTMLNotes.decoded(href.dropFirst())
    var element = reference
    for _ in 0..<3 where element >= 0 {
      if let id = tree.attribute("id", of: element), id.elementsEqual(fragment) { return true }
      if let name = tree.attribute("name", of: element), name.elementsEqual(fragment) {
        return true
      }
      element = tree.parent(element)
    }
    return false
  }

  /// Whether a link stands first in its block and leads up: the number in front of a note that leads back.
  private func startsBlock(_ link: LocalLink) -> Bool {
    guard link.target < link.anchor else { return false }
    var index = link.anchor - 1
    while index >= 0 {
      let traits = HTMLTraits.of(tree.tag(index))
      if traits.contains(.block) || tree.tag(index) == GUMBO_TAG_BR { return true }
      if tree.elements[index].kind == .text { return false }
      index -= 1
    }
    return true
  }

  private func holdsHeading(_ range: Range<Int>) -> Bool {
    range.contains { HTMLTraits.of(tree.tag($0)).contains(.heading) }
  }

  /// The `sup` around a link where it holds nothing else, or the link.
  private func enclosing(_ anchor: Int) -> Int {
    var element = anchor
    while let parent = Optional(tree.parent(element)), parent >= 0,
      tree.tag(parent) == GUMBO_TAG_SUP || tree.tag(parent) == GUMBO_TAG_SPAN,
      holdsOnly(parent, element)
    {
      element = parent
    }
    return element
  }

  private func holdsOnly(_ parent: Int, _ child: Int) -> Bool {
    for index in tree.inside(parent) where tree.elements[index].kind == .text {
      if index >= child, index < tree.end(child) { continue }
      // Brackets around the link are part of the marker.
      guard tree.text(index).allSatisfy({ HTMLNoteLabel.isDress($0) }) else { return false }
    }
    return true
  }

  // MARK: Definitions

  /// Takes in the entries of a list of notes that nothing cites.
  private mutating func completeLists() {
    let known = Dictionary(definitions.indices.map { (definitions[$0].range.lowerBound, $0) }) {
      first, _ in first
    }
    var lists: Set<Int> = []
    for definition in definitions where tree.tag(definition.range.lowerBound) == GUMBO_TAG_LI {
      lists.insert(tree.parent(definition.range.lowerBound))
    }
    for list in lists.sorted() {
      let items = tree.children(list).filter { tree.tag($0) == GUMBO_TAG_LI }
      guard items.count(where: { known[$0] != nil }) * 2 >= items.count else { continue }
      let first = tree.attribute("start", of: list).flatMap { decimal($0) } ?? 1
      for (offset, item) in items.enumerated() where known[item] == nil {
        definitions.append(
          Definition(range: item..<tree.end(item), label: Array(String(first + offset).utf8)))
      }
    }
  }

  /// Words that ids of notes begin with, without signs: `fn12`, `_ftn12`, `cite_note-12`.
  private static let families: Set<[UInt8]> = Set(
    ["fn", "ftn", "footnote", "endnote", "edn", "note", "fnote", "citenote", "sdfootnote"].map {
      Array($0.utf8)
    })

  /// Takes in blocks whose ids are like those of known notes, or begin as ids of notes do, though nothing cites them.
  private mutating func completeFamilies() {
    let known = definitions.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    let ordinals = itemOrdinals()
    var next = 0
    var families: Set<[UInt8]> = []
    for range in known {
      if let id = HTMLNotes.numbered(tree.attribute("id", of: range.lowerBound)) {
        families.insert(id.family)
      }
    }
    let starts = Set(known.map(\.lowerBound))
    var index = 0
    while index < tree.count {
      defer { index += 1 }
      while next < known.count, known[next].upperBound <= index { next += 1 }
      guard !starts.contains(index), isDefinitionBlock(index),
        let id = HTMLNotes.numbered(tree.attribute("id", of: index)),
        families.contains(id.family) || HTMLNotes.families.contains(id.family),
        next == known.count || known[next].lowerBound >= tree.end(index)
      else { continue }
      let range = index..<tree.end(index)
      let label = Array(String(id.number).utf8)
      let isLabelled =
        HTMLNoteLabel.prefixLength(of: label, in: HTMLNotes.startText(of: range, in: tree)) != nil
      guard isLabelled || ordinals[index] == id.number else { continue }
      definitions.append(Definition(range: range, label: label))
      index = tree.end(index) - 1
    }
  }

  private func isDefinitionBlock(_ index: Int) -> Bool {
    switch tree.tag(index) {
    case GUMBO_TAG_P, GUMBO_TAG_LI, GUMBO_TAG_DIV, GUMBO_TAG_DD: true
    default: false
    }
  }

  /// The number of each item of a list, counted from the list's `start`.
  private func itemOrdinals() -> [Int: Int] {
    var next: [Int: Int] = [:]
    var ordinals: [Int: Int] = [:]
    for index in tree.elements.indices where tree.tag(index) == GUMBO_TAG_LI {
      let list = tree.parent(index)
      let number = next[list] ?? tree.attribute("start", of: list).flatMap { decimal($0) } ?? 1
      ordinals[index] = number
      next[list] = number + 1
    }
    return ordinals
  }

  /// The letters and the number of an id such as `fn:12`.
  private static func numbered(_ id: UnsafeBufferPointer<UInt8>?) -> (family: [UInt8], number: Int)?
  {
    guard let id, id.count <= 64 else { return nil }
    let bytes = bare(Array(id)).map { HTMLTagName.lower($0) }
    let family = bytes.prefix { $0 < 0x30 || $0 > 0x39 }
    guard !family.isEmpty, let number = decimal(bytes[family.count...]) else { return nil }
    return (Array(family), number)
  }

  private mutating func orderDefinitions() {
    let order = definitions.indices.sorted {
      definitions[$0].range.lowerBound < definitions[$1].range.lowerBound
    }
    var position = [Int](repeating: 0, count: definitions.count)
    for (new, old) in order.enumerated() { position[old] = new }
    definitions = order.map { definitions[$0] }
    for index in citations.indices {
      citations[index].definition = position[citations[index].definition]
    }
  }

  /// Forgets citations outside the article, and notes outside it that nothing within cites.
  mutating func keepOnly(_ content: MainContent, _ tree: HTMLTree) {
    var isInside = [Bool](repeating: false, count: tree.count)
    for root in content.roots {
      for index in root..<tree.end(root) {
        let parent = tree.parent(index)
        isInside[index] = content.dropped[index] == nil && (index == root || isInside[parent])
      }
    }
    // A note may cite another one, wherever it stands.
    for definition in definitions where isInside[definition.range.lowerBound] == false {
      for index in definition.range {
        isInside[index] = isInside[index] || content.dropped[index] == nil
      }
    }
    citations.removeAll { !isInside[$0.element] }
    let cited = Set(citations.map(\.definition))
    var position: [Int: Int] = [:]
    var kept: [Definition] = []
    for (index, definition) in definitions.enumerated() {
      guard cited.contains(index) || isInside[definition.range.lowerBound] else { continue }
      position[index] = kept.count
      kept.append(definition)
    }
    definitions = kept
    for index in citations.indices {
      citations[index].definition = position[citations[index].definition]!
    }
  }

  /// The first words of a range of nodes.
  static func startText(of range: Range<Int>, in tree: HTMLTree) -> [UInt8] {
    var inline = InlineText()
    for index in range where tree.elements[index].kind == .text {
      inline.append(tree.text(index))
      if inline.bytes.count > 40 { break }
    }
    return inline.bytes
  }
}
