import ArticleModel

/// Finds what belongs to the page and not to the article: menus, buttons, notices, rating widgets, footers.
///
/// Words alone decide where they cannot be anything else (`Share this article`); words that could be a heading
/// (`Home`, `Archive`) count only beside other lines of the kind.
enum BoilerplateReader {
  /// The longest notice that is known by its first words, in bytes.
  private static let longestNotice = 400

  static func read(_ document: inout TextDocument) {
    var reasons = [Reason?](repeating: nil, count: document.lines.count)
    for line in document.lines.indices where document.isFree(line) {
      reasons[line] = reason(document, line)
    }
    for line in document.lines.indices
    where reasons[line] != nil && isAmbiguous(reasons[line]!, document, line) {
      if !hasNeighbour(document, reasons, line) { reasons[line] = nil }
    }
    extendMenus(document, &reasons)
    extendLists(document, &reasons)
    fillGaps(document, &reasons)
    markSignature(document, &reasons)
    claim(reasons, &document)
  }

  /// Takes the short lines that end a page behind its notes or its poll for a menu.
  static func readTrailingMenu(_ document: inout TextDocument) {
    guard let last = document.previousContent(before: document.lines.count) else { return }
    var first = last + 1
    while first > 0, document.isFree(first - 1), isMenuLine(document, first - 1) { first -= 1 }
    guard last - first >= 1, let above = document.previousContent(before: first),
      let block = document.block(at: above),
      block.kind == .poll || block.kind == .footnote || block.kind == .boilerplate
    else { return }
    document.claim(first..<last + 1, .boilerplate, .navigation)
  }

  private static func isMenuLine(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    guard isMenuItem(document, line) else { return false }
    let content = document.source[document.lines[line].content]
    let ending = content.last!
    let words = content.split(separator: 0x20).count
    return words <= 5 && ending != UInt8(ascii: ".") && ending != UInt8(ascii: "?")
      && ending != UInt8(ascii: ":")
  }

  private static func reason(_ document: borrowing TextDocument, _ line: Int) -> Reason? {
    // What is longer is running text; this turns most lines of an article away.
    guard document.lines[line].count <= longestNotice else { return nil }
    let folded = Lexicon.fold(
      document.source[document.lines[line].content.prefix(Lexicon.longestLine)])
    if isSeparator(document, line) { return .separator }
    let body = withoutBullet(folded)
    if document.lines[line].count <= Lexicon.longestLine {
      if let found = Lexicon.shared.line(body)?.boilerplate
        ?? Lexicon.shared.line(counted(body))?.boilerplate
      {
        return found
      }
      if let found = menuReason(body) { return found }
    }
    guard let entry = Lexicon.shared.prefix(of: body),
      let found = entry.boilerplate
    else { return nil }
    return found
  }

  /// `* * *`, `________`: nothing but one sign, and no heading above that it might underline.
  private static func isSeparator(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let content = document.lines[line].content
    guard let sign = content.first, "_*-=~.".utf8.contains(document.source[sign]) else {
      return false
    }
    let signs = document.source[content].filter { $0 != 0x20 }
    guard signs.count >= 3, let first = signs.first, "_*-=~.".utf8.contains(first),
      signs.allSatisfy({ $0 == first })
    else { return false }
    return line == 0 || document.lines[line - 1].isBlank
  }

  private static func withoutBullet(_ folded: [UInt8]) -> [UInt8] {
    guard let marker = ListMarker.parse(folded.span, 0..<folded.count) else { return folded }
    return Array(folded[marker.body...])
  }

  /// `3 comments` as `# comments`, the form in which the lexicon holds counters.
  private static func counted(_ folded: [UInt8]) -> [UInt8] {
    let digits = folded.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    return digits.isEmpty ? [] : [0x23] + folded[digits.count...]
  }

  /// A menu on one line: at least half of the parts between `|`, `/`, `›` or `·` are buttons.
  private static func menuReason(_ folded: [UInt8]) -> Reason? {
    let parts = folded.split {
      $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") || $0 == 0xB7
        || $0 == 0xBA
    }
    guard parts.count >= 2 else { return nil }
    let known = parts.compactMap { Lexicon.shared.line(Array($0))?.boilerplate }
    return known.count * 2 >= parts.count ? known[0] : nil
  }

  /// Whether a line with these words could also be a heading of an article.
  private static func isAmbiguous(_ reason: Reason, _ document: borrowing TextDocument, _ line: Int)
    -> Bool
  {
    switch reason {
    case .navigation, .comments: !document.source[document.lines[line].content].contains(0x20)
    default: false
    }
  }

  private static func hasNeighbour(
    _ document: borrowing TextDocument, _ reasons: [Reason?], _ line: Int
  ) -> Bool {
    if let above = document.previousContent(before: line), reasons[above] != nil { return true }
    if let below = document.nextContent(after: line), reasons[below] != nil { return true }
    return false
  }

  /// A bulleted or packed run of short lines in which most are buttons is a menu as a whole.
  private static func extendMenus(_ document: borrowing TextDocument, _ reasons: inout [Reason?]) {
    var line = 0
    while line < document.lines.count {
      guard isMenuItem(document, line) else {
        line += 1
        continue
      }
      var end = line
      while end < document.lines.count, isMenuItem(document, end) { end += 1 }
      let known = (line..<end).count { reasons[$0] != nil }
      if end - line >= 3, known * 2 > end - line {
        for item in line..<end where reasons[item] == nil { reasons[item] = .navigation }
      } else if line == 0, known >= 3, let last = (line..<end).last(where: { reasons[$0] != nil }) {
        // A page that begins with its menu: what stands between the buttons is one of them.
        for item in line...last where reasons[item] == nil { reasons[item] = .navigation }
      }
      line = end
    }
  }

  private static func isMenuItem(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let text = document.lines[line]
    return document.isFree(line) && text.count <= 40 && text.has.isDisjoint(with: [.percent])
      && !text.has.isDisjoint(with: [.letter, .nonASCII])
  }

  /// What follows `Related articles` as a list, and the site's name above its menu.
  private static func extendLists(_ document: borrowing TextDocument, _ reasons: inout [Reason?]) {
    for line in document.lines.indices where reasons[line] == .related {
      var next = document.nextContent(after: line)
      while let item = next, document.isFree(item), reasons[item] == nil,
        document.lines[item].count <= 160,
        ListMarker.parse(document.source.span, document.lines[item].content) != nil
      {
        reasons[item] = .related
        next = document.nextContent(after: item)
      }
    }
    guard let first = document.nextContent(after: -1), reasons[first] == nil,
      document.lines[first].count <= 60,
      let second = document.nextContent(after: first), reasons[second] == .navigation,
      ListMarker.parse(document.source.span, document.lines[second].content) != nil
    else { return }
    reasons[first] = .navigation
  }

  /// One or two short lines packed between boilerplate belong to it, as do the titles under `Related articles`.
  private static func fillGaps(_ document: borrowing TextDocument, _ reasons: inout [Reason?]) {
    var line = 0
    while line < document.lines.count {
      guard let reason = reasons[line] else {
        line += 1
        continue
      }
      var end = line + 1
      while end < document.lines.count, reasons[end] == nil, document.isFree(end),
        document.lines[end].count <= 100
      { end += 1 }
      let gap = end - line - 1
      if gap > 0, gap <= (reason == .related ? 8 : 2), end < document.lines.count,
        reasons[end] != nil
      {
        for item in line + 1..<end { reasons[item] = reason }
      }
      line = end
    }
  }

  /// What follows `-- ` at the end of an e-mail is the sender's signature.
  private static func markSignature(_ document: borrowing TextDocument, _ reasons: inout [Reason?])
  {
    guard
      let dashes = document.lines.indices.last(where: {
        document.source[document.lines[$0].content].elementsEqual("--".utf8)
      }),
      document.lines.count - dashes <= 12
    else { return }
    for line in dashes..<document.lines.count where document.isFree(line) {
      reasons[line] = .footer
    }
  }

  /// One block for each run of lines with one reason.
  private static func claim(_ reasons: [Reason?], _ document: inout TextDocument) {
    var line = 0
    while line < reasons.count {
      guard let reason = reasons[line] else {
        line += 1
        continue
      }
      var end = line + 1
      while end < reasons.count, reasons[end] == reason { end += 1 }
      document.claim(line..<end, .boilerplate, reason)
      line = end
    }
  }
}
