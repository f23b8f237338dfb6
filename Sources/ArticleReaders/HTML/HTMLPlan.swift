import ArticleModel
import Bytes
import CHTML

/// What each element of a page is, before nodes are made of them.
struct HTMLPlan {
  enum Role {
    /// Part of its surroundings without a text of its own: a link back from a note, brackets around a reference.
    case skipped
    /// A reference, as an index into the notes' citations.
    case reference(Int)
    /// The first node of a note, as an index into the notes' definitions.
    case note(Int)
    /// A line of the metadata.
    case field(FrontMatterField)
    /// A reader poll, as an index into the polls.
    case poll(Int)
    /// Words of the article, set apart.
    case pullQuote
    /// A line about the author.
    case aboutAuthor
  }

  /// Why nodes are no part of the article; see `MainContent`.
  let dropped: [Reason?]
  /// The elements that hold the article, in document order.
  let roots: [Int]
  let hints: [HTMLHints]
  let tables: HTMLDataTables
  let notes: HTMLNotes
  let polls: [HTMLPoll]
  private(set) var roles: [Int: Role] = [:]
  /// How many bytes at the start of a text node are the label of the note that it stands in, or the bracket behind
  /// references.
  private(set) var labelBytes: [Int: Int] = [:]
  /// How many bytes at the end of a text node are the bracket before references.
  private(set) var bracketBytes: [Int: Int] = [:]

  init(
    _ content: MainContent, notes: HTMLNotes, polls: [HTMLPoll], pullQuotes: Set<Int>,
    tree: HTMLTree
  ) {
    dropped = content.dropped
    roots = content.roots
    hints = content.hints
    tables = content.tables
    self.notes = notes
    self.polls = polls
    for (index, poll) in polls.enumerated() { roles[poll.nodes.lowerBound] = .poll(index) }
    for element in pullQuotes { roles[element] = .pullQuote }
    for link in notes.permanentLinks { roles[link] = .skipped }
    for link in notes.backLinks { roles[link] = .skipped }
    for (index, citation) in notes.citations.enumerated() {
      roles[citation.element] = .reference(index)
    }
    for (index, definition) in notes.definitions.enumerated() {
      roles[definition.range.lowerBound] = .note(index)
      markLabel(of: definition, tree)
    }
    for parent in Set(notes.citations.map { tree.parent($0.element) }) where parent >= 0 {
      markSeparators(within: parent, tree)
    }
  }

  /// Says what an element is; what is known of it already stays.
  mutating func set(_ role: Role, for element: Int) {
    if roles[element] == nil { roles[element] = role }
  }

  /// Whether any node from `range` has a role.
  func holdsRole(_ range: Range<Int>) -> Bool {
    range.contains { index in
      if case .skipped? = roles[index] { return false }
      return roles[index] != nil
    }
  }

  // MARK: Texts that are markers

  /// Marks the label that a definition begins with, over as many text nodes as it takes: `<sup>12</sup>. `
  private mutating func markLabel(of definition: HTMLNotes.Definition, _ tree: HTMLTree) {
    var label = definition.label[...]
    var hasLabel = false
    var index = definition.range.lowerBound
    while index < definition.range.upperBound {
      if index > definition.range.lowerBound, roles[index] != nil {
        if case .skipped? = roles[index], !label.isEmpty, !hasLabel,
          HTMLNoteLabel.withoutDress(tree.plainText(index)).elementsEqual(definition.label)
        {
          // A link back that says the label; what stands around it is dress.
          label = []
        }
        index = tree.end(index)
        continue
      }
      guard tree.elements[index].kind == .text else {
        index += 1
        continue
      }
      let text = tree.text(index)
      var length = 0
      while length < text.count, !hasLabel, HTMLNoteLabel.isDress(text[length]) { length += 1 }
      while length < text.count, let first = label.first, text[length] == first {
        label.removeFirst()
        length += 1
      }
      if !label.isEmpty {
        // Brackets alone are not the label's; the text begins here.
        if length < text.count || label.count < definition.label.count { return }
        labelBytes[index] = length
        index += 1
        continue
      }
      hasLabel = true
      while length < text.count, HTMLPlan.isLabelEnd(text[length]) { length += 1 }
      // `12th` and `3.5` begin with digits that are no label.
      if length < text.count, length > 0, ASCII.isDigit(text[length - 1]),
        HTMLPlan.isLetterOrDigit(text[length]), tree.end(tree.parent(index)) != index + 1
      {
        return
      }
      labelBytes[index] = length
      if length < text.count { return }
      index += 1
    }
  }

  /// Skips what stands between the references of a `sup` or of a pair of brackets, and the brackets: `[1, 2]`.
  private mutating func markSeparators(within parent: Int, _ tree: HTMLTree) {
    let nodes = tree.nodes(in: parent)
    let isRaised = tree.tag(parent) == GUMBO_TAG_SUP
    var index = 0
    while index < nodes.count {
      guard isReference(nodes[index]) else {
        if isRaised, HTMLPlan.isDress(nodes[index], tree) { roles[nodes[index]] = .skipped }
        index += 1
        continue
      }
      let first = index
      var last = index
      while index < nodes.count, isReference(nodes[index]) || HTMLPlan.isDress(nodes[index], tree) {
        if isReference(nodes[index]) { last = index }
        index += 1
      }
      index = last + 1
      if isRaised || markBrackets(around: first...last, of: nodes, tree) {
        for node in nodes[first...last] where HTMLPlan.isDress(node, tree) {
          roles[node] = .skipped
        }
      }
    }
  }

  /// Leaves out a pair of brackets around references, where there is one.
  private mutating func markBrackets(
    around references: ClosedRange<Int>, of nodes: [Int], _ tree: HTMLTree
  ) -> Bool {
    guard references.lowerBound > 0, references.upperBound + 1 < nodes.count else { return false }
    let before = nodes[references.lowerBound - 1]
    let after = nodes[references.upperBound + 1]
    guard tree.elements[before].kind == .text, tree.elements[after].kind == .text,
      let open = tree.text(before).lastIndex(where: { $0 > 0x20 }),
      let close = tree.text(after).firstIndex(where: { $0 > 0x20 })
    else { return false }
    switch (tree.text(before)[open], tree.text(after)[close]) {
    case (UInt8(ascii: "["), UInt8(ascii: "]")), (UInt8(ascii: "("), UInt8(ascii: ")")): break
    default: return false
    }
    bracketBytes[before] = tree.text(before).count - open
    labelBytes[after] = close + 1
    return true
  }

  private func isReference(_ node: Int) -> Bool {
    if case .reference? = roles[node] { return true }
    return false
  }

  /// Whether a node is a text of brackets, commas and spaces alone.
  private static func isDress(_ node: Int, _ tree: HTMLTree) -> Bool {
    !tree.isElement(node) && tree.text(node).allSatisfy(HTMLNoteLabel.isDress)
  }

  private static func isLabelEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ")"), UInt8(ascii: "]"): true
    default: false
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || ASCII.isLetter(byte) || byte >= 0x80
  }
}
