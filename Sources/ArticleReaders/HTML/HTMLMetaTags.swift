import ArticleModel
import CHTML

/// The `meta` tags of a page and its `title`.
struct HTMLMetaTags {
  static let titleKeys = [
    "dc.title", "dc:title", "dcterm:title", "dcterms.title", "og:title", "weibo:article:title",
    "weibo:webpage:title", "title", "twitter:title", "parsely-title", "citation_title",
  ]
  static let authorKeys = [
    "dc.creator", "dc:creator", "dcterm:creator", "dcterms.creator", "author", "article:author",
    "parsely-author",
    "sailthru.author", "citation_author", "byl",
  ]
  static let dateKeys = [
    "article:published_time", "og:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued",
    "dcterms.created", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date",
    "citation_publication_date",
    "citation_date", "pubdate", "publishdate", "publish-date", "publish_date", "bt:pubdate", "date",
    "created",
  ]

  private var values: [String: String] = [:]
  /// The text of the `title` element.
  private(set) var title: (element: Int, text: String)?

  init(_ tree: HTMLTree) {
    for index in tree.elements.indices {
      switch tree.tag(index) {
      case GUMBO_TAG_META: add(index, tree)
      case GUMBO_TAG_TITLE where title == nil && isInHead(index, tree):
        let text = tree.plainText(index)
        if !text.isEmpty { title = (index, String(decoding: text, as: UTF8.self)) }
      default: break
      }
    }
  }

  /// SVG has `title` elements too.
  private func isInHead(_ index: Int, _ tree: HTMLTree) -> Bool {
    tree.parent(index) >= 0 && tree.tag(tree.parent(index)) == GUMBO_TAG_HEAD
  }

  /// Keys with several names in one attribute, as `property="dc:title og:title"`, count for each.
  private mutating func add(_ index: Int, _ tree: HTMLTree) {
    guard let content = tree.string("content", of: index) else { return }
    let value = content.split(whereSeparator: {
      $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n"
    })
    .joined(separator: " ")
    guard !value.isEmpty else { return }
    for name in ["property", "name", "itemprop", "http-equiv"] as [StaticString] {
      guard let keys = tree.string(name, of: index) else { continue }
      for key in keys.lowercased().split(separator: " ") where values[String(key)] == nil {
        values[String(key)] = value
      }
    }
  }

  /// The value of a key in lower case, or `nil`; the first where a key is repeated.
  subscript(key: String) -> String? { values[key] }

  /// The value of the first of some keys that the page has.
  func first(_ keys: [String]) -> String? { keys.lazy.compactMap { values[$0] }.first }

  /// The values of some keys, in the order of the keys.
  func all(_ keys: [String]) -> [String] { keys.compactMap { values[$0] } }
}
