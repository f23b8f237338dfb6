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

  /// How many of the labels are cited in a form within some lines.
  mutating func cited(
    _ labels: Set<NoteLabel>, in style: CitationStyle, from: Int = 0, before end: Int,
    except skipped: Set<Int>,
    _ document: borrowing TextDocument
  ) -> Int {
    let all = references(in: style, document)
    if style.isByOrder {
      return CitationChain.accepted(all, labels, from..<end, skipped).labels.count
    }
    var found: Set<NoteLabel> = []
    for (line, references) in all where line >= from && line < end && !skipped.contains(line) {
      for reference in references where reference.form != .parenthesised || style == .parentheses {
        for (label, offset) in reference.labels
        where labels.contains(label) && offset != document.lines[line].content.lowerBound {
          found.insert(label)
        }
      }
    }
    return found.count
  }
}
