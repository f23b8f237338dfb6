import Bytes

/// What people say in novels and interviews, as French, Spanish and Russian print it: `— Where do you come from?`
///
/// The dash before it is that of a list as well; but what stands behind it is a sentence, where items are mostly words.
enum Speech {
  /// Whether a text begins with the dash that stands before speech.
  static func hasDash(_ text: ArraySlice<UInt8>) -> Bool { text.starts(with: "—".utf8) }

  /// Whether a text begins with a dash and a capital letter and ends as a sentence does.
  static func isSpoken(_ text: ArraySlice<UInt8>, body: Int) -> Bool {
    guard hasDash(text), body < text.endIndex else { return false }
    let first = String(decoding: text[body...].prefix(4), as: UTF8.self).unicodeScalars.first
    guard let first, !first.properties.isLowercase else { return false }
    // A reference may stand behind the end.
    let last = text[body...].last {
      !ASCII.isDigit($0) && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]")
    }
    return last.map { ".?!".utf8.contains($0) } ?? false
      || text.suffix(3).elementsEqual("…".utf8) || text.suffix(2).elementsEqual("»".utf8)
  }
}
