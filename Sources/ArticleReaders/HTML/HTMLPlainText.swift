/// Takes the words out of a piece of HTML.
enum HTMLPlainText {
  /// The text between the tags with single spaces; empty where there is none.
  static func text(of html: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let tree = HTMLTree(HTMLSkeleton(Array(html)))
    return tree.count == 0 ? [] : tree.plainText(0)
  }

  /// A text in which some pages leave character references (`&amp;`), with single spaces.
  static func text(ofEscaped text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else {
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let escaped = Array(text.utf8).flatMap { $0 == UInt8(ascii: "<") ? Array("&lt;".utf8) : [$0] }
    return escaped.withUnsafeBufferPointer { String(decoding: self.text(of: $0), as: UTF8.self) }
  }
}
