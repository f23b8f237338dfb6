import ArticleModel

/// The form of `ibid parse --explain`: each line of the source with what it became and why.
struct ExplainText {
  /// Columns for what a line became; longer names move the source to the right.
  private static let nameWidth = 36

  private let article: Article
  /// How many characters of the source are shown.
  private let sourceWidth: Int
  private let isColoured: Bool

  init(_ article: Article, width: Int, isColoured: Bool) {
    self.article = article
    self.isColoured = isColoured
    let numberWidth = String(article.lines.count).count
    sourceWidth = max(20, width - numberWidth - 2 - ExplainText.nameWidth - 1)
  }

  /// The lines, each with its end; a line without anything is shown by its number alone.
  func text() -> String {
    var text = "\(article.path)  \(article.format.rawValue)\n"
    let entries = article.explanation()
    let numberWidth = String(article.lines.count).count
    var next = 0
    for line in 1...article.lines.count {
      let number = String(line)
      var margin = String(repeating: " ", count: numberWidth - number.count) + number
      let first = next
      while next < entries.count, entries[next].line == line {
        text += painted(margin, "2") + "  " + row(entries[next])
        margin = String(repeating: " ", count: numberWidth)
        next += 1
      }
      if next == first { text += painted(margin, "2") + "\n" }
    }
    return text
  }

  private func row(_ entry: LineExplanation) -> String {
    let name = "\(entry.name) <\(entry.reason)>"
    let padding = String(repeating: " ", count: max(1, ExplainText.nameWidth - name.count))
    let shown =
      painted(entry.name, ExplainText.colour(of: entry.part)) + " "
      + painted("<\(entry.reason)>", "2")
    guard !entry.source.isEmpty else { return shown + "\n" }
    return shown + padding + excerpt(entry.source) + "\n"
  }

  /// The beginning of a piece of the source; control characters are shown by their pictures.
  private func excerpt(_ source: ByteSpan) -> String {
    var shown = ""
    var count = 0
    // A character of five bytes or more is rare enough to cut the line early.
    let bytes = article.source[source.range].prefix(sourceWidth * 4 + 4)
    for character in String(decoding: bytes, as: UTF8.self) {
      if character == "\n" || character == "\r\n" || character == "\r" { break }
      count += 1
      if count > sourceWidth { return String(shown.dropLast()) + "…" }
      let scalar = character.unicodeScalars.first!
      switch scalar.value {
      case 0x09: shown += " "
      case 0...0x1F: shown.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value)!)
      case 0x7F: shown += "␡"
      case 0x80...0x9F: shown += "\u{FFFD}"
      default: shown.append(character)
      }
    }
    return shown
  }

  private static func colour(of part: LineExplanation.Part) -> String {
    switch part {
    case .block: "0"
    case .metadata: "36"
    case .footnote: "34"
    case .reference: "32"
    case .boilerplate: "2"
    case .diagnostic: "33"
    }
  }

  private func painted(_ text: String, _ colour: String) -> String {
    isColoured && colour != "0" ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
  }
}
