import ArticleModel
import ArticleReaders

/// An article in a record of a web archive.
struct ArchivedArticle {
  /// The address that was fetched, where the record gives it.
  let address: String?
  let format: ArticleFormat
  /// The source in UTF-8.
  let source: [UInt8]

  /// Takes the article out of a record; `nil` for records that hold none: pictures, redirects, errors of servers,
  /// empty pages.
  ///
  /// - Throws: what keeps a record that should hold one from being read.
  init?(_ record: ArchiveRecord) throws(InputProblem) {
    let header = record.header
    address = header["warc-target-uri"].map { $0.filter { $0 != "<" && $0 != ">" } }
    var media = header.mediaType
    var body = record.block
    switch header["warc-type"]?.lowercased() {
    case "continuation":
      throw InputProblem("the record goes on with another one; such records are not joined")
    case "response":
      guard media?.type == "application/http" else { return nil }
      let message = HTTPMessage(body)
      guard (200..<300).contains(message.status) else { return nil }
      media = message.header.mediaType
      guard ArchivedArticle.mayBeArticle(media?.type) else { return nil }
      body = try message.body()
    default: break
    }
    let type = media?.type ?? header["warc-identified-payload-type"]?.lowercased()
    guard !body.isEmpty, let format = ArchivedArticle.format(type, body) else { return nil }
    self.format = format
    source = ArticleReader.utf8(body, format: format, charset: media?.charset)
  }

  /// The article as a line of JSON Lines.
  ///
  /// - Parameter name: the identifier where the record gives no address.
  func line(name: String, _ fields: DocumentFields) -> [UInt8] {
    DocumentLine.line(address ?? name, fields.key(of: format), source, fields)
  }

  private static func format(_ type: String?, _ body: [UInt8]) -> ArticleFormat? {
    switch type {
    case "text/html", "application/xhtml+xml": .html
    case "text/plain": .text
    case "text/markdown", "text/x-markdown": .markdown
    case _ where mayBeArticle(type):
      // Without a type that says something, only what is a page beyond doubt.
      ArticleFormat.detect(path: "", bytes: body) == .html ? .html : nil
    default: nil
    }
  }

  private static func mayBeArticle(_ type: String?) -> Bool {
    switch type {
    case nil, "", "application/octet-stream", "text/html", "application/xhtml+xml", "text/plain",
      "text/markdown", "text/x-markdown":
      true
    default: false
    }
  }
}
