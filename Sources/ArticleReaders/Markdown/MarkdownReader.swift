import ArticleModel

/// Reads Markdown.
enum MarkdownReader {
  static func read(_ builder: consuming ArticleBuilder) -> Article { builder.finish() }
}
