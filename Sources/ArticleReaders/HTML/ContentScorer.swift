import ArticleModel
import CHTML

/// Gives points to the elements of a page and finds the one that holds the article.
struct ContentScorer {
  let tree: HTMLTree
  let body: Int
  let measures: [HTMLMeasures]
  let hints: [HTMLHints]
  let usesNames: Bool
  private var scores: [Float]
  private var isCandidate: [Bool]

  /// The shortest text that counts as a paragraph, in characters.
  private static let shortest: Int32 = 25
  /// How far up a paragraph gives points.
  private static let reach = 5
  /// How many candidates are compared with the best.
  private static let contenders = 5

  init(tree: HTMLTree, body: Int, measures: [HTMLMeasures], hints: [HTMLHints], usesNames: Bool) {
    self.tree = tree
    self.body = body
    self.measures = measures
    self.hints = hints
    self.usesNames = usesNames
    scores = [Float](repeating: 0, count: tree.count)
    isCandidate = [Bool](repeating: false, count: tree.count)
  }

  /// The elements that hold the article.
  mutating func roots(_ dropped: [Reason?]) -> [Int] {
    scoreParagraphs(dropped)
    guard let top = best() else { return [body] }
    if let semantic = semanticRoot(dropped, top) { return [semantic] }
    if let whole = wholeOfParts(top, dropped) { return [whole] }
    return withSiblings(top, dropped)
  }

  // MARK: Points

  private mutating func scoreParagraphs(_ dropped: [Reason?]) {
    // The text directly inside each block, not inside another block.
    var own = [HTMLMeasures](repeating: HTMLMeasures(), count: tree.count)
    var hasBlock = [Bool](repeating: false, count: tree.count)
    var index = body + 1
    while index < tree.end(body) {
      if dropped[index] != nil {
        index = tree.end(index)
        continue
      }
      if tree.isElement(index) {
        if HTMLTraits.of(tree.tag(index)).contains(.block) { hasBlock[block(above: index)] = true }
      } else {
        own[block(above: index)] += HTMLMeasures(text: tree.text(index))
      }
      index += 1
    }
    for index in body..<tree.end(body) where own[index].characters >= ContentScorer.shortest {
      guard HTMLTraits.of(tree.tag(index)).contains(.scored) else { continue }
      let points = 1 + Float(own[index].commas) + min(Float(own[index].characters) / 100, 3)
      // Text beside blocks is a paragraph of its own inside the element; else the element is the paragraph.
      addPoints(points, from: hasBlock[index] ? index : tree.parent(index))
    }
  }

  private func block(above index: Int) -> Int {
    var parent = tree.parent(index)
    while parent > body, !HTMLTraits.of(tree.tag(parent)).contains(.block) {
      parent = tree.parent(parent)
    }
    return max(parent, body)
  }

  private mutating func addPoints(_ points: Float, from start: Int) {
    var element = start
    for level in 0..<ContentScorer.reach {
      guard element >= 0, tree.tag(element) != GUMBO_TAG_HTML else { return }
      if !isCandidate[element] {
        isCandidate[element] = true
        scores[element] +=
          ContentScorer.base(tree.tag(element)) + (usesNames ? hints[element].weight : 0)
      }
      scores[element] += level == 0 ? points : level == 1 ? points / 2 : points / Float(level * 3)
      element = tree.parent(element)
    }
  }

  /// The points an element has by its tag.
  private static func base(_ tag: GumboTag) -> Float {
    switch tag {
    case GUMBO_TAG_DIV: 5
    case GUMBO_TAG_PRE, GUMBO_TAG_TD, GUMBO_TAG_BLOCKQUOTE: 3
    case GUMBO_TAG_ADDRESS, GUMBO_TAG_OL, GUMBO_TAG_UL, GUMBO_TAG_DL, GUMBO_TAG_DD, GUMBO_TAG_DT,
      GUMBO_TAG_LI,
      GUMBO_TAG_FORM:
      -3
    case GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6,
      GUMBO_TAG_TH:
      -5
    default: 0
    }
  }

  private func final(_ index: Int) -> Float { scores[index] * (1 - measures[index].linkDensity) }

  // MARK: The best

  private func best() -> Int? {
    let order = tree.elements.indices.filter { isCandidate[$0] }.sorted {
      (final($0), $1) > (final($1), $0)
    }
    guard var top = order.first, tree.tag(top) != GUMBO_TAG_BODY else { return nil }
    top = sharedAncestor(of: order.prefix(ContentScorer.contenders), top)
    top = climbed(from: top)
    while top != body, tree.parent(top) > body, tree.children(tree.parent(top)).count == 1 {
      top = tree.parent(top)
    }
    return top
  }

  /// The lowest element around at least four candidates that are nearly as good as the best.
  private func sharedAncestor(of order: ArraySlice<Int>, _ top: Int) -> Int {
    let score = final(top)
    let near = order.dropFirst().filter { final($0) >= score * 0.75 }
    guard near.count >= 3 else { return top }
    var parent = tree.parent(top)
    while parent > body {
      if near.count(where: { $0 > parent && $0 < tree.end(parent) }) >= 3 { return parent }
      parent = tree.parent(parent)
    }
    return top
  }

  /// A parent with more points has more of the article: text that the best candidate lacks gave them.
  private func climbed(from start: Int) -> Int {
    var last = scores[start]
    let threshold = last / 3
    var parent = tree.parent(start)
    while parent > body {
      defer { parent = tree.parent(parent) }
      guard isCandidate[parent] else { continue }
      if scores[parent] < threshold { break }
      if scores[parent] > last { return parent }
      last = scores[parent]
    }
    return start
  }

  /// The page's only `article` or `main`, where it holds the best candidate or most of the text.
  private func semanticRoot(_ dropped: [Reason?], _ top: Int) -> Int? {
    for tag in [GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN] {
      let found = (body..<tree.end(body)).filter { tree.tag($0) == tag && dropped[$0] == nil }
      let large = found.filter { measures[$0].characters * 2 > measures[body].characters }
      guard let root = large.last,
        large.count == 1 || large.allSatisfy({ root > $0 && root < tree.end($0) })
      else {
        continue
      }
      let holdsTop = top >= root && top < tree.end(root)
      if holdsTop, measures[root].linkDensity < 0.5 { return root }
    }
    return nil
  }

  /// How many sections make an element the article.
  private static let fewestParts = 3

  /// The parent of a section or a table for layout, where such parts are most of its text: none of them is the article alone.
  private func wholeOfParts(_ top: Int, _ dropped: [Reason?]) -> Int? {
    let part = table(aroundCell: top)
    let tag = tree.tag(part)
    let parent = tree.parent(part)
    guard tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_TABLE, parent > body else { return nil }
    let parts = tree.children(parent).filter { part in
      tree.tag(part) == tag && dropped[part] == nil && measures[part].paragraphs > 0
        && measures[part].linkDensity < 0.25
    }
    guard parts.count >= ContentScorer.fewestParts else { return nil }
    let characters = parts.reduce(0) { $0 + Int(measures[$1].characters) }
    return characters * 10 > Int(measures[parent].characters) * 6 ? parent : nil
  }

  /// The table whose cell, row or body an element is, or the element.
  private func table(aroundCell element: Int) -> Int {
    var part = element
    while tree.tag(part) == GUMBO_TAG_TD || tree.tag(part) == GUMBO_TAG_TR
      || tree.tag(part) == GUMBO_TAG_TBODY
    {
      part = tree.parent(part)
    }
    return part
  }

  /// The best candidate and those of its siblings that have points of their own or read like paragraphs.
  private func withSiblings(_ top: Int, _ dropped: [Reason?]) -> [Int] {
    guard top != body, tree.parent(top) >= 0 else { return [top] }
    let threshold = max(10, final(top) * 0.2)
    let name = tree.string("class", of: top) ?? ""
    return tree.children(tree.parent(top)).filter { sibling in
      guard dropped[sibling] == nil else { return false }
      if sibling == top { return true }
      let sameName = !name.isEmpty && tree.string("class", of: sibling) == name
      if isCandidate[sibling], final(sibling) + (sameName ? final(top) * 0.2 : 0) >= threshold {
        return true
      }
      let measure = measures[sibling]
      // Points reach few elements up; what is deeper within its wrappers is told by its text.
      if sameName, !isCandidate[sibling], measure.paragraphs > 1, measure.linkDensity < 0.25,
        measure.characters * 5 >= measures[top].characters
      {
        return true
      }
      guard tree.tag(sibling) == GUMBO_TAG_P else { return false }
      if measure.characters > 80 { return measure.linkDensity < 0.25 }
      return measure.characters > 0 && measure.linked == 0 && endsSentence(sibling)
    }
  }

  private func endsSentence(_ index: Int) -> Bool {
    let text = tree.plainText(index)
    return text.last == UInt8(ascii: ".") || text.suffix(3).elementsEqual([0xE3, 0x80, 0x82])
  }
}
