import ArticleModel

/// Reads HTML.
enum HTMLReader {
  static func read(_ builder: consuming ArticleBuilder) -> Article { builder.finish() }
}
