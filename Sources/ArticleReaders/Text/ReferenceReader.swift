import ArticleModel

/// Finds the references to the notes in what is left of the text and links each to its definition.
enum ReferenceReader {
  static func read(_ document: inout TextDocument, _ series: [NoteSeries]) {
    guard !series.isEmpty else { return readUndefined(&document) }
    var index = CitationIndex(document)
    let definitions = definitionsByLabel(document, count: series.count)
    for (number, part) in series.enumerated() {
      let start = number == 0 ? 0 : series[number - 1].lastLine + 1
      // Text after the last series still cites it: a poll's caption, an afterword.
      let end = number == series.count - 1 ? document.lines.count : part.firstLine
      var styles = [part.style]
      if part.style != .brackets, !part.style.isByOrder { styles.append(.brackets) }
      for style in styles {
        let found = index.references(in: style, document)
        let chosen = choose(found, style, part, start..<end)
        for line in chosen.keys.sorted() {
          for reference in chosen[line]! {
            add(reference, line, definitions[number], part, style, &document)
          }
        }
      }
    }
    report(&document, series)
  }

  private static func definitionsByLabel(_ document: borrowing TextDocument, count: Int) -> [[NoteLabel: Int]] {
    var found = [[NoteLabel: Int]](repeating: [:], count: count)
    for (index, definition) in document.definitions.enumerated() where found[definition.series][definition.label] == nil {
      found[definition.series][definition.label] = index
    }
    return found
  }

  private static func choose(
    _ found: [Int: [RawReference]], _ style: CitationStyle, _ series: NoteSeries, _ lines: Range<Int>
  ) -> [Int: [RawReference]] {
    var chosen = found.filter { lines.contains($0.key) }
    if style.isByOrder {
      let accepted = CitationChain.accepted(chosen, series.labels, lines, [])
      chosen = chosen.mapValues { $0.filter { accepted.offsets.contains($0.range.lowerBound) } }
    }
    return chosen.filter { !$0.value.isEmpty }
  }

  private static func add(
    _ raw: RawReference, _ line: Int, _ definitions: [NoteLabel: Int], _ series: NoteSeries, _ style: CitationStyle,
    _ document: inout TextDocument
  ) {
    let isDefined = raw.labels.contains { definitions[$0.label] != nil }
    guard isDefined || isPlausible(raw, series, document) else { return }
    if style == .brackets, raw.form == .parenthesised { return }
    if raw.isDoubtful, raw.form == .superscript { return }
    for (position, (label, _)) in raw.labels.enumerated() {
      document.references.append(
        FoundReference(
          label: label, marker: marker(raw, position), block: Int(document.owner[line]),
          definition: definitions[label] ?? -1))
    }
  }

  /// The bytes of one label of a marker: the first takes the opening bracket, the last the closing one.
  private static func marker(_ raw: RawReference, _ position: Int) -> Range<Int> {
    let start = raw.labels[position].offset
    let next = raw.labels[(position + 1)...].first { $0.offset > start }?.offset
    return start..<(next ?? raw.range.upperBound)
  }

  /// Whether a number without a definition may be a note that got lost: it lies within the series.
  private static func isPlausible(_ raw: RawReference, _ series: NoteSeries, _ document: borrowing TextDocument) -> Bool {
    let numbers = series.labels.compactMap(\.number)
    guard raw.form == .bracketed || raw.form == .caret, let number = raw.labels[0].label.number, let highest = numbers.max(),
      raw.labels.count == 1
    else { return false }
    let before = raw.range.lowerBound - 1
    if before >= 0, document.source[before] | 0x20 >= UInt8(ascii: "a"), document.source[before] | 0x20 <= UInt8(ascii: "z") {
      return false  // `a[3]` is code
    }
    return number >= 1 && number <= highest + 1 && numbers.count > 1
  }

  // MARK: Without definitions

  /// A text whose notes the extractor dropped: a rising series of bracketed numbers is still one of references.
  private static func readUndefined(_ document: inout TextDocument) {
    var index = CitationIndex(document)
    let found = index.references(in: .brackets, document).mapValues { references in
      references.filter { ($0.form == .bracketed || $0.form == .caret) && $0.labels[0].label.number != nil }
    }
    var expected = 1
    var chain: [(Int, RawReference)] = []
    for line in found.keys.sorted() {
      for reference in found[line]! {
        guard let number = reference.labels[0].label.number, number <= expected + 1, number >= 1 else { continue }
        chain.append((line, reference))
        expected = max(expected, (reference.labels.last?.label.number ?? number) + 1)
      }
    }
    guard expected > 2, let first = chain.first else { return }
    for (line, raw) in chain {
      for (position, (label, _)) in raw.labels.enumerated() {
        document.references.append(
          FoundReference(label: label, marker: marker(raw, position), block: Int(document.owner[line]), definition: -1))
      }
    }
    document.diagnostics.append(
      Diagnostic(
        .footnoteUndefined, .warning, "the text cites \(expected - 1) notes and defines none",
        at: first.1.range.lowerBound))
  }

  // MARK: What does not fit

  private static func report(_ document: inout TextDocument, _ series: [NoteSeries]) {
    var cited: Set<Int> = []
    for reference in document.references {
      if reference.definition >= 0 {
        cited.insert(reference.definition)
      } else {
        document.diagnostics.append(
          Diagnostic(
            .footnoteUndefined, .warning, "footnote \(String(decoding: reference.label.text, as: UTF8.self)) is cited and not defined",
            at: reference.marker.lowerBound))
      }
    }
    var previous: [Int: Int] = [:]
    for (index, definition) in document.definitions.enumerated() {
      let place = document.lines[document.blocks[definition.block].lines.lowerBound].content.lowerBound
      let label = String(decoding: definition.label.text, as: UTF8.self)
      if !cited.contains(index) {
        document.diagnostics.append(Diagnostic(.footnoteUnreferenced, .info, "footnote \(label) is defined and not cited", at: place))
      }
      guard let number = definition.label.number else { continue }
      if let last = previous[definition.series], number <= last {
        let code: DiagnosticCode = number == last ? .footnoteDuplicate : .footnoteOutOfOrder
        document.diagnostics.append(Diagnostic(code, .warning, "footnote \(label) follows footnote \(last)", at: place))
      }
      previous[definition.series] = number
    }
  }
}
