import ArticleModel
import CHTML

/// The part of a page that is its article.
struct MainContent {
  /// The elements that hold the article, in document order; none contains another.
  var roots: [Int] = []
  /// For each node, why it and what it contains are no part of the article; `nil` where they may be.
  var dropped: [Reason?]
  /// The hints of each element.
  let hints: [HTMLHints]
  /// The tables that hold data.
  let tables: HTMLDataTables

  /// How much to take away before looking; loosened step by step where too little is left.
  struct Strictness {
    var dropsUnlikely = true
    var weighsNames = true
    var cleans = true

    static let steps = [
      Strictness(), Strictness(dropsUnlikely: false),
      Strictness(dropsUnlikely: false, weighsNames: false),
      Strictness(dropsUnlikely: false, weighsNames: false, cleans: false),
    ]
  }

  /// Finds the main content of a page.
  ///
  /// The way is that of Readability (Arc90 2010, now Mozilla's): names that promise nothing are put aside, each
  /// paragraph gives points to the elements around it, and the element with the most points is the article together
  /// with siblings that are like it. It is held against the page's own markup first: an `article` or `main` that has
  /// most of the text is believed.
  ///
  /// - Parameter kept: nodes that are known to belong to the article, such as polls and notes.
  static func find(in tree: HTMLTree, _ hints: [HTMLHints], keeping kept: Set<Int>) -> MainContent {
    let tables = HTMLDataTables(tree)
    var best = MainContent(dropped: [], hints: hints, tables: tables)
    var bestCount: Int32 = -1
    for step in Strictness.steps {
      var content = MainContent(
        dropped: [Reason?](repeating: nil, count: tree.count), hints: hints, tables: tables)
      let count = content.find(tree, step, kept)
      // What is found more loosely must be much more, or it is only the frame of the page.
      if bestCount < 0 || count > bestCount * 2 {
        best = content
        bestCount = count
      }
      if bestCount >= 250 { break }
    }
    return best
  }

  /// Finds the content for one strictness. Returns the number of characters in it.
  private mutating func find(_ tree: HTMLTree, _ step: Strictness, _ kept: Set<Int>) -> Int32 {
    guard let body = tree.elements.indices.first(where: { tree.tag($0) == GUMBO_TAG_BODY }) else {
      return 0
    }
    dropSurely(tree, kept)
    if step.dropsUnlikely { dropUnlikely(tree, body, kept) }
    let measures = HTMLCleaner.measures(tree, body, dropped)
    var scorer = ContentScorer(
      tree: tree, body: body, measures: measures, hints: hints, usesNames: step.weighsNames)
    roots = scorer.roots(dropped)
    return HTMLCleaner.clean(tree, self, step, kept, measures, &dropped)
  }

  /// Drops what no article holds: scripts, controls, hidden elements, the page's frame by its ARIA roles.
  private mutating func dropSurely(_ tree: HTMLTree, _ kept: Set<Int>) {
    var index = 0
    while index < tree.count {
      let tag = tree.tag(index)
      let isText = tree.elements[index].kind != .element
      if !isText, !kept.contains(index), tag != GUMBO_TAG_BODY, tag != GUMBO_TAG_HTML {
        if HTMLTraits.of(tag).contains(.dropped) {
          dropped[index] = tag == GUMBO_TAG_NAV ? .navigation : .markup
        } else if hints[index].contains(.hidden) {
          dropped[index] = .markup
        } else if hints[index].contains(.frameRole) {
          dropped[index] = hints[index].reason ?? .navigation
        } else if tag == GUMBO_TAG_HEAD {
          dropped[index] = .markup
        }
      }
      index = dropped[index] == nil ? index + 1 : tree.end(index)
    }
  }

  /// Drops elements whose names are those of things beside the content.
  private mutating func dropUnlikely(_ tree: HTMLTree, _ body: Int, _ kept: Set<Int>) {
    let holders = MainContent.holdersOfArticle(tree)
    var index = body + 1
    while index < tree.end(body) {
      if dropped[index] != nil || holders.contains(index) {
        index = dropped[index] == nil ? index + 1 : tree.end(index)
        continue
      }
      let hint = hints[index]
      let tag = tree.tag(index)
      let isUnlikely =
        hint.contains(.unlikely) && !hint.contains(.maybe) && tag != GUMBO_TAG_A
        && tag != GUMBO_TAG_LAST
        && !HTMLTraits.of(tag).contains(.heading) && tag != GUMBO_TAG_ARTICLE
        && tag != GUMBO_TAG_MAIN
      if isUnlikely, !kept.contains(index), !isInTableOrCode(tree, index) {
        dropped[index] = hint.reason ?? .navigation
        index = tree.end(index)
      } else {
        index += 1
      }
    }
  }

  /// The elements around the page's only `article` or `main`, whatever they are named.
  private static func holdersOfArticle(_ tree: HTMLTree) -> Set<Int> {
    var holders: Set<Int> = []
    for tag in [GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN] {
      let found = Array(tree.elements.indices.lazy.filter { tree.tag($0) == tag }.prefix(2))
      guard found.count == 1 else { continue }
      var parent = tree.parent(found[0])
      while parent >= 0, holders.insert(parent).inserted { parent = tree.parent(parent) }
    }
    return holders
  }

  private func isInTableOrCode(_ tree: HTMLTree, _ index: Int) -> Bool {
    var parent = tree.parent(index)
    while parent >= 0 {
      let tag = tree.tag(parent)
      if tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_CODE || tag == GUMBO_TAG_PRE { return true }
      parent = tree.parent(parent)
    }
    return false
  }
}
