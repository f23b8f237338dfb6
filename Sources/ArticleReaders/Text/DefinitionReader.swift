import ArticleModel

/// Finds the definitions of the notes and, with them, which references are references.
///
/// A list that begins with `1.` may be notes or any other list. What decides is the rest of the text: whether the
/// numbers are cited before it, in a form that goes with it, or whether a heading such as *Notes* stands above. Runs are
/// judged from the last to the first, as notes stand at the end of what they belong to.
struct DefinitionReader {
  private var citations: CitationIndex
  /// The runs that are believed, from the last to the first while runs are judged.
  private var accepted: [Accepted] = []

  /// A run that is believed.
  private struct Accepted {
    var run: DefinitionRun
    /// The form in which the run is cited.
    var style: CitationStyle
    /// How many of its labels are cited.
    var cited: Int
    /// Whether the run and the one below it are parts of one series, as notes under two headings may be.
    var continuesBelow = false
  }

  /// Claims the definitions. Returns their series, and where the text may cite notes.
  static func read(_ document: inout TextDocument) -> ([NoteSeries], CitationIndex) {
    var reader = DefinitionReader(citations: CitationIndex(document))
    var runs = DefinitionRuns.collect(document)
    var series: [NoteSeries] = []
    // These are claimed first: what they take is no part of a numbered series.
    let named = NamedSeries.read(document, &reader.citations, runs)
    if !named.isEmpty {
      let accepted = named.map { Accepted(run: $0, style: .brackets, cited: $0.entries.count) }
      reader.claim(accepted, &series, &document)
      runs.removeAll { !document.isFree($0.firstLine) }
    }
    var limit = document.lines.count
    let nested = document.layout.isWrapped ? DefinitionRuns.nested(runs) : []
    for (index, run) in runs.enumerated().reversed()
    where run.lastLine < limit && !nested.contains(index) {
      if let judged = reader.judge(run, document) {
        reader.accepted.append(judged)
        limit = run.firstLine
      }
    }
    reader.accepted.reverse()
    if !document.hasMarkup { reader.addLostNumbers(document) }
    reader.claim(reader.accepted, &series, &document)
    if !named.isEmpty { document.sortDefinitions() }
    return (series, reader.citations)
  }

  /// Looks for a list whose numbers were lost, where no numbered lines are notes or far fewer of them are cited.
  private mutating func addLostNumbers(_ document: borrowing TextDocument) {
    let numbered = accepted.filter(\.run.isNumbered)
    let cited = numbered.reduce(0) { $0 + $1.cited }
    let labels = numbered.reduce(into: NoteLabelSet()) { $0.formUnion($1.run.labels) }
    // A note that was written out by hand keeps its number: the list goes on around it.
    if let last = accepted.last, numbered.count == 1, last.run.isNumbered,
      let lost = LostNumberReader.read(document, &citations, onlyHeaded: true, taken: labels),
      lost.cited > cited, lost.run.firstLine > last.run.lastLine
    {
      accepted[accepted.count - 1].continuesBelow = true
      accepted.append(Accepted(run: lost.run, style: lost.style, cited: lost.cited))
      return
    }
    let lost = LostNumberReader.read(document, &citations, onlyHeaded: !numbered.isEmpty)
    guard let lost, lost.cited > 2 * cited else { return }
    accepted.removeAll(where: \.run.isNumbered)
    accepted.append(Accepted(run: lost.run, style: lost.style, cited: lost.cited))
    accepted.sort { $0.run.firstLine < $1.run.firstLine }
  }

  private init(citations: CitationIndex) {
    self.citations = citations
  }

  // MARK: Judging a run

  /// The run with the form in which its notes are cited, or `nil` where it is no series of notes.
  private mutating func judge(_ run: DefinitionRun, _ document: borrowing TextDocument) -> Accepted?
  {
    let isHeaded = DefinitionReader.isUnderNoteHeading(document, run.firstLine)
    let labels = run.labels
    let above = document.previousContent(before: run.firstLine)
    if let above, document.phrase(above)?.meaning.contains(.contents) == true { return nil }
    if run.form == .sign, citations.count(of: labels) > 3 * labels.count { return nil }
    var best: (style: CitationStyle, count: Int)?
    // A surer form is left only for one that explains far more of the labels.
    let losesNothing = document.hasMarkup || run.entries[0].isOpen
    for style in CitationStyle.candidates(for: run.form, isHeaded: isHeaded)
    where (best?.count ?? 0) * 2 < labels.count && !(losesNothing && style.isByOrder) {
      let cited = citations.cited(labels, in: style, before: run.firstLine, document)
      if cited > (best?.count ?? 0) * 2 { best = (style, cited) }
    }
    let count = best?.count ?? 0
    if !isHeaded, count < labels.count,
      above.map({ DefinitionReader.introducesList(document, $0, run) }) ?? false
    {
      return nil
    }
    // A list that nothing cites is a list, where lists are known.
    if document.hasMarkup, count == 0 { return nil }
    let below = accepted.last { $0.run.isNumbered }
    guard let below, run.isNumbered, run.form != .caret else {
      let isBelieved =
        isSeries(run, cited: count, style: best?.style, isHeaded: isHeaded, document)
        || below == nil && isBibliography(run, document)
      return isBelieved ? Accepted(run: run, style: best?.style ?? .brackets, cited: count) : nil
    }
    // Above a series that was found already stands another only if its numbers start again below it.
    let isBelieved = isSeries(run, cited: count, style: best?.style, isHeaded: isHeaded, document)
    if isBelieved, let style = best?.style, restarts(run, style, below.run, document) {
      return Accepted(run: run, style: style, cited: count)
    }
    let isPart = isHeaded && run.form == below.run.form && labels.isDisjoint(with: below.run.labels)
    return isPart ? Accepted(run: run, style: below.style, cited: count, continuesBelow: true) : nil
  }

  /// Whether the first note that is cited between a run and the series below it is number 1 again.
  private mutating func restarts(
    _ run: DefinitionRun, _ style: CitationStyle, _ below: DefinitionRun,
    _ document: borrowing TextDocument
  ) -> Bool {
    guard run.entries[0].label.number == 1, below.entries[0].label.number == 1 else { return false }
    let between = run.lastLine + 1..<max(run.lastLine + 1, below.firstLine)
    let first = citations.references(in: style, within: between, document)
      .first { $0.labels[0].label.number != nil }
    return first?.labels[0].label.number == 1
  }

  /// Whether a numbered list that nothing follows reads as a list of works: most entries give a year or an address.
  private func isBibliography(_ run: DefinitionRun, _ document: borrowing TextDocument) -> Bool {
    guard run.entries.count >= 3, run.entries[0].label.number == 1, run.form != .sign else {
      return false
    }
    var next = document.nextContent(after: paragraphEnd(document, from: run.lastLine) - 1)
    while let line = next, let block = document.block(at: line),
      block.kind == .boilerplate || block.kind == .poll
    {
      next = document.nextContent(after: block.lines.upperBound - 1)
    }
    guard next == nil else { return false }
    let works = run.entries.count { entry in
      // Where lines are wrapped, the year stands in the second or third line more often than in the first.
      let end = paragraphEnd(document, from: entry.line)
      return BibliographicSigns.hold(document.source, document.span(of: entry.line..<end))
    }
    return works * 3 >= run.entries.count * 2
  }

  /// The line after the paragraph of a work, which takes a few lines where lines are wrapped.
  private func paragraphEnd(_ document: borrowing TextDocument, from line: Int) -> Int {
    var end = line + 1
    while document.layout.isWrapped, end < document.lines.count, document.isFree(end),
      end - line < 8
    { end += 1 }
    return end
  }

  private func isSeries(
    _ run: DefinitionRun, cited: Int, style: CitationStyle?, isHeaded: Bool,
    _ document: borrowing TextDocument
  ) -> Bool {
    let count = run.labels.count
    switch run.form {
    case .caret, .noteWord: return cited >= 1 || isHeaded
    case .bracketed, .superscript:
      return cited >= 1 || isHeaded || count >= 4 && run.entries[0].label.number == 1
    // A list whose bullets are asterisks repeats one sign.
    case .sign:
      return cited >= 1 && count == run.entries.count
        && run.entries.allSatisfy { document.lines[$0.line].content.upperBound - $0.body >= 12 }
    case .dotted, .parenthesised, .halfParenthesised, .bare:
      if isHeaded { return cited >= 1 || count >= 3 && run.form != .bare }
      // Where lists are known, one may stand anywhere, and most are no notes.
      let isCited = document.hasMarkup ? cited * 4 >= count * 3 : cited * 2 >= count
      return isCited && cited >= 1
        && (count > 1 || style?.isByOrder == false || run.form != .bare)
    case .bullet, .none: return false
    }
  }

  /// Whether a line that ends with a colon announces a numbered list, behind which the text goes on.
  private static func introducesList(
    _ document: borrowing TextDocument, _ line: Int, _ run: DefinitionRun
  ) -> Bool {
    guard run.form == .dotted || run.form == .halfParenthesised,
      document.source[document.lines[line].content].last == UInt8(ascii: ":")
    else { return false }
    var below = run.lastLine
    for _ in 0..<linesToProse {
      guard let next = document.nextContent(after: below), document.isFree(next),
        !document.isNoteHeading(next)
      else { return false }
      if document.lines[next].count >= shortestProse { return true }
      below = next
    }
    return false
  }

  /// Within how many lines below a list running text is looked for: a heading may stand between.
  private static let linesToProse = 3
  /// The shortest line that is taken for running text, in bytes.
  private static let shortestProse = 80

  static func isUnderNoteHeading(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    guard let above = document.previousContent(before: line) else { return false }
    if isRule(document, above), let heading = document.previousContent(before: above) {
      return document.isNoteHeading(heading)
    }
    return document.isNoteHeading(above)
  }

  private static func isRule(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let content = document.lines[line].content
    return content.count >= 3
      && document.source[content].allSatisfy {
        $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "_")
      }
  }

  // MARK: Claiming lines

  private mutating func claim(
    _ accepted: [Accepted], _ series: inout [NoteSeries], _ document: inout TextDocument
  ) {
    var continues = false
    for (run, style, continuesBelow) in accepted.map({ ($0.run, $0.style, $0.continuesBelow) }) {
      if continues {
        series[series.count - 1].labels.formUnion(run.labels)
        series[series.count - 1].style = style
        series[series.count - 1].lastLine = run.lastLine
      } else {
        series.append(
          NoteSeries(
            style: style, labels: run.labels, firstLine: run.firstLine, lastLine: run.lastLine))
      }
      continues = continuesBelow
      let labels = run.labels
      // A line that a run of another form took already (`* a` is a sign or a bullet) is taken once.
      for (position, entry) in run.entries.enumerated() where document.isFree(entry.line) {
        let next = position + 1 < run.entries.count ? run.entries[position + 1].line : nil
        // What another run took ends it in either case.
        let end = min(
          textStart(document, entry, labels, style, next: next) ?? .max,
          DefinitionReader.definitionEnd(document, entry, next: next))
        DefinitionReader.claim(
          entry, through: end, form: run.form, series: series.count - 1, &document)
      }
    }
  }

  /// Where the text goes on behind a definition, as where notes stand below the paragraphs that cite them: at the end of the
  /// definition's own paragraph, if something up to the next one cites a later note.
  private mutating func textStart(
    _ document: borrowing TextDocument, _ entry: DefinitionRun.Entry, _ labels: NoteLabelSet,
    _ style: CitationStyle, next: Int?
  ) -> Int? {
    guard let next, !style.isByOrder, let number = entry.label.number else { return nil }
    let rest = entry.bodyLine + 1..<max(next, entry.bodyLine + 1)
    guard let blank = rest.first(where: { document.lines[$0].isBlank }) else { return nil }
    let inGap = citations.references(in: style, within: blank..<next, document)
    let citesLater = inGap.contains { reference in
      let label = reference.labels[0].label
      return labels.contains(label) && label.number.map { $0 > number } ?? false
        // A note may name one that the text has cited before.
        && citations.cited(NoteLabelSet([label]), in: style, before: blank, document) == 0
    }
    return citesLater ? blank : nil
  }

  /// Where a definition ends: at the next one, or, for the last, at the end of its paragraph.
  private static func definitionEnd(
    _ document: borrowing TextDocument, _ entry: DefinitionRun.Entry, next: Int?
  ) -> Int {
    var end = entry.bodyLine + 1
    if entry.isOpen, let closing = closingLine(document, entry, before: next) { return closing + 1 }
    if let next {
      for line in end..<max(end, next) where !document.lines[line].isBlank {
        if !document.isFree(line) || document.isNoteHeading(line) { break }
        end = line + 1
      }
      return end
    }
    let indent = document.lines[entry.line].indent
    while end < document.lines.count, document.isFree(end) {
      let isHanging = document.lines[end].indent > indent
      if !isHanging && !document.layout.isWrapped { break }
      if NoteLabelParser.definition(document.source.span, document.lines[end].content) != nil,
        !isHanging
      {
        break
      }
      end += 1
    }
    return end
  }

  /// The line that ends with the bracket which closes behind a note, if it comes before the next one.
  private static func closingLine(
    _ document: borrowing TextDocument, _ entry: DefinitionRun.Entry, before next: Int?
  ) -> Int? {
    let end = min(next ?? document.lines.count, entry.line + mostLines)
    var depth = 0
    for line in entry.line..<max(entry.line, end) where !document.lines[line].isBlank {
      guard document.isFree(line) else { return nil }
      for byte in document.source[document.lines[line].content] {
        if byte == UInt8(ascii: "[") { depth += 1 } else if byte == UInt8(ascii: "]") { depth -= 1 }
      }
      if depth <= 0 { return line }
    }
    return nil
  }

  /// The longest note in brackets, in lines.
  private static let mostLines = 200

  private static func claim(
    _ entry: DefinitionRun.Entry, through end: Int, form: NoteForm, series: Int,
    _ document: inout TextDocument
  ) {
    let reason: Reason = form == .none || form == .bullet ? .referencesSection : .definitionLabel
    let block = document.claim(entry.line..<end, .footnote, reason)
    let span = document.span(of: entry.line..<end)
    let isClosed = entry.isOpen && document.source[span].last == UInt8(ascii: "]")
    let bodyEnd = max(entry.body, isClosed ? span.upperBound - 1 : span.upperBound)
    let text = document.source.span.trimmed(entry.body..<bodyEnd)
    let body = BackLinks.skipped(document.source, BackLinks.cut(document.source, text))
    document.blocks[block].payload = document.definitions.count
    document.blocks[block].body = body
    document.definitions.append(
      NoteDefinition(label: entry.label, block: block, body: body, series: series))
    var paragraphs = 0
    let rest = entry.bodyLine + 1..<max(end, entry.bodyLine + 1)
    for line in rest where !document.lines[line].isBlank { paragraphs += 1 }
    if paragraphs > 0, !document.layout.isWrapped, !entry.isOpen {
      document.diagnostics.append(
        Diagnostic(
          .footnoteContinued, .info,
          "\(paragraphs == 1 ? "a line" : "\(paragraphs) lines") without a label joined to footnote \(String(decoding: entry.label.text, as: UTF8.self))",
          at: document.lines[rest].first { !$0.isBlank }!.content.lowerBound))
    }
  }
}

/// A series of notes that the text defines, and how the text cites it.
struct NoteSeries {
  var style: CitationStyle
  var labels: NoteLabelSet
  var firstLine: Int
  var lastLine: Int

  /// Whether its labels are numbers; signs and names stand beside a numbered series without ending it.
  var isNumbered: Bool { labels.numberCount > 0 }
}
