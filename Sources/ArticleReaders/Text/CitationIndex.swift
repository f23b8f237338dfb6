import ArticleModel

/// The form in which a text cites its notes.
enum CitationStyle {
  /// `[12]`, `[^12]`, `注12`, `¹²`, `*`: marks that are hardly anything else.
  case brackets
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
  static func candidates(for form: NoteForm) -> [CitationStyle] {
    switch form {
    case .parenthesised: [.parentheses, .brackets, .glued]
    case .halfParenthesised: [.halfParentheses, .brackets, .glued, .parentheses]
    case .caret, .sign: [.brackets]
    case .noteWord, .superscript: [.brackets, .glued]
    case .bracketed, .dotted, .bare, .bullet, .none: [.brackets, .glued, .spaced]
    }
  }
}

/// Where a text may cite notes, form by form. Each form is searched for when it is first asked about.
struct CitationIndex {
  private var brackets: [Int: [RawReference]] = [:]
  private var other: [CitationStyle: [Int: [RawReference]]] = [:]
  /// The first line that cites each label, form by form.
  private var first: [CitationStyle: [NoteLabel: Int]] = [:]
  /// The lines that cite in each form, in order.
  private var order: [CitationStyle: [Int]] = [:]

  init(_ document: borrowing TextDocument) {
    let scanner = RawReferenceScanner(bytes: document.source)
    for line in document.lines.indices where CitationIndex.mayCite(document, line) {
      let found = scanner.scan(document.lines[line].content, marks: document.lines[line].has)
      if !found.isEmpty { brackets[line] = found }
    }
  }

  /// Leaves out what stands in lines that have become notes, code or metadata since the index was made.
  mutating func removeClaimed(_ document: borrowing TextDocument) {
    func keep(_ found: [Int: [RawReference]]) -> [Int: [RawReference]] {
      found.filter { CitationIndex.mayCite(document, $0.key) }
    }
    brackets = keep(brackets)
    for style in other.keys { other[style] = keep(other[style]!) }
    (first, order) = ([:], [:])
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

  /// All raw references of one form, by line.
  mutating func references(in style: CitationStyle, _ document: borrowing TextDocument) -> [Int:
    [RawReference]]
  {
    if style == .brackets { return brackets }
    if let known = other[style] { return known }
    let scanner = RawReferenceScanner(bytes: document.source)
    var found: [Int: [RawReference]] = [:]
    for line in document.lines.indices
    where CitationIndex.mayCite(document, line) && document.lines[line].has.contains(.digit) {
      let content = document.lines[line].content
      let references =
        switch style {
        case .parentheses:
          scanner.scanParenthesised(content)
            + scanner.scan(content, marks: document.lines[line].has).filter {
              $0.form == .parenthesised
            }
        case .halfParentheses: scanner.scanHalfParenthesised(content)
        case .spaced: scanner.scanSpaced(content)
        default: scanner.scanGlued(content)
        }
      if !references.isEmpty { found[line] = references }
    }
    other[style] = found
    return found
  }

  /// How often labels are cited in brackets or as signs.
  func count(of labels: Set<NoteLabel>, _ document: borrowing TextDocument) -> Int {
    brackets.values.reduce(0) { count, references in
      count + references.count { labels.contains($0.labels[0].label) }
    }
  }

  /// How many of the labels are cited in a form before a line.
  mutating func cited(
    _ labels: Set<NoteLabel>, in style: CitationStyle, before end: Int,
    _ document: borrowing TextDocument
  ) -> Int {
    let first = firstLines(in: style, document)
    let found = labels.count { first[$0].map { $0 < end } ?? false }
    guard style.isByOrder, found > 0 else { return found }
    return CitationChain.accepted(references(in: style, document), labels, 0..<end).labels.count
  }

  /// The first line in which each label is cited; what begins a line is the label of a definition.
  private mutating func firstLines(
    in style: CitationStyle, _ document: borrowing TextDocument
  ) -> [NoteLabel: Int] {
    if let known = first[style] { return known }
    var found: [NoteLabel: Int] = [:]
    for (line, references) in references(in: style, document) {
      let start = style.isByOrder ? -1 : document.lines[line].content.lowerBound
      for reference in references where reference.form != .parenthesised || style == .parentheses {
        for (label, offset) in reference.labels where offset != start {
          found[label] = min(line, found[label] ?? line)
        }
      }
    }
    first[style] = found
    return found
  }

  /// The raw references of one form within some lines, by line.
  mutating func references(
    in style: CitationStyle, within range: Range<Int>, _ document: borrowing TextDocument
  ) -> [Int: [RawReference]] {
    let all = references(in: style, document)
    if range.lowerBound == 0, range.upperBound == document.lines.count { return all }
    let lines = order[style] ?? all.keys.sorted()
    order[style] = lines
    var found: [Int: [RawReference]] = [:]
    for line in lines[CitationIndex.firstIndex(in: lines, from: range.lowerBound)...] {
      if line >= range.upperBound { break }
      found[line] = all[line]
    }
    return found
  }

  /// The index of the first line that is not before `line`.
  private static func firstIndex(in lines: [Int], from line: Int) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] < line { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
