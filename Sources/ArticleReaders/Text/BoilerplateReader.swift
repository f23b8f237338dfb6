import ArticleModel
import Bytes

/// Finds what belongs to the page and not to the article: menus, buttons, notices, rating widgets, footers.
///
/// Words alone decide where they cannot be anything else (`Share this article`); words that could be a heading
/// (`Home`, `Archive`) count only beside other lines of the kind.
enum BoilerplateReader {
  /// The longest notice that is known by its first words, in bytes.
  private static let longestNotice = 400
  /// The longest line below an article that holds two sentences, in bytes.
  private static let longestFooter = 200
  /// The longest line of a sender's signature, in bytes.
  private static let longestSignatureLine = 80
  /// The longest row of buttons, in bytes.
  static let longestRow = 100

  static func read(_ document: inout TextDocument) {
    var reasons = [Reason?](repeating: nil, count: document.lines.count)
    for line in document.lines.indices where document.isFree(line) {
      reasons[line] = reason(document, line)
    }
    for line in document.lines.indices
    where reasons[line] != nil && isAmbiguous(reasons[line]!, document, line) {
      if !hasNeighbour(document, reasons, line) { reasons[line] = nil }
    }
    leaveTitle(document, &reasons)
    extendMenus(document, &reasons)
    extendLists(document, &reasons)
    fillGaps(document, &reasons)
    markSignature(document, &reasons)
    CommentReader.mark(document, &reasons)
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
    let content = document.lines[line].content
    let ending = document.source[content.upperBound - 1]
    let words = document.source[content].split(separator: 0x20).count
    return words <= 5 && ending != UInt8(ascii: ".") && ending != UInt8(ascii: "?")
      && ending != UInt8(ascii: ":")
  }

  private static func reason(_ document: borrowing TextDocument, _ line: Int) -> Reason? {
    // What is longer is running text; this turns most lines of an article away.
    let text = document.lines[line]
    guard text.count <= longestNotice, !text.has.contains(.edited) else { return nil }
    if isSeparator(document, line) { return .separator }
    let body = withoutBullet(document, line)
    return document.source.withUnsafeBufferPointer { source in
      if text.count <= Lexicon.longestLine {
        let isWhole = body == text.content
        if isWhole, let found = document.phrase(line)?.boilerplate { return found }
        let words = UnsafeBufferPointer(rebasing: source[body])
        if !isWhole, let found = lookUp(words) { return found }
        if text.has.contains(.digit), let found = counter(words) { return found }
        // `·` and `›` begin with bytes that superscripts begin with as well.
        if !text.has.isDisjoint(with: [.pipe, .cut, .superscript]), let found = menuReason(words) {
          return found
        }
        if isShareRow(words) { return .share }
      }
      let head = UnsafeBufferPointer(
        rebasing: source[body.prefix(Lexicon.shared.tables.longestPrefix)])
      guard Lexicon.shared.mayHavePrefix(head) else { return nil }
      let entry = Lexicon.withFolded(head) { Lexicon.shared.prefix(of: $0) }
      let found = entry?.boilerplate
      // `Comments (12)`, but not `Comments (mostly kind) came in`
      if found == .comments, let entry, opensRemark(source[body], behind: entry.length) {
        return nil
      }
      // A credit may begin a paragraph: `© Provided by River News The mill …`.
      if found == .footer, text.count > longestFooter,
        HeadingReader.holdsTwoSentences(document.source, body)
      {
        return nil
      }
      let mayBeText = found == .navigation || source[body.lowerBound] == UInt8(ascii: "#")
      return mayBeText && !isLabel(UnsafeBufferPointer(rebasing: source[body])) ? nil : found
    }
  }

  /// Whether a phrase opens a bracket in which no number stands, or behind which more is said than how many there are.
  private static func opensRemark(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, behind length: Int
  ) -> Bool {
    let phrase = text.prefix(length)
    guard phrase.last == UInt8(ascii: "(") || phrase.suffix(3).elementsEqual("（".utf8) else {
      return false
    }
    let number = text.dropFirst(length).prefix(while: ASCII.isDigit)
    return number.isEmpty || text.count > longestRow
  }

  /// A line that begins with the name of a list, such as *Posted in*, is a label; a sentence is none.
  private static func isLabel(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.last != UInt8(ascii: ".") && line.first != UInt8(ascii: "#")
  }

  /// Leaves the first line of the text that a section's name and a bar begin (`Opinion | The quay must go`), right above
  /// what stands below a title.
  private static func leaveTitle(_ document: borrowing TextDocument, _ reasons: inout [Reason?]) {
    guard
      let line = document.lines.indices.first(where: {
        document.isFree($0) && reasons[$0] != .separator && !isMenuWord(document, reasons, $0)
      }), reasons[line] == .navigation,
      let below = document.nextContent(after: line), reasons[below] == nil,
      standsBelowTitle(document, below)
    else { return }
    let parts = document.source[document.lines[line].content].split(separator: UInt8(ascii: "|"))
    if parts.count == 2, parts.contains(where: { $0.split(separator: 0x20).count >= 3 }) {
      reasons[line] = nil
    }
  }

  private static func isMenuWord(
    _ document: borrowing TextDocument, _ reasons: [Reason?], _ line: Int
  ) -> Bool {
    reasons[line] != nil
      && !document.source[document.lines[line].content].contains(UInt8(ascii: "|"))
  }

  private static func standsBelowTitle(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let text = document.source[document.lines[line].content]
    return text.count > longestRow || text.last == UInt8(ascii: ".")
      || DateParser.parse(document.folded(line)) != nil || DatedByline.parse(text) != nil
  }

  static func lookUp(_ text: UnsafeBufferPointer<UInt8>) -> Reason? {
    let lexicon = Lexicon.shared
    guard text.count <= lexicon.tables.longest else { return nil }
    return Lexicon.withFolded(text) { folded in
      lexicon.lineNumber(folded).flatMap { lexicon.entry($0).boilerplate }
    }
  }

  /// `* * *`, `________`: nothing but one sign, and no heading above that it might underline.
  private static func isSeparator(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let content = document.lines[line].content
    guard !content.isEmpty else { return false }
    let first = document.source[content.lowerBound]
    switch first {
    case UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "="),
      UInt8(ascii: "~"), UInt8(ascii: "."):
      break
    default: return false
    }
    var count = 0
    for index in content where document.source[index] != 0x20 {
      if document.source[index] != first { return false }
      count += 1
    }
    guard count >= 3 else { return false }
    return line == 0 || document.lines[line - 1].isBlank
  }

  private static func withoutBullet(_ document: borrowing TextDocument, _ line: Int) -> Range<Int> {
    let content = document.lines[line].content
    guard let marker = document.listMarker(line) else { return content }
    return marker.body..<content.upperBound
  }

  /// `3 comments`, which the lexicon holds as `# comments`, and `3 thoughts on “…”`.
  private static func counter(_ text: UnsafeBufferPointer<UInt8>) -> Reason? {
    let digits = text.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
    guard digits > 0 else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count - digits + 1) {
      $0[0] = UInt8(ascii: "#")
      for index in digits..<text.count { $0[index - digits + 1] = text[index] }
      let text = UnsafeBufferPointer($0)
      return lookUp(text)
        ?? Lexicon.withFolded(text) { Lexicon.shared.prefix(of: $0)?.boilerplate }
    }
  }

  /// Whether a line with these words could also be a heading of an article.
  private static func isAmbiguous(_ reason: Reason, _ document: borrowing TextDocument, _ line: Int)
    -> Bool
  {
    switch reason {
    case .navigation, .comments:
      !document.lines[line].has.contains(.digit)
        && !document.source[document.lines[line].content].contains(0x20)
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
      var position = 1
      while let item = next, document.isFree(item), reasons[item] == nil,
        document.lines[item].count <= 160,
        let marker = document.listMarker(item), !marker.isOrdered || marker.number == position
      {
        reasons[item] = .related
        position += 1
        next = document.nextContent(after: item)
      }
    }
    guard let first = document.nextContent(after: -1), reasons[first] == nil,
      document.lines[first].count <= 60,
      let second = document.nextContent(after: first), reasons[second] == .navigation,
      document.listMarker(second) != nil
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
        reasons[end] != nil,
        isAmid(reasons, line, end)
          || !(line + 1..<end).contains(where: { endsSentence(document, $0) })
      {
        for item in line + 1..<end { reasons[item] = reason }
      }
      line = end
    }
  }

  /// Whether two lines of the page or more stand on both sides of a gap: one alone may stand in the text.
  private static func isAmid(_ reasons: [Reason?], _ above: Int, _ below: Int) -> Bool {
    above > 0 && reasons[above - 1] != nil && below + 1 < reasons.count && reasons[below + 1] != nil
  }

  /// Whether a line is a sentence of several words with a full stop, as no entry of a menu is.
  private static func endsSentence(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let content = document.lines[line].content
    return document.source[content.upperBound - 1] == UInt8(ascii: ".")
      && document.source[content].count { $0 == 0x20 } >= 4
  }

  /// What follows `-- ` at the end of an e-mail is the sender's signature: a few short lines.
  private static func markSignature(_ document: borrowing TextDocument, _ reasons: inout [Reason?])
  {
    guard
      let dashes = document.lines.indices.suffix(12).last(where: { line in
        let content = document.lines[line].content
        return content.count == 2 && document.source[content.lowerBound] == UInt8(ascii: "-")
          && document.source[content.lowerBound + 1] == UInt8(ascii: "-")
      })
    else { return }
    let lines = dashes..<document.lines.count
    guard lines.allSatisfy({ document.lines[$0].count <= longestSignatureLine }) else { return }
    for line in lines where document.isFree(line) { reasons[line] = .footer }
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
