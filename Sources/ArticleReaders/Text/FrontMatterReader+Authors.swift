import ArticleModel
import Bytes

extension FrontMatterReader {
  // MARK: Names without a word that announces them

  /// Takes a line of names among the short blocks for the byline: alone above the metadata below, or the last above it, where a
  /// line may stand behind it that says what the author is.
  mutating func readNames(_ document: borrowing TextDocument, below title: Int) {
    var start = title + 1
    while start < zone.count, !zone.contains(where: { !$0.part.names.isEmpty }) {
      guard zone[start].part.isShort else {
        start += 1
        continue
      }
      let end = zone[start...].firstIndex { !isOfRun($0.part) } ?? zone.count
      let shorts = (start..<end).filter { zone[$0].part.isShort }
      let isOpen = zone[end - 1].part.isShort && !isClosed(end)
      if let index = byline(among: shorts, document, title: title, isOpen: isOpen) {
        takeByline(index, document)
      }
      start = end
    }
  }

  /// Whether other metadata, or a button, ends a run of short blocks.
  func isClosed(_ end: Int) -> Bool {
    guard end < zone.count else { return false }
    if case .sentence = zone[end].part { return false }
    return true
  }

  /// Whether a part may stand in a run of short blocks: buttons are passed over.
  private func isOfRun(_ part: Part) -> Bool {
    switch part {
    case .short, .boilerplate: true
    case .date, .authors, .dated, .sentence: false
    }
  }

  private func byline(
    among shorts: [Int], _ document: borrowing TextDocument, title: Int, isOpen: Bool
  ) -> Int? {
    let first = shorts[0]
    if case .date = zone[first - 1].part, Byline.isNames(line(first, document)),
      shorts.count > 1 || !isOpen
    {
      return first
    }
    if isOpen {
      return shorts.count == 1 && first == title + 1 && isNameAlone(first, document) ? first : nil
    }
    let index = shorts.last { !isPost($0, document) && !isHandle(line($0, document)) } ?? first
    let isByline =
      Byline.isNames(line(index, document))
      || Byline.withPlainPost(line(index, document)).map {
        index > title + 1 || $0.about != nil
      } == true
    return isByline ? index : nil
  }

  private mutating func takeByline(_ index: Int, _ document: borrowing TextDocument) {
    let line = line(index, document)
    if Byline.isNames(line) {
      let names = Byline.split(String(decoding: line, as: UTF8.self))
      zone[index].part = .authors(names.map { Author(name: $0) })
    } else if let author = Byline.withPlainPost(line) {
      zone[index].part = .authors([author])
    }
    guard index + 1 < zone.count, zone[index + 1].part.isShort, isPost(index + 1, document) else {
      return
    }
    let span = document.span(of: document.blocks[zone[index + 1].block].lines)
    zone[index + 1].part = .authors([Author(name: nil, about: document.text(span))])
  }

  private func line(_ index: Int, _ document: borrowing TextDocument) -> ArraySlice<UInt8> {
    document.source[document.span(of: document.blocks[zone[index].block].lines)]
  }

  /// `Environment correspondent`: a few words that name a post, and no name.
  private func isPost(_ index: Int, _ document: borrowing TextDocument) -> Bool {
    let line = line(index, document)
    return line.count <= 80 && line.last != UInt8(ascii: ".") && Affiliation.isOne(line)
      && Byline.withPlainPost(line) == nil
  }

  /// `@annsmith`, `ann@example.org`
  private func isHandle(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(UInt8(ascii: "@")) && !line.contains(0x20)
  }

  /// Whether a line with nothing but text below it is a name all the same: it begins with a given name, and the text
  /// does not speak of that person.
  private func isNameAlone(_ index: Int, _ document: borrowing TextDocument) -> Bool {
    let line = line(index, document)
    guard document.blocks[zone[index].block].kind == .paragraph,
      Byline.split(String(decoding: line, as: UTF8.self)).allSatisfy({
        Byline.isCommonName(Array($0.utf8)[...])
      })
    else { return false }
    return line.withUnsafeBytes { name in
      document.source[line.endIndex...].withUnsafeBytes { text in
        !ByteSearch.contains(name, in: text)
      }
    }
  }

  // MARK: Sentences

  /// Leaves short sentences among other short blocks in the text, where at least some stand together; one alone below the
  /// title may be the subtitle.
  mutating func leaveSentences(
    _ document: borrowing TextDocument, below title: Int, atLeast count: Int
  ) {
    var start = title + 1
    while start < zone.count {
      let end = zone[start...].firstIndex { !$0.part.isShort } ?? zone.count
      let stopped = (start..<end).filter { isStopped($0, document) }
      if end - start > 1, stopped.count >= count {
        for index in stopped { zone[index].part = .sentence }
      }
      start = max(end, start + 1)
    }
  }

  private func isStopped(_ index: Int, _ document: borrowing TextDocument) -> Bool {
    let span = document.span(of: document.blocks[zone[index].block].lines)
    let text = TrailingMarkers.cut(from: document.source, span)
    return document.source[text].last == UInt8(ascii: ".")
  }

  // MARK: What is said of the authors

  /// Whether a description is one of an author: of a person who is named above as one, or who is told of right below the
  /// date, and is not what the article is about. `Ann Smith, historian` names the author itself.
  func describesAuthor(
    _ about: Author, _ document: borrowing TextDocument, _ span: Range<Int>
  ) -> Bool {
    guard let name = about.name else { return true }
    guard let title = zone.first(where: \.part.isShort), let last = name.words.last,
      let text = about.about
    else { return false }
    let words = document.text(document.span(of: document.blocks[title.block].lines))
      .split { !$0.isLetter && $0 != "-" }
    if words.contains(last) { return false }
    if !text.hasPrefix(name), span.count <= 200, !endsWithStop(document.source[span]) {
      return true
    }
    // What a person was is told of those who are written about.
    let isBelowDate = if case .date = zone[zone.count - 1].part { true } else { false }
    return isBelowDate && text.hasPrefix(name) && !text.dropFirst(name.count).hasPrefix(" was ")
      || namesAbove(document).contains { isSame($0, name) }
  }

  private func endsWithStop(_ text: ArraySlice<UInt8>) -> Bool {
    text.last == UInt8(ascii: ".") || text.suffix(3).elementsEqual("。".utf8)
  }

  private func namesAbove(_ document: borrowing TextDocument) -> [String] {
    zone.indices.dropFirst().flatMap { index in
      zone[index].part.isShort && Byline.isNames(line(index, document))
        ? Byline.split(String(decoding: line(index, document), as: UTF8.self))
        : zone[index].part.names
    }
  }

  /// Whether two names are those of one person: the same, or the same last word and first letter.
  func isSame(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return false }
    return one == other
      || one.first == other.first && one.words.count > 1
        && one.words.last == other.words.last
  }

  /// A description without a name goes to the author who was named without a description.
  func merge(_ authors: [Author], into known: inout [Author]) {
    if authors.count == 1, authors[0].name == nil, known.count == 1, known[0].about == nil {
      known[0].about = authors[0].about
    } else if authors.count == 1,
      let index = known.firstIndex(where: { isSame($0.name, authors[0].name) })
    {
      known[index].about = known[index].about ?? authors[0].about
    } else {
      known += authors
    }
  }

  /// A paragraph at the end that tells who one of the authors is.
  func assignAfterword(_ document: inout TextDocument) {
    let names = Set(document.metadata.authors.compactMap(\.name))
    guard !names.isEmpty else { return }
    let last = document.blocksInOrder().reversed().lazy.filter { [blocks = document.blocks] in
      blocks[$0].kind == .paragraph && blocks[$0].field == nil
    }.prefix(3)
    for block in Array(last).reversed() {
      let span = document.span(of: document.blocks[block].lines)
      guard startsLikeOne(of: names, document.source[span]),
        let author = AuthorDescription.parse(document.source, span), let name = author.name,
        names.contains(name)
      else { continue }
      document.blocks[block].field = .authors
      merge([author], into: &document.metadata.authors)
    }
  }

  /// Whether a text begins with the first word of a name, as what tells who that is does: a quick look.
  private func startsLikeOne(of names: Set<String>, _ text: ArraySlice<UInt8>) -> Bool {
    names.contains { text.starts(with: $0.utf8.prefix { $0 != 0x20 }) }
  }
}
