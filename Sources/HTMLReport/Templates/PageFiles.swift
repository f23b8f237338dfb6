import ArticleModel
import BatchRunner
import CReport

extension ibid_page_file {
  /// The file as text, without the line end that closes it.
  var text: String {
    var bytes = UnsafeBufferPointer(start: bytes, count: count)[...]
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Style or script that stands in a page, with the hash by which the page's Content-Security-Policy allows it.
struct InlineFile {
  let text: String
  /// `sha256-…`, as Content Security Policy Level 3 wants it.
  let hash: String

  init(_ file: ibid_page_file) { self.init(text: file.text) }

  init(text: String) {
    self.text = text
    hash = "sha256-" + Base64.text(SHA256.digest(Array(text.utf8)))
  }
}
