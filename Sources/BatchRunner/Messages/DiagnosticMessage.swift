public import ArticleModel

/// A diagnostic as compilers print theirs: place, level, message, code; then the source line with a caret.
public struct DiagnosticMessage {
  /// The lines of the message, each with its end.
  public let text: String

  /// Renders a diagnostic of an article.
  public init(_ diagnostic: Diagnostic, in article: Article) {
    let place = "\(article.path):\(diagnostic.line):\(diagnostic.column)"
    var text =
      "\(place): \(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code.rawValue)]\n"
    if diagnostic.line > 0, Int(diagnostic.line) <= article.lines.count {
      let range = article.lines.range(ofLine: Int(diagnostic.line) - 1)
      text +=
        SourceExcerpt(
          article.source, line: range, offset: Int(diagnostic.byteOffset),
          number: Int(diagnostic.line)
        ).text
    }
    self.text = text
  }
}
