import ArticleModel

/// Lines of an article's source with their numbers, and two lines around them.
struct SourceText {
  let article: Article
  /// Lines from 1.
  let range: ClosedRange<Int>
  let page: Page

  init(article: Article, lines: ClosedRange<Int>, page: Page) {
    self.article = article
    range = lines
    self.page = page
  }

  var lines: [String] {
    let first = max(range.lowerBound - 2, 1)
    let last = min(range.upperBound + 2, article.lines.count)
    let width = "\(last)".utf8.count
    // A line may be longer than any screen: only as many bytes as can be seen are looked at.
    let most = page.isWhole ? Int.max : page.columns * page.room * 4
    var lines: [String] = []
    for line in first...max(last, first) where lines.count <= page.room {
      let bytes = article.lines.range(ofLine: line - 1)
      let shown = bytes.count > most ? bytes.lowerBound..<bytes.lowerBound + most : bytes
      let text = String(decoding: article.source[shown], as: UTF8.self)
      let isInside = range.contains(line)
      let number = page.padded("\(line)", to: width, alignsRight: true)
      let wrapped = page.broken(SourceText.withoutEnd(text), columns: page.columns - width - 4)
      for (part, piece) in wrapped.enumerated() {
        let margin = part == 0 ? number : String(repeating: " ", count: width)
        let mark =
          isInside ? " \(page.number("│")) \(piece)" : piece.isEmpty ? "" : "   \(page.dim(piece))"
        lines.append(" \(page.dim(margin))\(mark)")
      }
    }
    return page.cut(lines, isValue: false)
  }

  private static func withoutEnd(_ text: String) -> String {
    var bytes = Array(text.utf8)
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
