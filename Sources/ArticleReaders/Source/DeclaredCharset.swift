import TextAnalysis

/// Finds the character set that a page declares of itself.
enum DeclaredCharset {
  /// How far browsers look, and as far again for pages that put styles first, in bytes.
  private static let reach = 4096

  /// The set in `<meta charset="…">`, `<meta http-equiv … content="…; charset=…">` or
  /// `<?xml … encoding="…"?>` near the start of a page; `nil` where there is none that is known.
  ///
  /// After the prescan of the HTML standard (section 13.2.3.2), without its state machine: the word is looked for
  /// anywhere in the tag.
  static func find(in page: [UInt8]) -> CharacterSet? {
    let head = page.prefix(reach)
    for part in head.split(separator: UInt8(ascii: "<")) {
      let tag = String(decoding: part.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
        .lowercased()
      let attribute: String? =
        switch tag.prefix(while: { !" \t\r\n/".contains($0) }) {
        case "meta": "charset"
        case "?xml": "encoding"
        default: nil
        }
      if let attribute, let label = value(of: attribute, in: tag) {
        return CharacterSet(label: label)
      }
    }
    return nil
  }

  /// What stands after `name=`, with or without quotes.
  private static func value(of name: String, in text: String) -> String? {
    guard let found = text.firstRange(of: name) else { return nil }
    let rest = text[found.upperBound...].drop { $0 == " " }
    guard rest.first == "=" else { return nil }
    let label = rest.dropFirst().drop { " \"'".contains($0) }.prefix { !" \"';/?".contains($0) }
    return label.isEmpty ? nil : String(label)
  }
}
