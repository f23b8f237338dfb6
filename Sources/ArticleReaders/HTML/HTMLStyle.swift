import ArticleModel
import CHTML

/// A style that holds until its element ends.
struct HTMLStyle {
  /// The link that names the target, if there is one around.
  var element: Int
  /// The node after the last descendant of the styled element.
  var end: Int
  var style: RunStyle
  var href: Range<Int>
  /// What is appended when the element ends: the bracket after a reading, a closing quotation mark.
  var closing: StaticString
  /// Where the text of a raised element begins.
  var raisedFrom: Int?

  /// The style that an inline element adds, or `nil` for none.
  static func of(_ tag: GumboTag) -> RunStyle? {
    switch tag {
    case GUMBO_TAG_EM, GUMBO_TAG_I, GUMBO_TAG_CITE, GUMBO_TAG_DFN, GUMBO_TAG_VAR: .emphasis
    case GUMBO_TAG_STRONG, GUMBO_TAG_B: .strong
    case GUMBO_TAG_CODE, GUMBO_TAG_KBD, GUMBO_TAG_SAMP, GUMBO_TAG_TT: .code
    case GUMBO_TAG_DEL, GUMBO_TAG_S, GUMBO_TAG_STRIKE: .deletion
    default: nil
    }
  }

  /// Names the link's target again in a text that begins within the link.
  func target(in tree: HTMLTree, _ inline: inout InlineText) -> Range<Int> {
    guard !href.isEmpty, let value = tree.attribute("href", of: element) else { return 0..<0 }
    return inline.addTarget(value)
  }
}
