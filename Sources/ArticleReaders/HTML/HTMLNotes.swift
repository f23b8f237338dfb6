import ArticleModel
import CHTML

/// The footnotes of a page: definitions, and the links that cite them.
struct HTMLNotes {
  struct Definition {
    /// The nodes that hold the note; for a named anchor within a block, those up to the next anchor.
    var range: Range<Int>
    /// The label without brackets and dots.
    var label: [UInt8]
    /// Whether the note stands within a sentence, at the place that cites it.
    var isInline = false
    var reason = Reason.markup
  }

  struct Citation {
    /// The element that stands for the reference: the link, or the `sup` around it.
    var element: Int
    var label: [UInt8]
    /// The index in `definitions`.
    var definition: Int
  }

  var definitions: [Definition] = []
  private(set) var citations: [Citation] = []
  /// The definitions that title or byline cite, once `keepOnly` knows those.
  private(set) var citedAbove: Set<Int> = []
  /// What is no text of the notes: links back to the citations with the signs around them, and labels that are repeated.
  private(set) var backLinks: Set<Int> = []
  /// Links beside a heading, a caption or a term that lead to itself and say no word: `¶`.
  let permanentLinks: [Int]
  /// For each element, the links that lead to it, in document order.
  private let linksTo: [Int: [Int]]
  /// The elements of the citations and those around them, at which links back arrive.
  private var citedPlaces: Set<Int> = []

  let tree: HTMLTree
  private let hints: [HTMLHints]
  /// The longest definition, in nodes; more is a section of the page.
  private static let mostNodes = 4_000

  init(_ tree: HTMLTree, _ hints: [HTMLHints]) {
    self.tree = tree
    self.hints = hints
    let links = HTMLLocalLink.all(in: tree, hints)
    linksTo = Dictionary(grouping: links, by: \.target).mapValues { $0.map(\.anchor) }
    permanentLinks = links.filter { link in
      link.isSign && link.target <= link.anchor && tree.end(link.target) > link.anchor
    }.map(\.anchor)
    let inlineNotes = HTMLInlineNote.all(in: tree, hints)
    cite(links, besides: inlineNotes)
    add(inlineNotes)
    completeLists()
    completeFamilies()
    orderDefinitions()
    findBackLinks(links)
    findLostArrows()
    for parent in Set(backLinks.map { tree.parent($0) }) { findSigns(within: parent) }
    for note in inlineNotes { backLinks.formUnion(note.repeatedMarks) }
  }

  // MARK: Citations

  private mutating func cite(_ links: [HTMLLocalLink], besides inlineNotes: [HTMLInlineNote]) {
    let inline = Set(inlineNotes.map(\.element))
    let ranges = HTMLNoteRanges(tree, hints, targets: Set(links.map(\.target)))
    var definitionOf: [Int: Int] = [:]
    var isSection: [Int: Bool] = [:]
    for link in links {
      guard link.role != .back, !inline.contains(link.target),
        link.target > link.anchor || isNote(link.target) && !isReference(link.target)
      else { continue }
      guard let range = ranges.range(of: link.target), range.count <= HTMLNotes.mostNodes,
        !range.contains(link.anchor), !startsBlock(link)
      else { continue }
      let holdsHeading = isSection[range.lowerBound] ?? holdsHeading(range)
      isSection[range.lowerBound] = holdsHeading
      guard !holdsHeading, let label = label(of: link, range) else { continue }
      let definition: Int
      if let known = definitionOf[range.lowerBound] {
        definition = known
      } else {
        definition = definitions.count
        definitionOf[range.lowerBound] = definition
        definitions.append(Definition(range: range, label: label))
      }
      addCitation(
        Citation(element: enclosing(link.anchor), label: label, definition: definition))
    }
  }

  private mutating func add(_ notes: [HTMLInlineNote]) {
    for note in notes {
      definitions.append(
        Definition(range: note.body..<tree.end(note.body), label: note.label, isInline: true))
      addCitation(
        Citation(element: note.mark, label: note.label, definition: definitions.count - 1))
    }
  }

  private mutating func addCitation(_ citation: Citation) {
    citations.append(citation)
    citedPlaces.formUnion(tree.inside(citation.element).filter { tree.isElement($0) })
    var element = citation.element
    for _ in 0...HTMLNotes.reach where element >= 0 {
      citedPlaces.insert(element)
      element = tree.parent(element)
    }
  }

  /// How far around a reference the id may stand that links back name, in elements.
  private static let reach = 3

  /// Finds the links in the notes that lead back up, but not to another note, as *see note 1* does.
  private mutating func findBackLinks(_ links: [HTMLLocalLink]) {
    let cited = Set(citations.map(\.element))
    for link in links where !cited.contains(link.anchor) && !cited.contains(enclosing(link.anchor))
    {
      let leadsUp =
        link.label != nil && link.target < link.anchor && definition(around: link.target) == nil
      guard let note = definition(around: link.anchor) else { continue }
      let saysLabel = citedPlaces.contains(link.target) && link.words == definitions[note].label
      if link.isArrow || link.role == .back || leadsUp || saysLabel {
        backLinks.insert(link.anchor)
      }
    }
  }

  /// Finds the arrows in the notes that lead back to places which the page has lost.
  private mutating func findLostArrows() {
    for definition in definitions {
      for node in definition.range where tree.tag(node) == GUMBO_TAG_A {
        guard let address = tree.attribute("href", of: node), address.contains(UInt8(ascii: "#")),
          HTMLNoteLabel.isArrow(tree.plainText(node))
        else { continue }
        backLinks.insert(node)
      }
    }
  }

  /// Finds the signs beside links back, and links like them whose targets are lost: `^ a b`.
  private mutating func findSigns(within parent: Int) {
    let nodes = tree.nodes(in: parent)
    let isWrapper = !HTMLTraits.of(tree.tag(parent)).contains(.block)
    for links in [nodes, nodes.reversed()] {
      var isBeside = false
      for node in links {
        isBeside = backLinks.contains(node) || isBeside && isSign(node, isWrapper)
        if isBeside, tree.elements[node].kind != .space { backLinks.insert(node) }
      }
    }
  }

  private func isSign(_ node: Int, _ takesLinks: Bool) -> Bool {
    guard tree.isElement(node) else {
      let text = Array(tree.text(node))
      return HTMLNoteLabel.isArrow(text) || text.allSatisfy(HTMLNoteLabel.isDress)
    }
    return takesLinks && tree.tag(node) == GUMBO_TAG_A
      && HTMLNoteLabel.parse(tree.plainText(node)) != nil
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

  /// The label of a note that a link cites, or `nil` where it cites none.
  private func label(of link: HTMLLocalLink, _ range: Range<Int>) -> [UInt8]? {
    if let label = link.label { return isEvident(link, label, range) ? label : nil }
    // `[ii]` is no word where a link back answers it.
    guard !link.words.isEmpty else { return nil }
    if link.role == .reference { return link.words }
    return HTMLNoteLabel.isRomanNumber(link.words) && isAnswered(link, range) ? link.words : nil
  }

  /// Whether something besides the link itself speaks for a note.
  private func isEvident(_ link: HTMLLocalLink, _ label: [UInt8], _ range: Range<Int>) -> Bool {
    if isRaised(link.anchor) || link.role == .reference { return true }
    if hints[link.anchor].contains(.notes) { return true }
    if isNote(link.target) || isNote(range.lowerBound) { return true }
    if let id = HTMLNotes.numbered(tree.attribute("id", of: link.target)),
      HTMLNotes.families.contains(id.family), label == Array(String(id.number).utf8)
    {
      return true
    }
    let text = HTMLNotes.startText(of: range, in: tree)
    if HTMLNoteLabel.prefixLength(of: label, in: text) != nil { return true }
    return isAnswered(link, range)
  }

  /// Whether a `sup` stands around a link, or around all that is in it.
  private func isRaised(_ anchor: Int) -> Bool {
    if tree.tag(enclosing(anchor)) == GUMBO_TAG_SUP { return true }
    let first = tree.children(anchor).first { tree.elements[$0].kind != .space }
    return first.map { tree.tag($0) == GUMBO_TAG_SUP && holdsOnly(anchor, $0) } ?? false
  }

  /// Whether a link from the note leads back to the link or to what stands right around it.
  private func isAnswered(_ link: HTMLLocalLink, _ range: Range<Int>) -> Bool {
    var element = link.anchor
    for _ in 0..<HTMLNotes.reach where element >= 0 {
      if let anchors = linksTo[element] {
        let first = anchors.firstIndex(ofRising: range.lowerBound) { $0 }
        if first < anchors.count, anchors[first] < range.upperBound { return true }
      }
      element = tree.parent(element)
    }
    return false
  }

  /// Whether an inline element is a link within the page, or holds one, as a reference does.
  private func isReference(_ element: Int) -> Bool {
    guard !HTMLTraits.of(tree.tag(element)).contains(.block), tree.inside(element).count < 16 else {
      return false
    }
    return (element..<tree.end(element)).contains {
      tree.tag($0) == GUMBO_TAG_A && tree.attribute("href", of: $0)?.first == UInt8(ascii: "#")
    }
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

  /// Whether a link stands first in its block and leads up: the number in front of a note that leads back.
  private func startsBlock(_ link: HTMLLocalLink) -> Bool {
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
  ///
  /// - Parameter fields: the elements of title and byline, of which the article has the words alone.
  mutating func keepOnly(_ content: MainContent, fields: [Range<Int>]) {
    let isInside = isInside(content)
    let above = citations.filter { citation in fields.contains { $0.contains(citation.element) } }
    citations.removeAll { citation in
      !isInside[citation.element] || fields.contains { $0.contains(citation.element) }
    }
    let cited = Set((citations + above).map(\.definition))
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
    citedAbove = Set(above.map { position[$0.definition]! })
  }

  /// For each node, whether the article or a note holds it.
  private func isInside(_ content: MainContent) -> [Bool] {
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
    return isInside
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
