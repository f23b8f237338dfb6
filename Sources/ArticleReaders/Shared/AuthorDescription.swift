import ArticleModel
import Bytes

/// Reads lines that tell who an author is.
enum AuthorDescription {
  /// The author that a text describes: `Ann Smith is a researcher at …` with her name, `Senior Researcher, Institute …`
  /// without one; `nil` for any other text.
  static func parse(_ source: [UInt8], _ span: Range<Int>) -> Author? {
    guard span.count <= 1_200 else { return nil }
    let head = Lexicon.fold(source[span.prefix(240)])
    guard Lexicon.shared.namesRole(head) else { return nil }
    let text = String(decoding: source[span], as: UTF8.self).split {
      $0.isWhitespace || $0 == "\u{A0}"
    }
    let about = text.joined(separator: " ")
    if let name = describedName(text) { return Author(name: name, about: about) }
    if span.count <= 200, let author = Byline.withDescription(about), author.name!.utf8.count <= 48
    {
      return author
    }
    let parts = about.split(separator: ",", maxSplits: 1)
    if parts.count == 2, let first = parts.first,
      !Lexicon.shared.namesRole(Lexicon.fold(Array(first.utf8)[...])),
      Byline.isName(Array(first.utf8)[...]),
      Lexicon.shared.namesRole(Lexicon.fold(Array(parts[1].utf8.prefix(120))[...]))
    {
      return Author(name: String(first), about: String(parts[1].drop { $0 == " " }))
    }
    // A description without a verb: short, no full stop at its end, parts between commas.
    let isPhrase =
      span.count <= 300 && source[span.upperBound - 1] != UInt8(ascii: ".") && about.contains(",")
    let startsWithRole = text.prefix(4).contains { word in
      Lexicon.shared.namesRole(Lexicon.fold(Array(word.utf8)[...]))
    }
    return isPhrase && startsWithRole ? Author(name: nil, about: about) : nil
  }

  /// The words before the verb, where they are a name: `Kazuo Ito is a …`
  private static func describedName(_ words: [Substring]) -> String? {
    for count in 2...4 where words.count > count + 2 {
      let verb = words[count].lowercased()
      guard
        Lexicon.shared.tables.copulas.contains(Array(verb.utf8)) || verb == "is" || verb == "was"
      else { continue }
      let name = words[..<count].joined(separator: " ")
      return Byline.isName(Array(name.utf8)[...]) ? name : nil
    }
    return nil
  }
}
