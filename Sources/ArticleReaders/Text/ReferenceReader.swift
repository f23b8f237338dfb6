import ArticleModel
import Bytes

/// Finds the references to the notes in what is left of the text and links each to its definition.
enum ReferenceReader {
  static func read(
    _ document: inout TextDocument, _ series: [NoteSeries], _ citations: consuming CitationIndex
  ) {
    var index = citations
    let citedAbove =
      series.isEmpty
      ? [] : TitleNotes.take(from: &document, index.references(in: .brackets, document))
    index.removeClaimed(document)
    guard !series.isEmpty else { return readUndefined(&document, index) }
    let definitions = definitionsByLabel(document, count: series.count)
    for (number, part) in series.enumerated() {
      let previous = series[..<number].last { $0.isNumbered && part.isNumbered }
      let start = previous.map { $0.lastLine + 1 } ?? 0
      // Text after the last series still cites it: a poll's caption, an afterword.
      let isLast = !series[(number + 1)...].contains { $0.isNumbered }
      let end = isLast || !part.isNumbered ? document.lines.count : part.firstLine
      var styles = [part.style]
      if part.style != .brackets, !part.style.isByOrder { styles.append(.brackets) }
      for style in styles {
        let found = index.references(in: style, within: start..<max(start, end), document)
        let chosen =
          style.isByOrder ? CitationChain.references(in: found, part.labels)[...] : found
        for reference in chosen { add(reference, definitions[number], part, style, &document) }
      }
    }
    if series.count > 1 {
      document.references.sort { $0.marker.lowerBound < $1.marker.lowerBound }
    }
    for reference in index.references(in: .brackets, document) {
      reportUndefinedName(reference, definitions, &document)
    }
    report(&document, citedAbove)
  }

  private static func definitionsByLabel(_ document: borrowing TextDocument, count: Int)
    -> [NoteLabelMap]
  {
    var found = [NoteLabelMap](repeating: NoteLabelMap(), count: count)
    for (index, definition) in document.definitions.enumerated()
    where found[definition.series][definition.label] == nil {
      found[definition.series][definition.label] = index
    }
    return found
  }

  private static func add(
    _ raw: RawReference, _ definitions: NoteLabelMap, _ series: NoteSeries,
    _ style: CitationStyle,
    _ document: inout TextDocument
  ) {
    let isDefined =
      raw.labels.contains { definitions[$0.label] != nil }
      && raw.labels.allSatisfy { $0.label.number != 0 || definitions[$0.label] != nil }
    guard isDefined || isPlausible(raw, series, document) else {
      return reportUnlinked(raw, series, &document)
    }
    if style == .brackets, raw.form == .parenthesised { return }
    if raw.isDoubtful, raw.form == .superscript { return }
    if raw.form == .bracketed, isEntry(raw, document) { return }
    append(raw, definitions, &document)
  }

  /// Says of a marker in the form of the others that it is left in the text, as no note near its number is defined.
  private static func reportUnlinked(
    _ raw: RawReference, _ series: NoteSeries, _ document: inout TextDocument
  ) {
    guard series.isNumbered, series.style == .brackets, raw.form == .bracketed,
      raw.labels.count == 1,
      let number = raw.labels[0].label.number, number > 0,
      number < 2 * series.labels.count + 10, !followsLetter(raw, document)
    else { return }
    reportLeft("[\(number)]", as: "no note near that number is defined", raw, &document)
  }

  /// Says of `[note 3]`, where other notes are cited by number, that it is left in the text, as no such note is defined.
  private static func reportUndefinedName(
    _ raw: RawReference, _ definitions: [NoteLabelMap], _ document: inout TextDocument
  ) {
    let label = raw.labels[0].label
    guard raw.form == .noteWord, label.number == nil,
      definitions.allSatisfy({ $0[label] == nil })
    else { return }
    let name = String(decoding: label.text, as: UTF8.self)
    reportLeft("[\(name)]", as: "no note of that name is defined", raw, &document)
  }

  private static func reportLeft(
    _ marker: String, as reason: String, _ raw: RawReference, _ document: inout TextDocument
  ) {
    document.diagnostics.append(
      Diagnostic(
        .referenceDoubtful, .info, "\(marker) was not taken for a reference, as \(reason)",
        at: raw.range.lowerBound))
  }

  /// Whether a marker is glued to a name: `a[3]` is code.
  private static func followsLetter(_ raw: RawReference, _ document: borrowing TextDocument) -> Bool
  {
    let before = raw.range.lowerBound - 1
    return before >= 0 && ASCII.isLetter(document.source[before])
  }

  /// Whether a marker begins the entry of another list of works: `[1] Harbour book, 1790.`
  private static func isEntry(_ raw: RawReference, _ document: borrowing TextDocument) -> Bool {
    let content = document.lines[raw.line].content
    let body = ListMarker.parse(document.source.span, content)?.body ?? content.lowerBound
    guard raw.range.lowerBound == body, let block = document.block(at: raw.line),
      block.kind == .paragraph || block.kind == .item, block.lines.lowerBound == raw.line
    else { return false }
    return BibliographicSigns.hold(document.source, raw.range.upperBound..<content.upperBound)
  }

  /// Adds a reference for each label that is written out; those that a range only implies (`[3–5]`) go with its end.
  private static func append(
    _ raw: RawReference, _ definitions: NoteLabelMap, _ document: inout TextDocument
  ) {
    var implied = impliedBetween(raw, definitions, document)
    for (position, (label, offset)) in raw.labels.enumerated() {
      if position + 1 < raw.labels.count, raw.labels[position + 1].offset == offset {
        if let definition = definitions[label] { implied.append(definition) }
        continue
      }
      document.references.append(
        FoundReference(
          label: label, marker: marker(raw, position), block: Int(document.owner[raw.line]),
          definition: definitions[label] ?? -1, implied: implied,
          isDoubtful: raw.certainty == .unlikely))
      implied = []
    }
  }

  /// The definitions that a dash between two markers implies: note 4 in `[3]–[5]`.
  private static func impliedBetween(
    _ raw: RawReference, _ definitions: NoteLabelMap, _ document: borrowing TextDocument
  ) -> [Int] {
    guard let last = document.references.last, let from = last.label.number,
      let to = raw.labels[0].label.number,
      to > from + 1, to - from <= 40, last.marker.upperBound < raw.range.lowerBound,
      isDash(document.source.span, last.marker.upperBound..<raw.range.lowerBound)
    else { return [] }
    return (from + 1..<to).compactMap { definitions[NoteLabel(number: $0)] }
  }

  /// Whether there is nothing but a dash and white space: `-`, `–`, `—`.
  private static func isDash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let dash = bytes.trimmed(range)
    guard dash.count == 3 else {
      return dash.count == 1 && bytes[dash.lowerBound] == UInt8(ascii: "-")
    }
    return bytes[dash.lowerBound] == 0xE2 && bytes[dash.lowerBound + 1] == 0x80
      && (bytes[dash.lowerBound + 2] == 0x93 || bytes[dash.lowerBound + 2] == 0x94)
  }

  /// The bytes of one label of a marker: the first takes the opening bracket, the last the closing one.
  private static func marker(_ raw: RawReference, _ position: Int) -> Range<Int> {
    let start = raw.labels[position].offset
    let next = raw.labels[(position + 1)...].first { $0.offset > start }?.offset
    return start..<(next ?? raw.range.upperBound)
  }

  /// Whether a number without a definition may be a note that got lost: it lies within the series.
  private static func isPlausible(
    _ raw: RawReference, _ series: NoteSeries, _ document: borrowing TextDocument
  ) -> Bool {
    guard raw.form == .bracketed || raw.form == .caret, let number = raw.labels[0].label.number,
      raw.labels.count == 1, !followsLetter(raw, document), let highest = series.labels.highest
    else { return false }
    return number >= 1 && number <= highest + 1 && series.labels.numberCount > 1
  }

  // MARK: Without definitions

  /// A text whose notes the extractor dropped: a rising series of bracketed numbers is still one of references.
  private static func readUndefined(_ document: inout TextDocument, _ citations: CitationIndex) {
    var index = citations
    var expected = 1
    var chain: [RawReference] = []
    for reference in index.references(in: .brackets, document)
    where reference.form == .bracketed || reference.form == .caret {
      guard let number = reference.labels[0].label.number, number <= expected + 1, number >= 1
      else { continue }
      chain.append(reference)
      expected = max(expected, (reference.labels.last?.label.number ?? number) + 1)
    }
    guard expected > 2, let first = chain.first else { return }
    for raw in chain { append(raw, NoteLabelMap(), &document) }
    document.diagnostics.append(
      Diagnostic(
        .footnoteUndefined, .warning, "the text cites \(expected - 1) notes and defines none",
        at: first.range.lowerBound))
  }

  // MARK: What does not fit

  /// Whether the notes before and after a note are cited too: the order of the numbers then vouches for a reference
  /// of which nothing else is known.
  private static func areNeighboursCited(
    _ definition: Int, _ isCited: [Bool], _ document: borrowing TextDocument
  ) -> Bool {
    let series = document.definitions[definition].series
    return [definition - 1, definition + 1].allSatisfy { neighbour in
      !isCited.indices.contains(neighbour) || isCited[neighbour]
        || document.definitions[neighbour].series != series
    }
  }

  /// - Parameter citedAbove: the definitions that the lines of the metadata cite.
  private static func report(_ document: inout TextDocument, _ citedAbove: Set<Int>) {
    var isCited = document.definitions.indices.map { citedAbove.contains($0) }
    for reference in document.references where reference.definition >= 0 {
      isCited[reference.definition] = true
      for definition in reference.implied { isCited[definition] = true }
    }
    for reference in document.references {
      var label: String { String(decoding: reference.label.text, as: UTF8.self) }
      if reference.definition < 0 {
        document.diagnostics.append(
          Diagnostic(
            .footnoteUndefined, .warning, "footnote \(label) is cited and not defined",
            at: reference.marker.lowerBound))
      } else if reference.isDoubtful, !areNeighboursCited(reference.definition, isCited, document) {
        document.diagnostics.append(
          Diagnostic(
            .referenceDoubtful, .info,
            "\(label) was taken for a reference, but the notes beside it are not both cited",
            at: reference.marker.lowerBound))
      }
    }
    var previous: [Int: Int] = [:]
    for (index, definition) in document.definitions.enumerated() {
      let place = document.lines[document.blocks[definition.block].lines.lowerBound].content
        .lowerBound
      var label: String { String(decoding: definition.label.text, as: UTF8.self) }
      if !isCited[index] {
        document.diagnostics.append(
          Diagnostic(
            .footnoteUnreferenced, .info, "footnote \(label) is defined and not cited", at: place))
      }
      guard let number = definition.label.number else { continue }
      if let last = previous[definition.series], number <= last {
        let code: DiagnosticCode = number == last ? .footnoteDuplicate : .footnoteOutOfOrder
        document.diagnostics.append(
          Diagnostic(code, .warning, "footnote \(label) follows footnote \(last)", at: place))
      }
      previous[definition.series] = number
    }
  }
}
