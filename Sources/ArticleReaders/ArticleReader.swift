public import ArticleModel

/// Reads articles from bytes: finds the encoding and the format, then hands over to the reader of that format.
public enum ArticleReader {
  /// Reads one article. Never fails: what is wrong with the bytes becomes a diagnostic of the article.
  ///
  /// - Parameters:
  ///   - bytes: the file as it is, in UTF-8, or in UTF-16 with a byte order mark.
  ///   - path: the path or identifier that records and messages name.
  ///   - format: the format, or `nil` to choose it by the path's extension and the first bytes.
  public static func read(_ bytes: [UInt8], path: String, format: ArticleFormat? = nil) -> Article {
    let format = format ?? ArticleFormat.detect(path: path, bytes: bytes)
    let decoded = SourceDecoder.decode(bytes)
    var builder = ArticleBuilder(path: path, format: format, source: decoded.bytes)
    builder.diagnostics = decoded.diagnostics
    SourceChecks.report(in: &builder)
    switch format {
    case .text: return TextReader.read(builder)
    case .markdown: return MarkdownReader.read(builder)
    case .html: return HTMLReader.read(builder)
    }
  }
}
