import ArticleModel

/// What a page's JSON-LD says of the article (<https://schema.org/Article>).
struct LinkedData {
  var headline: String?
  var name: String?
  var authors: [String] = []
  var date: String?
  var language: String?
  var publisher: String?

  /// Reads the scripts of a page; one that is not valid JSON is passed over.
  static func read(_ scripts: [Range<Int>], in source: [UInt8]) -> LinkedData {
    let values = scripts.compactMap { script in
      content(of: script, in: source).flatMap { try? JSONParser.parse(source, in: $0) }
    }
    guard let article = values.lazy.compactMap({ article(in: $0) }).first else {
      return LinkedData()
    }
    return LinkedData(article, names: names(byID: values))
  }

  /// The names of the things that a page describes under an `@id`, by which others refer to them.
  private static func names(byID values: [JSONValue]) -> [String: String] {
    var names: [String: String] = [:]
    for value in values {
      for thing in value.array ?? value["@graph"]?.array ?? [value] {
        guard let id = thing["@id"]?.string, let name = text(thing["name"]) else { continue }
        names[id] = name
      }
    }
    return names
  }

  /// The JSON of a script: what lies between the marks of comments and of CDATA that pages put around it.
  private static func content(of script: Range<Int>, in source: [UInt8]) -> Range<Int>? {
    var rest = source[script]
    while let mark = openings.first(where: { rest.starts(with: $0) }) {
      rest.removeFirst(mark.count)
    }
    while let mark = closings.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
      rest.removeLast(mark.count)
    }
    return rest.isEmpty ? nil : rest.startIndex..<rest.endIndex
  }

  private static let space = [" ", "\t", "\r", "\n"]
  private static let openings = (space + ["<![CDATA[", "<!--", "//", "/*", "*/"]).map {
    Array($0.utf8)
  }
  private static let closings = (space + ["]]>", "-->", "//", "/*", "*/", ";"]).map {
    Array($0.utf8)
  }

  /// The headline; the name where the page's own title says that and not the headline.
  func title(like pageTitle: String?) -> String? {
    guard let headline, let name, headline != name, let pageTitle else { return headline ?? name }
    let page = lettersOnly(pageTitle)
    func isSaid(_ text: String) -> Bool { !page.ranges(of: lettersOnly(text)).isEmpty }
    return isSaid(name) && !isSaid(headline) ? name : headline
  }

  private init() {}

  private init(_ article: JSONValue, names known: [String: String]) {
    headline = LinkedData.text(article["headline"])
    name = LinkedData.text(article["name"])
    authors = LinkedData.names(article["author"] ?? article["creator"], known)
    date = LinkedData.text(article["datePublished"]) ?? LinkedData.text(article["dateCreated"])
    language = LinkedData.text(article["inLanguage"])
    publisher = LinkedData.names(article["publisher"], known).first
  }

  /// The first article in a value: itself, an element of an array, or a member of `@graph`.
  private static func article(in value: JSONValue) -> JSONValue? {
    if isArticle(value) { return value }
    for element in value.array ?? value["@graph"]?.array ?? [] where isArticle(element) {
      return element
    }
    return nil
  }

  private static let kinds: Set<String> = [
    "Article", "AdvertiserContentArticle", "NewsArticle", "AnalysisNewsArticle",
    "AskPublicNewsArticle",
    "BackgroundNewsArticle", "OpinionNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle",
    "Report",
    "SatiricalArticle", "ScholarlyArticle", "MedicalScholarlyArticle", "SocialMediaPosting",
    "BlogPosting",
    "LiveBlogPosting", "DiscussionForumPosting", "TechArticle", "APIReference",
  ]

  private static func isArticle(_ value: JSONValue) -> Bool {
    if let kind = value["@type"]?.string { return kinds.contains(kind) }
    return value["@type"]?.array?.contains { $0.string.map { kinds.contains($0) } ?? false }
      ?? false
  }

  private static func text(_ value: JSONValue?) -> String? {
    guard let text = value?.string ?? value?["@value"]?.string else { return nil }
    let words = HTMLPlainText.text(ofEscaped: text)
    return words.isEmpty ? nil : words
  }

  /// The names that a value says or refers to by `@id`.
  private static func names(_ value: JSONValue?, _ known: [String: String]) -> [String] {
    if let elements = value?.array { return elements.flatMap { names($0, known) } }
    let name = text(value) ?? text(value?["name"]) ?? value?["@id"]?.string.flatMap { known[$0] }
    return [name].compactMap { $0 }.filter { !$0.contains("://") }
  }
}
