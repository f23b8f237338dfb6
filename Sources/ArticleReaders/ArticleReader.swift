public import ArticleModel
import TextAnalysis

/// Reads articles from bytes: finds the encoding and the format, then hands over to the reader of that format.
public enum ArticleReader {
  /// Reads one article. Never fails: what is wrong with the bytes becomes a diagnostic of the article.
  ///
  /// - Parameters:
  ///   - bytes: the file as it is, in UTF-8, or in UTF-16 with a byte order mark; a page may be in another
  ///     character set, which it declares.
  ///   - path: the path or identifier that records and messages name.
  ///   - format: the format, or `nil` to choose it by the path's extension and the first bytes.
  public static func read(_ bytes: [UInt8], path: String, format: ArticleFormat? = nil) -> Article {
    let format = format ?? ArticleFormat.detect(path: path, bytes: bytes)
    let decoded = SourceDecoder.decode(
      bytes, declared: format == .html ? DeclaredCharset.find(in: bytes) : nil)
    var builder = ArticleBuilder(path: path, format: format, source: decoded.bytes)
    builder.diagnostics = decoded.diagnostics
    SourceChecks.report(in: &builder)
    switch format {
    case .text: return TextReader.read(builder)
    case .markdown: return MarkdownReader.read(builder)
    case .html: return HTMLReader.read(builder)
    }
  }

  /// The bytes of an article in UTF-8, as `read` takes them.
  ///
  /// - Parameter charset: the label of the character set that came with the bytes; a page that declares one itself
  ///   is read by that only where this is `nil` or not known.
  public static func utf8(_ bytes: [UInt8], format: ArticleFormat, charset: String?) -> [UInt8] {
    SourceDecoder.decode(
      bytes,
      declared: charset.flatMap { CharacterSet(label: $0) }
        ?? (format == .html ? DeclaredCharset.find(in: bytes) : nil)
    ).bytes
  }
}
