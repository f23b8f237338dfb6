import ArticleModel

extension Byline {
  /// The names before a word for what they are, in scripts without capitals: `홍길동 기자`, `[서울=가나통신] 홍길동 기자 a@b.kr`,
  /// `山田太郎 記者`.
  static func withPost(_ line: ArraySlice<UInt8>) -> [Author]? {
    guard line.count <= longestWithPost, let first = line.first,
      first >= 0xE3 || brackets.keys.contains(Character(Unicode.Scalar(first)))
    else { return nil }
    var words = withoutPlace(String(decoding: line, as: UTF8.self)).split(
      whereSeparator: \.isWhitespace)
    while let last = words.last, last.contains("@") { words.removeLast() }
    guard words.count > 1, let post = words.popLast(),
      Lexicon.shared.tables.bylineSuffixes.contains(Array(post.utf8))
    else { return nil }
    let names = (isFamilyName(words) ? words.suffix(2).joined(separator: " ") : String(words.last!))
      .split { "·・,、".contains($0) }
    guard words.count <= 3, names.allSatisfy(isCaselessName) else { return nil }
    return names.map { Author(name: String($0)) }
  }

  /// A name with a post or a place behind it and no mark between: `Ann Smith Environment correspondent`, `Ann Smith in Oster`.
  static func withPlainPost(_ line: ArraySlice<UInt8>) -> Author? {
    guard line.count <= 80, line.last != UInt8(ascii: ".") else { return nil }
    let words = String(decoding: line, as: UTF8.self).words
    guard (3...7).contains(words.count) else { return nil }
    let name = words.prefix(2).joined(separator: " ")
    guard isCommonName(Array(name.utf8)[...]) else { return nil }
    let rest = words.dropFirst(2)
    let isPlace =
      rest.count <= 4 && rest.count > 1
      && Lexicon.shared.tables.namePrepositions.contains(Array(rest.first!.utf8))
      && rest.last!.first!.isUppercase
    let about = rest.joined(separator: " ")
    let isPost = Lexicon.shared.namesRole(Lexicon.fold(Array(rest.last!.utf8)[...]))
    return isPlace || isPost ? Author(name: name, about: isPost ? about : nil) : nil
  }

  /// The longest line with a post, in bytes.
  private static let longestWithPost = 120

  private static let brackets: [Character: Character] = ["[": "]", "(": ")", "【": "】"]

  /// A line without the place and the agency in brackets before it.
  private static func withoutPlace(_ line: String) -> Substring {
    guard let open = line.first, let close = brackets[open], let end = line.firstIndex(of: close)
    else { return line[...] }
    return line[line.index(after: end)...]
  }

  /// Whether the last of some words is preceded by a family name, as Japanese newspapers part the two.
  private static func isFamilyName(_ words: [Substring]) -> Bool {
    words.count == 2 && words.allSatisfy { $0.count <= 3 && isHan($0) }
  }

  private static func isHan(_ word: Substring) -> Bool {
    word.unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) }
  }

  private static func isCaselessName(_ name: Substring) -> Bool {
    (2...7).contains(name.count)
      && name.allSatisfy { $0.isLetter && !$0.isCased || $0 == " " }
  }
}
