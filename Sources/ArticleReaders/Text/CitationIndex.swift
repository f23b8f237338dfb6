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

  /// The forms that may cite definitions of a form, the likeliest first.
  static func candidates(for form: NoteForm) -> [CitationStyle] {
    switch form {
    case .parenthesised: [.parentheses, .brackets, .glued]
    case .halfParenthesised: [.halfParentheses, .brackets, .glued, .parentheses]
    case .caret, .sign: [.brackets]
    case .noteWord, .superscript: [.brackets, .glued]
    case .bracketed, .dotted, .bare, .bullet, .none: [.brackets, .glued]
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
  mutating func references(in style: CitationStyle, _ document: borrowing TextDocument) -> [Int: [RawReference]] {
    if style == .brackets { return brackets }
    if let known = other[style] { return known }
    let scanner = RawReferenceScanner(bytes: document.source)
    var found: [Int: [RawReference]] = [:]
    for line in document.lines.indices where CitationIndex.mayCite(document, line) && document.lines[line].has.contains(.digit) {
      let content = document.lines[line].content
      let references =
        switch style {
        case .parentheses:
          scanner.scanParenthesised(content)
            + scanner.scan(content, marks: document.lines[line].has).filter { $0.form == .parenthesised }
        case .halfParentheses: scanner.scanHalfParenthesised(content)
        default: scanner.scanGlued(content)
        }
      if !references.isEmpty { found[line] = references }
    }
    other[style] = found
    return found
  }

  /// How many of the labels are cited in a form within some lines.
  mutating func cited(
    _ labels: Set<NoteLabel>, in style: CitationStyle, from: Int = 0, before end: Int, except skipped: Set<Int>,
    _ document: borrowing TextDocument
  ) -> Int {
    let all = references(in: style, document)
    if style == .glued { return GluedChain.accepted(all, labels, from..<end, skipped).labels.count }
    var found: Set<NoteLabel> = []
    for (line, references) in all where line >= from && line < end && !skipped.contains(line) {
      for reference in references where reference.form != .parenthesised || style == .parentheses {
        for (label, offset) in reference.labels
        where labels.contains(label) && offset != document.lines[line].content.lowerBound { found.insert(label) }
      }
    }
    return found.count
  }
}

/// Chooses among digits glued to words those that are references, by the order of their numbers.
///
/// Notes are cited in rising order. The longest rising chain of candidates (Fredman 1975) holds the first citation of
/// each note; a further one is believed where punctuation stands before it and its note was cited already.
enum GluedChain {
  struct Accepted {
    var labels: Set<NoteLabel> = []
    /// The offsets of the markers that are references.
    var offsets: Set<Int> = []
  }

  static func accepted(
    _ references: [Int: [RawReference]], _ labels: Set<NoteLabel>, _ lines: Range<Int>, _ skipped: Set<Int>
  ) -> Accepted {
    let candidates = references.filter { lines.contains($0.key) && !skipped.contains($0.key) }
      .sorted { $0.key < $1.key }.flatMap(\.value)
      .filter { $0.labels.allSatisfy { labels.contains($0.label) } }
    let numbers = candidates.map { $0.labels[0].label.number ?? 0 }
    let chain = longestChain(numbers)
    var accepted = Accepted()
    var highest = 0
    var inChain = chain[...]
    for (index, candidate) in candidates.enumerated() {
      let isNext = inChain.first == index
      if isNext { inChain.removeFirst() }
      // A doubtful candidate far ahead of its turn (`SHA256`, `Python3`) breaks no chain.
      let isFar = isNext && candidate.isDoubtful && numbers[index] > highest + 3
      guard isNext && !isFar || !candidate.isDoubtful && numbers[index] <= highest else { continue }
      accepted.offsets.insert(candidate.range.lowerBound)
      for (label, _) in candidate.labels { accepted.labels.insert(label) }
      highest = max(highest, candidate.labels.last?.label.number ?? 0)
    }
    return accepted
  }

  /// The indices of a longest strictly rising subsequence; O(n log n).
  private static func longestChain(_ numbers: [Int]) -> [Int] {
    var tails: [Int] = []
    var previous = [Int](repeating: -1, count: numbers.count)
    for (index, number) in numbers.enumerated() {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if numbers[tails[middle]] < number { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = tails[low - 1] }
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var chain: [Int] = []
    var index = tails.last ?? -1
    while index >= 0 {
      chain.append(index)
      index = previous[index]
    }
    return chain.reversed()
  }
}
