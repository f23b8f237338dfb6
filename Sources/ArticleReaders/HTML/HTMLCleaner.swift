import ArticleModel
import CHTML

/// Takes away what stands within the main content without belonging to it.
enum HTMLCleaner {
  /// Measures every node under `body` that is not dropped, in one pass from the last node to the first.
  static func measures(_ tree: HTMLTree, _ body: Int, _ dropped: [Reason?]) -> [HTMLMeasures] {
    var measures = [HTMLMeasures](repeating: HTMLMeasures(), count: tree.count)
    var isDropped = [Bool](repeating: false, count: tree.count)
    for index in body..<tree.end(body) {
      let parent = tree.parent(index)
      isDropped[index] = dropped[index] != nil || parent >= 0 && isDropped[parent]
    }
    for index in (body..<tree.end(body)).reversed() where !isDropped[index] {
      finish(index, tree, &measures)
      let parent = tree.parent(index)
      if parent >= body { measures[parent] += measures[index] }
    }
    return measures
  }

  private static func finish(_ index: Int, _ tree: HTMLTree, _ measures: inout [HTMLMeasures]) {
    if tree.isElement(index) {
      let tag = tree.tag(index)
      let isLocal =
        tag == GUMBO_TAG_A && tree.attribute("href", of: index)?.first == UInt8(ascii: "#")
      measures[index].close(tag, isLocalLink: isLocal)
    } else {
      measures[index] = HTMLMeasures(text: tree.text(index))
    }
  }

  /// Drops doubtful elements from the last to the first, so that an element is judged by what is left of it.
  ///
  /// Returns the number of characters that are left in the roots.
  ///
  /// - Parameter around: the measures of all nodes before anything is taken away.
  static func clean(
    _ tree: HTMLTree, _ content: MainContent, _ step: MainContent.Strictness, _ kept: Set<Int>,
    _ around: [HTMLMeasures], _ dropped: inout [Reason?]
  ) -> Int32 {
    let lines = HTMLTextLines(tree, content.hints, around, dropped)
    var measures = [HTMLMeasures](repeating: HTMLMeasures(), count: tree.count)
    var left: Int32 = 0
    for root in content.roots {
      let context = ancestors(tree, root, dropped, kept, content.tables)
      for index in (root..<tree.end(root)).reversed() where !context.isDropped[index - root] {
        finish(index, tree, &measures)
        if index != root, tree.isElement(index), !kept.contains(index) {
          dropped[index] = reason(
            index, tree, content.hints[index], measures[index], step, context.place[index - root],
            lines)
        }
        if index > root, dropped[index] == nil { measures[tree.parent(index)] += measures[index] }
      }
      left += measures[root].characters
    }
    return left
  }

  /// What stands around a node.
  private struct Place: OptionSet {
    let rawValue: UInt8
    static let dataTable = Place(rawValue: 1)
    static let code = Place(rawValue: 2)
    static let figure = Place(rawValue: 4)
    static let kept = Place(rawValue: 8)
    /// The node is or stands in an element that holds what is kept.
    static let holdsKept = Place(rawValue: 16)
    /// A program stands in the element, perhaps within a few wrappers, or a table of data and nothing else.
    static let isWrapper = Place(rawValue: 32)
    static let quote = Place(rawValue: 64)
  }

  /// How many wrappers of a program or a table are kept for its sake.
  private static let mostWrappers = 4

  private static func ancestors(
    _ tree: HTMLTree, _ root: Int, _ dropped: [Reason?], _ kept: Set<Int>, _ tables: HTMLDataTables
  ) -> (isDropped: [Bool], place: [Place]) {
    let count = tree.end(root) - root
    var isDropped = [Bool](repeating: false, count: count)
    var place = [Place](repeating: [], count: count)
    for index in root..<tree.end(root) {
      let parent = tree.parent(index)
      if index > root {
        isDropped[index - root] = isDropped[parent - root]
        place[index - root] = place[parent - root]
      }
      if dropped[index] != nil { isDropped[index - root] = true }
      switch tree.tag(index) {
      case GUMBO_TAG_TABLE where tables.elements.contains(index):
        place[index - root].insert(.dataTable)
      case GUMBO_TAG_PRE, GUMBO_TAG_CODE: place[index - root].insert(.code)
      case GUMBO_TAG_FIGURE: place[index - root].insert(.figure)
      case GUMBO_TAG_BLOCKQUOTE: place[index - root].insert(.quote)
      default: break
      }
      if kept.contains(index) { place[index - root].insert(.kept) }
      let isTable = tables.elements.contains(index)
      guard isTable || tree.tag(index) == GUMBO_TAG_PRE else { continue }
      var (child, wrapper) = (index, parent)
      for _ in 0..<mostWrappers where wrapper > root {
        if isTable, !isOnlyElement(child, of: wrapper, tree) { break }
        place[wrapper - root].insert(.isWrapper)
        (child, wrapper) = (wrapper, tree.parent(wrapper))
      }
    }
    for index in kept where index >= root && index < tree.end(root) {
      var parent = tree.parent(index)
      while parent >= root, !place[parent - root].contains(.holdsKept) {
        place[parent - root].insert(.holdsKept)
        parent = tree.parent(parent)
      }
    }
    return (isDropped, place)
  }

  private static func isOnlyElement(_ child: Int, of parent: Int, _ tree: HTMLTree) -> Bool {
    !(parent + 1..<child).contains { tree.isElement($0) }
      && !(tree.end(child)..<tree.end(parent)).contains { tree.isElement($0) }
  }

  /// Why an element within the content is taken away, or `nil` where it stays.
  private static func reason(
    _ index: Int, _ tree: HTMLTree, _ hints: HTMLHints, _ measure: HTMLMeasures,
    _ step: MainContent.Strictness, _ place: Place, _ lines: HTMLTextLines
  ) -> Reason? {
    guard place.isDisjoint(with: [.kept, .holdsKept]) else { return nil }
    let tag = tree.tag(index)
    // That of a quotation says who is quoted.
    if tag == GUMBO_TAG_FOOTER { return place.contains(.quote) ? nil : .footer }
    if tag == GUMBO_TAG_ASIDE { return hints.reason ?? .related }
    if hints.contains(.share), measure.characters < 500, tag != GUMBO_TAG_A { return .share }
    guard step.cleans else { return nil }
    if let reason = lines.reason(ofLink: index, measure) { return reason }
    if tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2 {
      return step.weighsNames && hints.weight < 0 ? hints.reason ?? .navigation : nil
    }
    guard HTMLTraits.of(tag).contains(.doubtful),
      place.isDisjoint(with: [.dataTable, .code, .isWrapper])
    else {
      return nil
    }
    let weight = step.weighsNames ? hints.weight : 0
    if weight < 0 { return hints.reason ?? .navigation }
    guard measure.commas < 10, !lines.contains(index, measure), !lines.isGallery(index, measure)
    else { return nil }
    return isPoor(tag, measure, weight, inFigure: place.contains(.figure))
      ? hints.reason ?? .navigation : nil
  }

  /// Whether too little of an element is text, by Readability's rules of thumb.
  private static func isPoor(
    _ tag: GumboTag, _ measure: HTMLMeasures, _ weight: Float, inFigure: Bool
  ) -> Bool {
    let isList = tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL
    let items = measure.items - 100
    let density = measure.linkDensity
    if measure.images > 1, Float(measure.paragraphs) / Float(measure.images) < 0.5, !inFigure {
      return true
    }
    if !isList, items > measure.paragraphs { return true }
    if measure.controls > measure.paragraphs / 3 { return true }
    let headings = measure.characters == 0 ? 0 : Float(measure.headings) / Float(measure.characters)
    if !isList, headings < 0.9, measure.characters < 25, measure.images == 0 || measure.images > 2,
      !inFigure
    {
      return true
    }
    if !isList, weight < 25, density > 0.2 { return true }
    if weight >= 25, density > 0.5 { return true }
    return measure.embeds == 1 && measure.characters < 75 || measure.embeds > 1
  }
}
