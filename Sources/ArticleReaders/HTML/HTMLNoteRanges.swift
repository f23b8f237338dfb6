import CHTML

/// Finds the nodes that make up a note from the place that a link leads to.
struct HTMLNoteRanges {
  private let tree: HTMLTree
  private let hints: [HTMLHints]
  /// For each block, the link targets directly within it.
  private var targets: [Int: [Int]] = [:]

  init(_ tree: HTMLTree, _ hints: [HTMLHints], targets: Set<Int>) {
    self.tree = tree
    self.hints = hints
    for target in targets.sorted() {
      self.targets[block(around: target), default: []].append(target)
    }
  }

  /// The nodes of the note at a link's target; `nil` where there are none.
  ///
  /// A target that is a block of its own is the note. An anchor within a block stands for the block, or, where the
  /// block has several such anchors (old pages end every note with `br`), for what follows up to the next.
  func range(of target: Int) -> Range<Int>? {
    if isNoteBlock(target) { return target..<tree.end(target) }
    if tree.tag(target) == GUMBO_TAG_DT { return target..<descriptionEnd(of: target) }
    let block = block(around: target)
    guard block >= 0, tree.tag(block) != GUMBO_TAG_BODY || (targets[block]?.count ?? 0) > 1 else {
      return nil
    }
    let siblings = targets[block] ?? []
    guard siblings.count > 1 else { return block..<tree.end(block) }
    let next = siblings.first { $0 > target }
    return target..<(next ?? tree.end(block))
  }

  /// Where the descriptions of a term end: at the next term, whether or not a link leads there.
  private func descriptionEnd(of term: Int) -> Int {
    let list = tree.parent(term)
    var next = tree.end(term)
    while next < tree.end(list), tree.tag(next) != GUMBO_TAG_DT { next = tree.end(next) }
    return next
  }

  private func isNoteBlock(_ index: Int) -> Bool {
    switch tree.tag(index) {
    case GUMBO_TAG_LI, GUMBO_TAG_P, GUMBO_TAG_DIV, GUMBO_TAG_DD, GUMBO_TAG_ASIDE, GUMBO_TAG_TR,
      GUMBO_TAG_BLOCKQUOTE,
      GUMBO_TAG_SECTION:
      return true
    // Docutils set each note as a table once: its number, its text.
    case GUMBO_TAG_TABLE: return hints[index].contains(.notes)
    default: return false
    }
  }

  /// The innermost block around an inline element.
  private func block(around index: Int) -> Int {
    var parent = tree.parent(index)
    while parent >= 0, !HTMLTraits.of(tree.tag(parent)).contains(.block) {
      parent = tree.parent(parent)
    }
    return parent
  }
}
