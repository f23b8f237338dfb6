import ArticleModel
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
    hash = "sha256-" + Base64.text(InlineFile.digest(of: text))
  }

  private static func digest(of text: String) -> [UInt8] {
    let utf8 = Array(text.utf8)
    return [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
      ibid_sha256(utf8, utf8.count, digest.baseAddress)
      count = 32
    }
  }
}
