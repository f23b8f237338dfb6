import ArticleModel

/// Finds definitions whose numbers the extractor lost: a list at the end, as long as the highest number cited.
enum LostNumberReader {
  static func read(_ document: borrowing TextDocument, _ index: CitationIndex) -> (
    DefinitionRun, CitationStyle
  )? {
    var citations = index
    for list in candidates(document) {
      for style in [CitationStyle.brackets, .glued, .spaced] {
        if let run = run(document, list, style, &citations) { return (run, style) }
      }
    }
    return nil
  }

  private struct List {
    var lines: [Int]
    var form: NoteForm
    var isHeaded: Bool
  }

  /// Lists under a heading for notes, then the last list of the text.
  private static func candidates(_ document: borrowing TextDocument) -> [List] {
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
    let headed = lists.filter(\.isHeaded)
    return (plainSection(document).map { [$0] } ?? []) + headed.reversed()
      + (lists.last.map { [$0] } ?? [])
  }

  /// The lines under the last heading for notes, where they have neither labels nor bullets.
  private static func plainSection(_ document: borrowing TextDocument) -> List? {
    let heading = document.lines.indices.last {
      document.isFree($0) && document.isNoteHeading($0)
    }
    guard let heading else { return nil }
    var items: [Int] = []
    var next = document.nextContent(after: heading)
    while let line = next, document.isFree(line), !isBullet(document, line) {
      items.append(line)
      next = document.nextContent(after: line)
    }
    return items.count > 1 ? List(lines: items, form: .none, isHeaded: true) : nil
  }

  private static func isBullet(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    ListMarker.parse(document.source.span, document.lines[line].content)?.isOrdered == false
  }

  private static func run(
    _ document: borrowing TextDocument, _ list: List, _ style: CitationStyle,
    _ citations: inout CitationIndex
  ) -> DefinitionRun? {
    let labels = Set((1...list.lines.count).map { NoteLabel(number: $0) })
    let highest = highestCited(document, style, before: list.lines[0], &citations)
    let cited = citations.cited(labels, in: style, before: list.lines[0], document)
    let fits = list.isHeaded ? highest <= list.lines.count : highest == list.lines.count
    guard fits, cited >= 1, cited * 2 >= list.lines.count,
      list.isHeaded || style == .brackets || cited >= 2
    else { return nil }
    let entries = list.lines.enumerated().map { number, line in
      let content = document.lines[line].content
      let body = ListMarker.parse(document.source.span, content)?.body ?? content.lowerBound
      return DefinitionRun.Entry(
        line: line, label: NoteLabel(number: number + 1),
        body: list.form == .none ? content.lowerBound : body)
    }
    return DefinitionRun(form: list.form, entries: entries)
  }

  /// The highest number that is cited in an unbroken series from 1.
  private static func highestCited(
    _ document: borrowing TextDocument, _ style: CitationStyle, before line: Int,
    _ citations: inout CitationIndex
  ) -> Int {
    let all = citations.references(in: style, document)
    var numbers: Set<Int> = []
    if style.isByOrder {
      let labels = Set((1...200).map { NoteLabel(number: $0) })
      numbers = Set(CitationChain.accepted(all, labels, 0..<line).labels.compactMap(\.number))
    } else {
      for (at, references) in all where at < line {
        for reference in references {
          numbers.formUnion(reference.labels.compactMap(\.label.number))
        }
      }
    }
    var highest = 0
    // One number may be cited only where the extractor dropped it.
    while numbers.contains(highest + 1) || numbers.contains(highest + 2) { highest += 1 }
    return highest
  }
}
