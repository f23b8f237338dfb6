import ArticleModel
import ArticleReaders

/// Reads one input as an article, checks what must hold of every article, and writes all its forms.
enum ReaderTarget {
  /// Set once, before the first input.
  nonisolated(unsafe) static var format = ArticleFormat.text

  static func read(_ bytes: [UInt8]) {
    let article = ArticleReader.read(bytes, path: "input", format: format)
    ArticleInvariants(article).check()
    _ = article.tree()
    _ = article.plainText()
    var json = JSONWriter()
    article.writeJSON(to: &json)
    do {
      _ = try JSONParser.parse(json.bytes)
    } catch {
      fatalError("the JSON form is not JSON: \(error)")
    }
  }
}
