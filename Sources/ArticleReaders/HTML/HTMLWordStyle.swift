import ArticleModel
import CHTML

/// What the classes say that Microsoft Word gives to paragraphs.
enum HTMLWordStyle {
  /// Whether a paragraph is the document's title: `MsoTitle`.
  static func isTitle(_ index: Int, in tree: HTMLTree) -> Bool {
    tree.tag(index) == GUMBO_TAG_P
      && tree.attribute("class", of: index)?.elementsEqual("MsoTitle".utf8) ?? false
  }

  /// The level of a heading, from 1 to 6: `MsoHeading2`; `nil` for other paragraphs.
  static func headingLevel(of index: Int, in tree: HTMLTree) -> UInt8? {
    let prefix = "MsoHeading".utf8
    guard let name = tree.attribute("class", of: index), name.starts(with: prefix),
      let level = decimal(name.dropFirst(prefix.count)), (1...9).contains(level)
    else { return nil }
    return UInt8(min(level, 6))
  }
}
