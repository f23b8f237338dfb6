import ArticleModel

/// Finds definitions whose numbers the extractor lost: a list at the end, as long as the highest number cited.
enum LostNumberReader {
  struct Found {
    var run: DefinitionRun
    var style: CitationStyle
    /// How many of the labels are cited.
    var cited: Int
  }

  /// - Parameters:
  ///   - isHeaded: whether only lists under a heading for notes are looked at.
  ///   - taken: the labels that are defined elsewhere.
  static func read(
    _ document: borrowing TextDocument, _ citations: inout CitationIndex, onlyHeaded isHeaded: Bool,
    taken: NoteLabelSet = NoteLabelSet()
  ) -> Found? {
    for list in candidates(document) where list.isHeaded || !isHeaded {
      for style in [CitationStyle.brackets, .raised, .glued, .spaced] {
        if let found = run(document, list, style, taken: taken, &citations) { return found }
      }
    }
    return nil
  }

  private struct List {
    var lines: [Int]
    var form: NoteForm
    var isHeaded: Bool

    /// The list with labels in its order.
    func run(_ document: borrowing TextDocument, _ labels: some Sequence<NoteLabel>)
      -> DefinitionRun
    {
      var entries: [DefinitionRun.Entry] = []
      for (line, label) in zip(lines, labels) {
        let start = document.lines[line].content.lowerBound
        let body = form == .none ? start : document.listMarker(line)?.body ?? start
        entries.append(DefinitionRun.Entry(line: line, label: label, body: body))
      }
      return DefinitionRun(form: form, entries: entries)
    }
  }

  /// The lists under headings for notes, counted from 1.
  static func headedLists(_ document: borrowing TextDocument) -> [DefinitionRun] {
    var runs: [DefinitionRun] = []
    for list in bulletLists(document) + plainSections(document) where list.isHeaded {
      runs.append(list.run(document, (1...list.lines.count).lazy.map { NoteLabel(number: $0) }))
    }
    return runs
  }

  /// Lists under a heading for notes, then the last list of the text.
  private static func candidates(_ document: borrowing TextDocument) -> [List] {
    let lists = bulletLists(document)
    let headed = lists.filter(\.isHeaded)
    let heading = document.lines.indices.last {
      document.isFree($0) && document.isNoteHeading($0)
    }
    let plain = heading.flatMap { plainSection(document, under: $0) }
    return (plain.map { [$0] } ?? []) + headed.reversed()
      + (lists.last.map { [$0] } ?? [])
  }

  private static func bulletLists(_ document: borrowing TextDocument) -> [List] {
    var lists: [List] = []
    var line = 0
    while line < document.lines.count {
      guard document.isFree(line), isBullet(document, line) else {
        line += 1
        continue
      }
      var items: [Int] = []
      var next: Int? = line
      while let item = next, document.isFree(item), isBullet(document, item) {
        items.append(item)
        next = document.nextContent(after: item)
      }
      lists.append(
        List(
          lines: items, form: .bullet,
          isHeaded: DefinitionReader.isUnderNoteHeading(document, items[0])))
      line = items[items.count - 1] + 1
    }
    return lists
  }

  /// The lines under each heading for notes, where they have neither labels nor bullets.
  private static func plainSections(_ document: borrowing TextDocument) -> [List] {
    var sections: [List] = []
    for line in document.lines.indices where document.isFree(line) && document.isNoteHeading(line) {
      if let section = plainSection(document, under: line) { sections.append(section) }
    }
    return sections
  }

  private static func plainSection(
    _ document: borrowing TextDocument, under heading: Int
  ) -> List? {
    var items: [Int] = []
    var next = document.nextContent(after: heading)
    while let line = next, document.isFree(line), !isBullet(document, line),
      !document.isNoteHeading(line), document.phrase(line)?.meaning.contains(.heading) != true
    {
      let content = document.lines[line].content
      // Entries that have labels did not lose them.
      if NoteLabelParser.definition(document.source.span, content) != nil { return nil }
      items.append(line)
      next = document.nextContent(after: line)
    }
    return items.count > 1 ? List(lines: items, form: .none, isHeaded: true) : nil
  }

  private static func isBullet(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    document.listMarker(line)?.isOrdered == false
  }

  private static func run(
    _ document: borrowing TextDocument, _ list: List, _ style: CitationStyle,
    taken: NoteLabelSet, _ citations: inout CitationIndex
  ) -> Found? {
    let count = list.lines.count
    let numbers = numbersCited(document, style, before: list.lines[0], &citations)
    // Notes are counted from 0 now and then; and what is defined elsewhere is not counted again.
    var next =
      style == .brackets && numbers.contains(number: 0) && !numbers.contains(number: count) ? 0 : 1
    var labels: [NoteLabel] = []
    while labels.count < count {
      let label = NoteLabel(number: next)
      if !taken.contains(label) { labels.append(label) }
      next += 1
    }
    let isCounted = fits(numbers, labels, isHeaded: list.isHeaded && taken.isEmpty)
    let cited = citations.cited(NoteLabelSet(labels), in: style, before: list.lines[0], document)
    guard isCounted, cited >= 1, cited * 2 >= count,
      list.isHeaded || style == .brackets || cited >= 2
    else { return nil }
    return Found(run: list.run(document, labels), style: style, cited: cited)
  }

  /// Whether the series of numbers that the text cites ends where the list does; under a heading for notes the list
  /// may be longer, and a few numbers above it may be an interval or an index.
  private static func fits(_ numbers: NoteLabelSet, _ labels: [NoteLabel], isHeaded: Bool) -> Bool {
    let last = labels[labels.count - 1].number ?? 0
    var highest = 0
    // One number may be cited only where the extractor dropped it.
    while numbers.contains(number: highest + 1) || numbers.contains(number: highest + 2) {
      highest += 1
    }
    guard isHeaded else { return highest == last }
    return highest <= last
      || (last + 1...highest).count { numbers.contains(number: $0) } * 8 <= last
  }

  /// The numbers that are cited before a line.
  private static func numbersCited(
    _ document: borrowing TextDocument, _ style: CitationStyle, before line: Int,
    _ citations: inout CitationIndex
  ) -> NoteLabelSet {
    let before = citations.references(in: style, within: 0..<line, document)
    if style.isByOrder {
      return CitationChain.accepted(before, NoteLabelSet(numbers: 1...200)).labels
    }
    return NoteLabelSet(before.lazy.flatMap(\.labels).map(\.label))
  }
}
