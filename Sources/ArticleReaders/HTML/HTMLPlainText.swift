import Bytes

/// Takes the words out of a piece of HTML.
enum HTMLPlainText {
  /// The text between the tags with single spaces; empty where there is none.
  static func text(of html: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    if isComment(html) { return [] }
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

  /// Whether a piece is one comment, as many Markdown texts have; gumbo takes 30,000 instructions for it.
  private static func isComment(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    let piece = UnsafeRawBufferPointer(html).drop(while: isSpace)
    guard piece.starts(with: "<!--".utf8) else { return false }
    // `<!-->` is a comment too, as `HTMLSkeleton` has it.
    let rest = UnsafeRawBufferPointer(rebasing: piece.dropFirst(2))
    let end = Array("-->".utf8).withUnsafeBytes { ByteSearch.first($0, in: rest) }
    return end.map { rest[($0 + 3)...].allSatisfy(isSpace) } ?? false
  }
}
