import ArticleModel
import Bytes
import TextAnalysis

/// Finds the metadata above the running text: series, title, subtitle, byline, date, what is said of the author, and
/// the caption of a picture that stands there.
struct FrontMatterReader {
  /// How many blocks may stand above the running text.
  private static let depth = 40
  /// The longest title or caption, in bytes.
  private static let longestTitle = 300
  /// How many notices of a page may stand above its title, and the longest, in bytes.
  private static let mostNotices = 2
  private static let longestNotice = 160

  enum Part {
    case boilerplate
    case date(DateParser.Parsed)
    case authors([Author])
    case dated(DateParser.Parsed, [Author])
    case short
    /// A short sentence among other short blocks: running text.
    case sentence

    var isShort: Bool { if case .short = self { true } else { false } }

    var isDated: Bool {
      switch self {
      case .date, .authors, .dated: true
      case .short, .boilerplate, .sentence: false
      }
    }

    /// The authors whom the part names.
    var names: [String] {
      switch self {
      case .authors(let authors), .dated(_, let authors): authors.compactMap(\.name)
      case .date, .short, .boilerplate, .sentence: []
      }
    }
  }

  var zone: [(block: Int, part: Part)] = []

  static func read(_ document: inout TextDocument) {
    var reader = FrontMatterReader()
    reader.collect(document)
    reader.assign(&document)
    reader.assignAfterword(&document)
  }

  // MARK: What stands above the text

  private mutating func collect(_ document: borrowing TextDocument) {
    var notices = 0
    var line = document.nextContent(after: -1)
    while let at = line, zone.count < FrontMatterReader.depth {
      let index = Int(document.owner[at])
      if let part = part(document, index) {
        zone.append((index, part))
      } else if notices < FrontMatterReader.mostNotices, mayBeNotice(document, index) {
        zone.append((index, .sentence))
        notices += 1
      } else {
        break
      }
      line = document.nextContent(after: document.blocks[index].lines.upperBound - 1)
    }
    // Only a date or a byline shows that what stands below a sentence is a title.
    if notices > 0, !zone.contains(where: \.part.isDated) { zone = [] }
    guard line == nil else { return }
    // What ends the document heads nothing, and one line alone is the text.
    while let last = zone.last, case .boilerplate = last.part { zone.removeLast() }
    if zone.count == 1 { zone = [] }
  }

  /// Whether a block above all short ones may be a notice of the page: `IE 11 is not supported. Please visit us with another.`
  private func mayBeNotice(_ document: borrowing TextDocument, _ index: Int) -> Bool {
    let block = document.blocks[index]
    return (block.kind == .paragraph || block.kind == .item)
      && !zone.contains(where: \.part.isShort)
      && document.span(of: block.lines).count <= FrontMatterReader.longestNotice
  }

  private func part(_ document: borrowing TextDocument, _ index: Int) -> Part? {
    let block = document.blocks[index]
    if block.kind == .boilerplate { return .boilerplate }
    let first = block.lines.lowerBound
    let span = document.span(of: block.lines)
    let hasTitle = zone.contains(where: \.part.isShort)
    let text = document.source[span]
    if hasTitle ? isCounterOrSign(text) : isFurniture(text) && isTextual(block.kind) {
      return .boilerplate
    }
    if block.kind == .heading { return hasTitle ? nil : .short }
    // `12. März 2019` looks like an item of a list.
    guard block.kind == .paragraph || block.kind == .item else { return nil }
    if block.lines.count == 1, let date = DateParser.parse(document.folded(first)) {
      return .date(date)
    }
    if block.lines.count == 1 || document.layout.isWrapped, span.count <= 1_000,
      let (authors, date) = datedByline(document, block, hasTitle: hasTitle),
      block.kind == .paragraph || date != nil
    {
      return date.map { .dated($0, authors) } ?? .authors(authors)
    }
    guard block.kind == .paragraph else { return nil }
    if block.lines.count == 1, let date = DatedByline.sourced(document.source[span]) {
      return .date(date)
    }
    if hasTitle, let about = AuthorDescription.parse(document.source, span),
      describesAuthor(about, document, span)
    {
      return .authors([about])
    }
    return span.count <= FrontMatterReader.longestTitle && !endsSentence(document.source, span)
      ? .short : nil
  }

  /// The authors and the date that a block of one line names, or one that begins with `By`.
  private func datedByline(
    _ document: borrowing TextDocument, _ block: TextBlock, hasTitle: Bool
  ) -> DatedByline.Found? {
    let line = document.source[document.span(of: block.lines)]
    if block.lines.count > 1 {
      return DatedByline.parse(Normalisation.collapseWhitespace(Array(line))[...])
    }
    return DatedByline.parse(line) ?? (hasTitle ? DatedByline.unannounced(line) : nil)
  }

  /// `·`, `--`, `12`: what stands between the buttons of a page.
  private func isCounterOrSign(_ text: ArraySlice<UInt8>) -> Bool {
    text.elementsEqual("·".utf8)
      || text.count <= 3 && text.allSatisfy { $0 < 0x80 && !ASCII.isLetter($0) }
  }

  private func isTextual(_ kind: NodeKind) -> Bool { kind == .paragraph || kind == .heading }

  /// What no title is: `102`, `« Back | Next »`, `[Docs] [Tracker]`, `Home|News|Sport`, `// Press enter to search`, `Biz & IT —`, `By`.
  private func isFurniture(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    if isCounterOrSign(text) { return true }
    if text.count(where: { $0 == UInt8(ascii: "|") }) >= 3 || text.starts(with: "//".utf8) {
      return true
    }
    if first == UInt8(ascii: "["), last == UInt8(ascii: "]") {
      // One pair is around a title that was translated, two may be in one.
      return text.count { $0 == first } > 2
    }
    let isArrow = text.starts(with: "«".utf8) || text.suffix(2).elementsEqual("»".utf8)
    if isArrow, text.contains(UInt8(ascii: "|")) {
      return true
    }
    if text.suffix(3).elementsEqual("—".utf8) || text.suffix(3).elementsEqual("–".utf8) {
      return true
    }
    return text.count <= 8
      && Lexicon.shared.prefix(of: Lexicon.fold(text) + [0x20], meaning: .byline) != nil
  }

  private func endsSentence(_ source: [UInt8], _ span: Range<Int>) -> Bool {
    let marked = TrailingMarkers.cut(from: source, span)
    let span = marked.dropLast(Speech.closingCount(source[marked]))
    guard let last = span.last else { return false }
    if source[last] == UInt8(ascii: ".") {
      return span.count > 60 || HeadingReader.holdsTwoSentences(source, span)
    }
    // A title may be a question; two sentences are text.
    if source[last] == UInt8(ascii: "?") || source[last] == UInt8(ascii: "!"), span.count > 100,
      zip(source[span], source[span].dropFirst()).contains(where: {
        $0 == UInt8(ascii: ".") && $1 == 0x20
      })
    {
      return true
    }
    return span.count >= 3 && source[last - 2] == 0xE3 && source[last - 1] == 0x80
      && source[last] == 0x82  // 。
  }

  // MARK: What each part is

  private mutating func assign(_ document: inout TextDocument) {
    let shorts = zone.indices.filter { zone[$0].part.isShort }
    guard let titleIndex = titleIndex(document, shorts) else { return assignFields(&document) }
    setText(&document, zone[titleIndex].block, .title)
    if titleIndex > 0, shorts.contains(titleIndex - 1) || shorts.first == titleIndex - 1,
      let first = shorts.first, first < titleIndex
    {
      setText(&document, zone[first].block, .series)
    }
    leaveSentences(document, below: titleIndex, atLeast: 2)
    readNames(document, below: titleIndex)
    leaveSentences(document, below: titleIndex, atLeast: 1)
    assignFields(&document)
    assignBelowTitle(&document, titleIndex)
  }

  /// The first short block is the title, unless a shorter one above it names the series.
  private func titleIndex(_ document: borrowing TextDocument, _ shorts: [Int]) -> Int? {
    guard let first = shorts.first else { return nil }
    guard shorts.count > 1, shorts[1] == first + 1, first + 2 < zone.count else { return first }
    switch zone[first + 2].part {
    case .date, .authors, .dated: break
    case .short, .boilerplate, .sentence: return first
    }
    let second = document.span(of: document.blocks[zone[first + 1].block].lines)
    if Byline.isNames(document.source[second]) { return first }
    // A series is short and its article's title is set as titles are; below a title stands a subtitle, set as a sentence.
    let isSeries =
      document.blocks[zone[first].block].kind != .heading
      && wordCount(document, zone[first].block) <= 6
      && (isTitleCased(document, zone[first + 1].block) || namesSeries(document, zone[first].block))
    return isSeries ? first + 1 : first
  }

  /// Whether most longer words begin with a capital, as in an English title.
  private func isTitleCased(_ document: borrowing TextDocument, _ block: Int) -> Bool {
    let words = document.source[document.span(of: document.blocks[block].lines)].split {
      $0 <= 0x20
    }.filter { $0.count >= 3 }
    let capitals = words.count { word in
      String(decoding: word, as: UTF8.self).first { $0.isLetter }?.isUppercase ?? false
    }
    let caseless = words.contains { $0.first! >= 0xE3 }
    return !caseless && words.count >= 3 && capitals * 10 >= words.count * 8
  }

  /// Whether a line says itself that it names a column or blog.
  private func namesSeries(_ document: borrowing TextDocument, _ block: Int) -> Bool {
    let folded = String(
      decoding: document.folded(document.blocks[block].lines.lowerBound), as: UTF8.self)
    let words = Set(folded.split { !$0.isLetter })
    return Lexicon.shared.tables.seriesWords.contains { words.contains(Substring($0)) }
  }

  /// How many words a block has; numbers and hyphens alone are none.
  private func wordCount(_ document: borrowing TextDocument, _ block: Int) -> Int {
    document.source[document.span(of: document.blocks[block].lines)].split { $0 <= 0x20 }.count {
      $0.contains { ASCII.isLetter($0) || $0 >= 0x80 }
    }
  }

  private func assignFields(_ document: inout TextDocument) {
    for (block, part) in zone {
      switch part {
      case .date(let parsed): assign(parsed, block, &document)
      case .dated(let parsed, let authors):
        assign(parsed, block, &document)
        merge(authors, into: &document.metadata.authors)
      case .authors(let authors):
        document.blocks[block].field = .authors
        merge(authors, into: &document.metadata.authors)
      case .boilerplate:
        guard document.blocks[block].kind != .boilerplate else { continue }
        document.blocks[block].kind = .boilerplate
        let text = document.source[document.span(of: document.blocks[block].lines)]
        document.blocks[block].reason = isCounterOrSign(text) ? .separator : .navigation
      case .short, .sentence: break
      }
    }
  }

  private func assign(_ date: DateParser.Parsed, _ block: Int, _ document: inout TextDocument) {
    document.blocks[block].field = .date
    guard document.metadata.date == nil else { return }
    document.metadata.date = date.date
    guard date.isAmbiguous else { return }
    document.diagnostics.append(
      Diagnostic(
        .dateAmbiguous, .info, "read as day and month: \(date.date); it may be month and day",
        at: document.span(of: document.blocks[block].lines).lowerBound))
  }

  /// Short blocks between the title and other metadata: a subtitle, or the caption of a picture.
  private mutating func assignBelowTitle(_ document: inout TextDocument, _ title: Int) {
    var start = title + 1
    while start < zone.count {
      guard zone[start].part.isShort else {
        start += 1
        continue
      }
      let end = zone[start...].firstIndex { !$0.part.isShort } ?? zone.count
      // What a button ends may be text as well where nothing else tells that the text has not begun.
      if isClosed(end),
        end - start == 1 || !isBoilerplate(end) || zone.contains(where: \.part.isDated)
      {
        assignGroup(&document, start..<end, title: title)
      }
      start = end
    }
  }

  private func isBoilerplate(_ index: Int) -> Bool {
    if case .boilerplate = zone[index].part { true } else { false }
  }

  private func assignGroup(_ document: inout TextDocument, _ group: Range<Int>, title: Int) {
    let first = zone[group.lowerBound].block
    let span = document.span(of: document.blocks[first].lines)
    if group.count == 1, group.lowerBound == title + 1, document.metadata.subtitle == nil,
      !endsWithYear(document.source, span)
    {
      setText(&document, first, .subtitle)
    } else if group.count > 1 || group.lowerBound == title + 1 {
      joinCaption(&document, group)
    }
  }

  private func endsWithYear(_ source: [UInt8], _ span: Range<Int>) -> Bool {
    let tail = source[span].suffix(4)
    return tail.count == 4 && tail.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }

  private func joinCaption(_ document: inout TextDocument, _ group: Range<Int>) {
    let first = zone[group.lowerBound].block
    let last = zone[group.upperBound - 1].block
    let lines = document.blocks[first].lines.lowerBound..<document.blocks[last].lines.upperBound
    for index in group.dropFirst() {
      let block = zone[index].block
      document.blocks[block].lines = lines.upperBound..<lines.upperBound
    }
    for line in lines { document.owner[line] = Int32(first) }
    document.blocks[first].kind = .caption
    document.blocks[first].reason = .captionShape
    document.blocks[first].lines = lines
  }

  private func setText(_ document: inout TextDocument, _ block: Int, _ field: FrontMatterField) {
    let text = document.text(
      document.blocks[block].body ?? document.span(of: document.blocks[block].lines))
    document.blocks[block].field = field
    switch field {
    case .title: document.metadata.title = text
    case .series: document.metadata.series = text
    default: document.metadata.subtitle = text
    }
  }
}

extension TextDocument {
  /// A range of the source as a string with single spaces.
  func text(_ range: Range<Int>) -> String {
    String(decoding: Normalisation.collapseWhitespace(Array(source[range])), as: UTF8.self)
  }
}
