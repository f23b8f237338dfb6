import ArticleModel
import CHTML

/// What an element's `class`, `id` and `role` say about it.
struct HTMLHints: OptionSet {
  let rawValue: UInt32

  /// Names that main content has: `article`, `entry`, `post`.
  static let classPositive = HTMLHints(rawValue: 1)
  static let idPositive = HTMLHints(rawValue: 1 << 1)
  /// Names that main content does not have: `promo`, `sidebar`.
  static let classNegative = HTMLHints(rawValue: 1 << 2)
  static let idNegative = HTMLHints(rawValue: 1 << 3)
  /// Names of things beside the main content: `banner`, `menu`, `disqus`.
  static let unlikely = HTMLHints(rawValue: 1 << 4)
  /// Names that speak against `unlikely`: `content`, `column`.
  static let maybe = HTMLHints(rawValue: 1 << 5)
  static let share = HTMLHints(rawValue: 1 << 6)
  static let navigation = HTMLHints(rawValue: 1 << 7)
  static let comments = HTMLHints(rawValue: 1 << 8)
  static let cookies = HTMLHints(rawValue: 1 << 9)
  static let subscription = HTMLHints(rawValue: 1 << 10)
  static let related = HTMLHints(rawValue: 1 << 11)
  static let footer = HTMLHints(rawValue: 1 << 12)
  static let advertisement = HTMLHints(rawValue: 1 << 13)
  static let rating = HTMLHints(rawValue: 1 << 14)
  static let byline = HTMLHints(rawValue: 1 << 15)
  static let subtitle = HTMLHints(rawValue: 1 << 16)
  static let date = HTMLHints(rawValue: 1 << 17)
  static let pullQuote = HTMLHints(rawValue: 1 << 18)
  static let poll = HTMLHints(rawValue: 1 << 19)
  static let notes = HTMLHints(rawValue: 1 << 20)
  static let caption = HTMLHints(rawValue: 1 << 21)
  static let aboutAuthor = HTMLHints(rawValue: 1 << 22)
  /// Not shown: `hidden`, `display:none`, `aria-hidden`.
  static let hidden = HTMLHints(rawValue: 1 << 23)
  /// A role of ARIA that the page's frame has.
  static let frameRole = HTMLHints(rawValue: 1 << 24)

  /// A line above a section that names other pages, `Main article: …`; most of its words are links.
  static let hatnote = HTMLHints(rawValue: 1 << 25)

  /// The weight of the names for main content, in the points that Readability gives them.
  var weight: Float {
    (contains(.classPositive) ? 25 : 0) + (contains(.idPositive) ? 25 : 0)
      - (contains(.classNegative) ? 25 : 0)
      - (contains(.idNegative) ? 25 : 0)
  }

  /// Why an element of this name is no part of the article, or `nil` where the name does not tell.
  var reason: Reason? {
    let reasons: [(HTMLHints, Reason)] = [
      (.cookies, .cookies), (.comments, .comments), (.share, .share),
      (.subscription, .subscription),
      (.rating, .rating), (.related, .related), (.advertisement, .advertisement),
      (.navigation, .navigation),
      (.footer, .footer),
    ]
    return reasons.first { contains($0.0) }?.1
  }

  /// Reads the hints of each element of a page; text has none.
  static func all(in tree: HTMLTree) -> [HTMLHints] {
    let generated = HTMLGeneratedIDs(tree)
    return tree.elements.indices.map {
      tree.isElement($0) ? of($0, in: tree, hasTellingID: !generated.contains($0)) : []
    }
  }

  private static func of(_ index: Int, in tree: HTMLTree, hasTellingID: Bool) -> HTMLHints {
    var hints: HTMLHints = []
    if let name = tree.attribute("class", of: index) {
      hints.formUnion(HTMLHintWords.hints(name, isID: false))
    }
    if hasTellingID, let name = tree.attribute("id", of: index) {
      hints.formUnion(HTMLHintWords.hints(name, isID: true))
    }
    if let role = tree.attribute("role", of: index) { hints.formUnion(HTMLHintWords.role(role)) }
    if isHidden(index, in: tree) { hints.insert(.hidden) }
    return hints
  }

  private static func isHidden(_ index: Int, in tree: HTMLTree) -> Bool {
    if tree.attribute("hidden", of: index) != nil { return true }
    if let style = tree.attribute("style", of: index) {
      let rules = style.filter { $0 > 0x20 }.map { HTMLTagName.lower($0) }
      let text = String(decoding: rules, as: UTF8.self)
      if text.contains("display:none") || text.contains("visibility:hidden") { return true }
    }
    guard tree.string("aria-hidden", of: index) == "true" else { return false }
    // Wikipedia hides the image of a formula from readers aloud, but not from readers.
    return !(tree.string("class", of: index)?.contains("fallback-image") ?? false)
  }
}
