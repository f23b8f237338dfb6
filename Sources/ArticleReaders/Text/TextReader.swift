import ArticleModel

/// Reads the text that an extractor left of a web page.
enum TextReader {
  static func read(_ builder: consuming ArticleBuilder) -> Article { builder.finish() }
}
