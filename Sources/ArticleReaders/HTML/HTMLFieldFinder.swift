import ArticleModel
import CHTML

/// Finds the elements of a page that show title, subtitle, authors and date.
struct HTMLFieldFinder {
  let tree: HTMLTree
  let content: MainContent

  /// Lines below the title that tell date and authors, with the elements that hold them.
  struct Lines {
    var date: (element: Int, date: String)?
    var byline: (element: Int, names: [String])?
  }

  /// How far after the title a subtitle may stand, in nodes.
  private static let reach = 60

  /// How many headings of a kind are compared with the title.
  private static let mostHeadings = 50

  /// The heading that is the title: the first `h1` that says what the page calls itself, else the only `h1`.
  func titleHeading(like title: String?) -> (element: Int, text: String)? {
    let headings = tree.elements.indices.lazy.filter { tree.tag($0) == GUMBO_TAG_H1 }
      .prefix(HTMLFieldFinder.mostHeadings)
    let found = Array(headings).map { ($0, textWithoutNotes($0)) }.filter { !$0.1.isEmpty }
    if let title {
      let wanted = lettersOnly(title)
      let matches = found.filter {
        isSame(lettersOnly($0.1), wanted) || HTMLTitle.isSame(title, $0.1)
      }
      // The name of the site may stand above as a heading, and in the page's title.
      let match =
        matches.first { isInContent($0.0) && isInMain($0.0) } ?? matches.first { isInMain($0.0) }
        ?? matches.first { isInContent($0.0) } ?? matches.first
      if let match { return match }
      if let below = secondHeading(saying: title) { return below }
    }
    if let index = tree.elements.indices.first(where: { HTMLWordStyle.isTitle($0, in: tree) }) {
      let text = textWithoutNotes(index)
      if !text.isEmpty { return (index, text) }
    }
    let inside = found.filter { isInContent($0.0) }
    if let only = inside.first, inside.count == 1, content.dropped[only.0] == nil, title == nil {
      return only
    }
    return title == nil && found.count == 1 ? found[0] : nil
  }

  /// The `h2` that is the title, as some pages set it below the site's name as `h1` or without any.
  ///
  /// One that is named the title (`entry-title`) may lack the site's name, which the page's own title has.
  private func secondHeading(saying title: String) -> (element: Int, text: String)? {
    let wanted = lettersOnly(title)
    let headings = tree.elements.indices.lazy.filter { tree.tag($0) == GUMBO_TAG_H2 }
    for index in headings.prefix(HTMLFieldFinder.mostHeadings) {
      let text = textWithoutNotes(index)
      let isNamed = tree.string("class", of: index)?.contains("title") ?? false
      let letters = lettersOnly(text)
      guard !letters.isEmpty else { continue }
      let isShorter = isSame(letters, wanted) || HTMLTitle.isSameWithSite(title, text)
      if letters == wanted || isNamed && isShorter { return (index, text) }
    }
    return nil
  }

  private func isInMain(_ element: Int) -> Bool {
    var parent = tree.parent(element)
    while parent >= 0 {
      if tree.tag(parent) == GUMBO_TAG_MAIN || tree.tag(parent) == GUMBO_TAG_ARTICLE { return true }
      parent = tree.parent(parent)
    }
    return false
  }

  private func isInContent(_ element: Int) -> Bool {
    content.roots.contains { element >= $0 && element < tree.end($0) }
  }

  /// Whether a heading is the title, or the title with the site's name off.
  private func isSame(_ heading: [UInt8], _ title: [UInt8]) -> Bool {
    guard !heading.isEmpty else { return false }
    if heading == title { return true }
    return heading.count * 2 >= title.count
      && (title.starts(with: heading) || title.suffix(heading.count).elementsEqual(heading))
  }

  /// An element named a subtitle, soon after the title.
  func subtitle(after title: Int) -> (element: Int, text: String)? {
    let start = tree.end(title)
    for index in start..<min(start + HTMLFieldFinder.reach, tree.count) {
      guard content.hints[index].contains(.subtitle),
        HTMLTraits.of(tree.tag(index)).contains(.block)
      else { continue }
      let text = text(index)
      if !text.isEmpty, text.utf8.count <= 400 { return (index, text) }
    }
    return nil
  }

  /// The line that names the authors.
  func byline() -> (element: Int, names: [String])? {
    for index in tree.elements.indices where tree.isElement(index) {
      guard isByline(index) else { continue }
      let persons = HTMLPersons.names(in: index, tree)
      if !persons.isEmpty, !tree.inside(index).contains(where: { tree.tag($0) == GUMBO_TAG_P }) {
        return (index, persons)
      }
      let line = text(index)
      guard !line.isEmpty, line.unicodeScalars.count <= 100,
        let block = block(around: index, saying: line)
      else {
        continue
      }
      let names = names(in: index, textWithoutNotes(index, orRaised: true))
      if !names.isEmpty { return (block, names) }
    }
    return nil
  }

  private func isByline(_ index: Int) -> Bool {
    if content.hints[index].contains(.byline), !content.hints[index].contains(.aboutAuthor) {
      // Encyclopaedias end with a list of the catalogues that know their subject.
      return tree.string("class", of: index)?.contains("authority") != true
    }
    if let rel = tree.string("rel", of: index), rel == "author" { return true }
    return tree.string("itemprop", of: index)?.contains("author") ?? false
  }

  /// The names in a byline: those of its links to authors, else the line without `By` and without its date.
  private func names(in element: Int, _ line: String) -> [String] {
    let linked = tree.inside(element).filter { tree.string("rel", of: $0) == "author" }.map {
      text($0)
    }
    .filter { !$0.isEmpty }
    if !linked.isEmpty { return linked }
    var bytes = Array(line.utf8)
    for index in tree.inside(element)
    where tree.tag(index) == GUMBO_TAG_TIME || content.hints[index].contains(.date) {
      let time = Array(text(index).utf8)
      if !time.isEmpty, let range = bytes.firstRange(of: time) { bytes.removeSubrange(range) }
    }
    let folded = Lexicon.fold(bytes[...])
    if let (authors, _) = DatedByline.parse(bytes[...]) {
      return authors.compactMap { $0.name.map(trimmed) }
    }
    if DateParser.parse(folded) != nil { return [] }
    return Byline.split(String(decoding: bytes, as: UTF8.self)).map(trimmed).filter {
      HTMLFieldFinder.isName($0)
    }
  }

  /// Whether a text may be a name: a few words without figures, and no row of links.
  static func isName(_ text: String) -> Bool {
    text.contains(where: \.isLetter) && text.split(separator: " ").count <= 6
      && !text.contains { $0.isNumber || "|:/@".contains($0) }
  }

  /// Dates and authors in the lines right below the title, as `By Ann Smith` or `7 August 2014` say it in words.
  func lines(below title: Int) -> Lines {
    var lines = Lines()
    var index = tree.end(title)
    var seen = 0
    while index < tree.count, seen < 4 {
      // Blocks that were dropped for their shortness count; those dropped for their names hold blocks.
      guard HTMLTraits.of(tree.tag(index)).contains(.block),
        !tree.inside(index).contains(where: { HTMLTraits.of(tree.tag($0)).contains(.block) })
      else {
        index += 1
        continue
      }
      let block = index
      let line = Array(text(block).utf8)
      index = tree.end(block)
      guard !line.isEmpty else { continue }
      seen += 1
      guard line.count <= 120 || names(inLong: line) != nil else { break }
      if lines.date == nil, let parsed = DateParser.parse(Lexicon.fold(line[...])) {
        lines.date = (block, parsed.date)
      } else if lines.byline == nil, let (authors, date) = DatedByline.parse(line[...]) {
        lines.byline = (block, authors.compactMap(\.name))
        if lines.date == nil, let date { lines.date = (block, date.date) }
      }
    }
    return lines
  }

  /// The authors whom a line names that is too long to do so by chance: with a name at each comma, and nothing else.
  private func names(inLong line: [UInt8]) -> [Author]? {
    guard line.count <= 2_000, let authors = Byline.parse(line[...]), authors.count > 2,
      authors.allSatisfy({ $0.name.map(HTMLFieldFinder.isName) ?? false })
    else { return nil }
    return authors
  }

  private func trimmed(_ name: String) -> String {
    var name = name[...]
    while let last = name.last, last.isWhitespace || last == "," || last == "|" || last == "·" {
      name.removeLast()
    }
    return String(name)
  }

  /// The block that holds a field, where it holds little else: the whole line is metadata then.
  private func block(around index: Int, saying text: String) -> Int? {
    var element = index
    while !HTMLTraits.of(tree.tag(element)).contains(.block) {
      let parent = tree.parent(element)
      guard parent >= 0, self.text(parent).utf8.count <= text.utf8.count + 60 else {
        return element
      }
      element = parent
    }
    return element
  }

  /// A short line that is a date and is named one, or stands in `time`.
  func date() -> (element: Int, date: String)? {
    var sentences = Sentences(self)
    for index in tree.elements.indices where tree.isElement(index) {
      guard content.hints[index].contains(.date) || tree.tag(index) == GUMBO_TAG_TIME else {
        continue
      }
      let line = text(index)
      guard !line.isEmpty, line.utf8.count <= 80, !sentences.hold(index, line) else { continue }
      if let machine = tree.string("datetime", of: index).flatMap({ ISODate.read($0) }) {
        return (index, machine)
      }
      if let parsed = DateParser.parse(Lexicon.fold(Array(line.utf8)[...])) {
        return (index, parsed.date)
      }
    }
    return nil
  }

  /// The elements that are words of a sentence: `It sounds at <time>dawn</time>.`
  private struct Sentences {
    private let finder: HTMLFieldFinder
    /// The block that was looked at last, and the length and last byte of its text, where it holds no other block.
    private var known: (block: Int, text: (count: Int, last: UInt8)?) = (-1, nil)

    init(_ finder: HTMLFieldFinder) { self.finder = finder }

    /// Whether an inline element with a line of text stands within a longer one.
    mutating func hold(_ index: Int, _ line: String) -> Bool {
      let tree = finder.tree
      var block = index
      while block > 0, !HTMLTraits.of(tree.tag(block)).contains(.block) {
        block = tree.parent(block)
      }
      guard block > 0, block != index else { return false }
      if known.block != block { known = (block, text(of: block)) }
      guard let text = known.text else { return false }
      return text.count > line.utf8.count + HTMLFieldFinder.longestAround
        || text.last == UInt8(ascii: ".") && text.count > 2 * line.utf8.count
    }

    private func text(of block: Int) -> (count: Int, last: UInt8)? {
      let tree = finder.tree
      guard !tree.inside(block).contains(where: { HTMLTraits.of(tree.tag($0)).contains(.block) })
      else { return nil }
      let text = tree.plainText(block)
      return text.last.map { (text.count, $0) }
    }
  }

  /// The longest text of a line around its date, in bytes: names, a section, the number of comments.
  private static let longestAround = 120

  /// The first date of a `time` element whose words, if it has any, are none of a sentence.
  func timeElement() -> String? {
    var sentences = Sentences(self)
    for index in tree.elements.indices where tree.tag(index) == GUMBO_TAG_TIME {
      let line = text(index)
      guard line.isEmpty || !sentences.hold(index, line) else { continue }
      if let date = tree.string("datetime", of: index).flatMap({ ISODate.read($0) }) { return date }
    }
    return nil
  }

  /// A block within the content that tells who the author is.
  func aboutAuthor() -> (element: Int, text: String)? {
    for root in content.roots {
      for index in root..<tree.end(root) where content.hints[index].contains(.aboutAuthor) {
        guard content.dropped[index] == nil, HTMLTraits.of(tree.tag(index)).contains(.block) else {
          continue
        }
        let text = text(index)
        if text.utf8.count > 20, text.utf8.count <= 1_200 { return (index, text) }
      }
    }
    return nil
  }

  /// Whether an element is a link to a place in the page that says no more than a note's label.
  private func isNoteLink(_ element: Int) -> Bool {
    tree.tag(element) == GUMBO_TAG_A
      && tree.attribute("href", of: element)?.first == UInt8(ascii: "#")
      && HTMLNoteLabel.parse(tree.plainText(element)) != nil
  }

  /// The words of an element without the notes that it cites.
  ///
  /// - Parameter orRaised: whether all that is raised is the marker of a note, as in a line of names.
  private func textWithoutNotes(_ index: Int, orRaised: Bool = false) -> String {
    let words = tree.plainText(index) { element in
      // A marker is a few nodes; what holds more is not looked through.
      guard tree.inside(element).count <= 8 else { return false }
      return tree.tag(element) == GUMBO_TAG_SUP
        && (orRaised || tree.inside(element).contains(where: isNoteLink))
        || isNoteLink(element)
    }
    return String(decoding: words, as: UTF8.self)
  }

  private func text(_ index: Int) -> String {
    String(decoding: tree.plainText(index), as: UTF8.self)
  }
}
