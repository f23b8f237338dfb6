import ArticleModel
import CHTML

/// What Readability's measures take for the wrong thing: short lines of an article that are set as `div`, galleries whose
/// pictures have captions, and lines that are links to other articles.
///
/// Readability drops a `div` of less than 25 characters; dialogue, verse and most lines of Chinese are as short.
struct HTMLTextLines {
  /// The shortest line that is a paragraph without a full stop, in characters.
  private static let shortest: Int32 = 25
  /// How many lines of an element make it one that holds text.
  private static let fewest: Int32 = 2
  /// The greatest share of links in a line; references to notes are links too.
  private static let mostLinked: Float = 0.1
  /// The longest line that is looked up as a link to another article, in characters.
  private static let longestLink: Int32 = 200

  private let tree: HTMLTree
  private let hints: [HTMLHints]
  /// For each element, how many lines of text stand directly inside it.
  private var lines: [Int32]
  /// The elements with blocks inside.
  private var hasBlock: [Bool]
  /// How many elements stand directly inside each.
  private var childCounts: [Int32]
  /// How many captions begin before each node.
  private var captionsBefore: [Int32] = [0]
  /// The elements with a picture inside.
  private let images: [Bool]

  /// - Parameter measures: the measures of all nodes that are not dropped.
  init(
    _ tree: HTMLTree, _ hints: [HTMLHints], _ measures: [HTMLMeasures], _ dropped: [Reason?]
  ) {
    self.tree = tree
    self.hints = hints
    images = measures.map { $0.images > 0 }
    lines = [Int32](repeating: 0, count: tree.count)
    hasBlock = [Bool](repeating: false, count: tree.count)
    childCounts = [Int32](repeating: 0, count: tree.count)
    for index in tree.elements.indices where tree.isElement(index) && tree.parent(index) >= 0 {
      childCounts[tree.parent(index)] += 1
      if HTMLTraits.of(tree.tag(index)).contains(.block) { hasBlock[tree.parent(index)] = true }
    }
    captionsBefore.reserveCapacity(tree.count + 1)
    for index in tree.elements.indices {
      let isCaption =
        tree.tag(index) == GUMBO_TAG_FIGCAPTION
        || hints[index].contains(.caption) && HTMLTraits.of(tree.tag(index)).contains(.block)
          && !images[index]
      captionsBefore.append(captionsBefore[index] + (isCaption ? 1 : 0))
    }
    for index in tree.elements.indices where dropped[index] == nil && isLeaf(index) {
      let measure = measures[index]
      guard measure.characters > 0, measure.linkDensity <= HTMLTextLines.mostLinked,
        hints[index].reason == nil,
        measure.characters >= HTMLTextLines.shortest || endsSentence(index)
      else { continue }
      lines[holder(of: index)] += 1
    }
  }

  /// Whether an element is a gallery: most of its pictures have captions, and it is no row of links.
  func isGallery(_ index: Int, _ measure: HTMLMeasures) -> Bool {
    guard measure.images > 1, measure.controls == 0, measure.linkDensity <= 0.5,
      hints[index].reason == nil, !hints[index].contains(.unlikely)
    else { return false }
    let captions = captionsBefore[tree.end(index)] - captionsBefore[index]
    return captions * 2 >= measure.images
  }

  /// Whether a short `div` is a line of the article.
  func contains(_ index: Int, _ measure: HTMLMeasures) -> Bool {
    guard tree.tag(index) == GUMBO_TAG_DIV, measure.controls == 0, measure.embeds == 0,
      hints[index].reason == nil, !hints[index].contains(.unlikely)
    else { return false }
    let parent = tree.parent(index)
    if hints[index].contains(.hatnote) || tree.tag(parent) == GUMBO_TAG_DL { return true }
    if hints[index].contains(.caption), images[parent], !images[index] { return true }
    guard measure.images == 0, measure.characters > 0, measure.characters < HTMLTextLines.shortest,
      measure.linkDensity <= HTMLTextLines.mostLinked
    else { return false }
    switch tree.tag(parent) {
    case GUMBO_TAG_LI, GUMBO_TAG_DT, GUMBO_TAG_DD, GUMBO_TAG_TD, GUMBO_TAG_BLOCKQUOTE:
      return isLeaf(index)
    default:
      guard lines[holder(of: index)] >= HTMLTextLines.fewest else { return false }
      return word(index) == nil
    }
  }

  /// Why a line that is a link to another article is no part of this one: `Read more: …`; `nil` for other blocks.
  func reason(ofLink index: Int, _ measure: HTMLMeasures) -> Reason? {
    guard measure.linkDensity > 0.5, measure.characters <= HTMLTextLines.longestLink,
      isLeaf(index)
    else { return nil }
    let text = Lexicon.fold(tree.plainText(index)[...])
    let found = Lexicon.shared.prefix(of: text)?.boilerplate
    return found == .related ? found : nil
  }

  /// What the lexicon knows a line for that belongs to the page.
  private func word(_ index: Int) -> Reason? {
    Lexicon.shared.line(Lexicon.fold(tree.plainText(index)[...]))?.boilerplate
  }

  /// Whether an element is a paragraph or a `div` without blocks inside.
  private func isLeaf(_ index: Int) -> Bool {
    let tag = tree.tag(index)
    return (tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_P) && !hasBlock[index]
  }

  /// The element in which a line stands beside others, outside of the wrappers that hold it alone.
  private func holder(of index: Int) -> Int {
    var holder = tree.parent(index)
    while holder > 0, tree.tag(holder) == GUMBO_TAG_DIV, childCounts[holder] == 1 {
      holder = tree.parent(holder)
    }
    return holder
  }

  private func endsSentence(_ index: Int) -> Bool {
    let text = String(decoding: tree.plainText(index).suffix(8), as: UTF8.self)
    return text.unicodeScalars.last { !"”’»」』)\"'".unicodeScalars.contains($0) }.map {
      ".?!…。？！".unicodeScalars.contains($0)
    } ?? false
  }
}
