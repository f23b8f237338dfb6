import ArticleModel

/// The form in which a text cites its notes.
enum CitationStyle: Int, CaseIterable {
  /// `[12]`, `[^12]`, `注12`, `¹²`, `*`: marks that are hardly anything else.
  case brackets
  /// `^12`, as lynx and w3m write a superscript
  case raised
  /// `(12)`
  case parentheses
  /// `word12)`
  case halfParentheses
  /// `word12`, where the superscript was lost
  case glued
  /// `word 12.`, where the superscript was lost and a space put in its place
  case spaced

  /// Whether only the order of the numbers tells references from other numbers.
  var isByOrder: Bool { self == .glued || self == .spaced }

  /// The forms that may cite definitions of a form, the likeliest first.
  ///
  /// - Parameter isHeaded: whether a heading says that the definitions are notes.
  static func candidates(for form: NoteForm, isHeaded: Bool) -> [CitationStyle] {
    switch form {
    case .dotted where isHeaded: [.brackets, .raised, .glued, .spaced, .parentheses]
    case .parenthesised: [.parentheses, .brackets, .raised, .glued]
    case .halfParenthesised: [.halfParentheses, .brackets, .raised, .glued, .parentheses]
    case .caret, .sign: [.brackets]
    case .noteWord, .superscript: [.brackets, .raised, .glued]
    case .bracketed, .dotted, .bare, .bullet, .none: [.brackets, .raised, .glued, .spaced]
    }
  }
}

/// Where a text may cite notes, form by form. Each form is searched for when it is first asked about.
struct CitationIndex {
  /// What was found in each form that was searched for.
  private var forms = [Form?](repeating: nil, count: CitationStyle.allCases.count)
  /// The lines in which references may stand.
  private var lines: [Int]

  init(_ document: borrowing TextDocument) {
    lines = []
    for line in document.lines.indices where CitationIndex.mayCite(document, line) {
      lines.append(line)
    }
    _ = references(in: .brackets, document)
  }

  private struct Form {
    /// In the order of the lines.
    var references: [RawReference]
    /// The first line that cites each label, once it was asked for.
    var firstLines: NoteLabelMap?
    /// Whether some of the references stand in lines that were claimed since.
    var isStale = false
  }

  /// Gives a reference in brackets another label.
  mutating func relabel(_ index: Int, _ label: NoteLabel) {
    let brackets = CitationStyle.brackets.rawValue
    let range = forms[brackets]!.references[index].range
    forms[brackets]!.references[index].labels = CitedLabels(label, at: range.lowerBound)
    forms[brackets]!.firstLines = nil
  }

  /// Leaves out what stands in lines that have become notes, code or metadata since the index was made.
  mutating func removeClaimed(_ document: borrowing TextDocument) {
    lines.removeAll { !CitationIndex.mayCite(document, $0) }
    for index in forms.indices {
      forms[index]?.isStale = true
      forms[index]?.firstLines = nil
    }
  }

  /// Whether references may stand in a line: everywhere but in polls and boilerplate.
  static func mayCite(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    guard !document.lines[line].isBlank else { return false }
    guard let block = document.block(at: line) else { return true }
    switch block.kind {
    case .poll, .boilerplate, .footnote, .code: return false
    default: return block.field == nil
    }
  }

  private func scan(_ style: CitationStyle, _ document: borrowing TextDocument) -> [RawReference] {
    let scanner = RawReferenceScanner(bytes: document.source)
    var found: [RawReference] = []
    if style == .raised, !scanner.mayHoldRaised { return found }
    for line in lines {
      let (content, marks) = (document.lines[line].content, document.lines[line].has)
      guard style == .brackets || marks.contains(.digit) else { continue }
      let known = found.count
      switch style {
      case .brackets: scanner.scan(content, marks: marks, into: &found)
      case .parentheses:
        scanner.scanParenthesised(content, into: &found)
        var others: [RawReference] = []
        scanner.scan(content, marks: marks, into: &others)
        found += others.filter { $0.form == .parenthesised }
      case .raised: scanner.scanRaised(content, into: &found)
      case .halfParentheses: scanner.scanHalfParenthesised(content, into: &found)
      case .spaced: scanner.scanSpaced(content, into: &found)
      case .glued: scanner.scanGlued(content, into: &found)
      }
      for index in known..<found.count { found[index].line = line }
    }
    return found
  }

  /// All raw references of one form, in the order of the lines.
  mutating func references(
    in style: CitationStyle, _ document: borrowing TextDocument
  ) -> [RawReference] {
    let index = style.rawValue
    if forms[index] == nil { forms[index] = Form(references: scan(style, document)) }
    if forms[index]!.isStale {
      forms[index]!.references.removeAll { !CitationIndex.mayCite(document, $0.line) }
      forms[index]!.isStale = false
    }
    return forms[index]!.references
  }

  /// The raw references of one form within some lines.
  mutating func references(
    in style: CitationStyle, within range: Range<Int>, _ document: borrowing TextDocument
  ) -> ArraySlice<RawReference> {
    let all = references(in: style, document)
    let start = CitationIndex.firstIndex(in: all, from: range.lowerBound)
    return all[start..<max(start, CitationIndex.firstIndex(in: all, from: range.upperBound))]
  }

  /// The index of the first reference that does not stand before `line`.
  private static func firstIndex(in references: [RawReference], from line: Int) -> Int {
    var low = 0
    var high = references.count
    while low < high {
      let middle = (low + high) / 2
      if references[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How often labels are cited in brackets or as signs.
  func count(of labels: NoteLabelSet) -> Int {
    forms[CitationStyle.brackets.rawValue]?.references
      .count { labels.contains($0.labels[0].label) } ?? 0
  }

  /// How many of the labels are cited in a form before a line.
  mutating func cited(
    _ labels: NoteLabelSet, in style: CitationStyle, before end: Int,
    _ document: borrowing TextDocument
  ) -> Int {
    let first = firstLines(in: style, document)
    let found = labels.count { first[$0].map { $0 < end } ?? false }
    guard style.isByOrder, found > 0 else { return found }
    let before = references(in: style, within: 0..<end, document)
    return CitationChain.accepted(before, labels).labels.count
  }

  /// The first line in which each label is cited; what begins a line is the label of a definition.
  private mutating func firstLines(
    in style: CitationStyle, _ document: borrowing TextDocument
  ) -> NoteLabelMap {
    if let known = forms[style.rawValue]?.firstLines { return known }
    var found = NoteLabelMap()
    for reference in references(in: style, document)
    where reference.form != .parenthesised || style == .parentheses {
      let start = style.isByOrder ? -1 : document.lines[reference.line].content.lowerBound
      for (label, offset) in reference.labels where offset != start && found[label] == nil {
        found[label] = reference.line
      }
    }
    forms[style.rawValue]?.firstLines = found
    return found
  }
}
