import ArticleModel

/// The answers of a poll that follow each other in a text.
struct AnswerRun {
  /// How many lines the answers of one poll take at most.
  static let longest = 200

  private(set) var lines: Range<Int>
  private(set) var answers: [TextPoll.Answer] = []

  /// Reads the answers around the first line that holds figures; `nil` where that line is no answer.
  init?(_ document: borrowing TextDocument, from first: Int, longest: Int) {
    guard AnswerRun.holdsFigures(document, first) else { return nil }
    let start = AnswerRun.tokens(document, first)
    lines = first..<first + 1
    var stream = start
    if !start[0].isText, !AnswerRun.isFiguresFirst(document, first, start, longest) {
      // The answer stands on the line above its figures.
      guard let above = document.previousContent(before: first), document.isFree(above),
        document.lines[above].count <= longest + 200
      else { return nil }
      stream = AnswerRun.tokens(document, above) + stream
      lines = above..<first + 1
    }
    while lines.count <= AnswerRun.longest,
      let next = AnswerRun.next(document, after: lines.upperBound - 1, longest: longest)
    {
      for line in next where !document.lines[line].isBlank {
        stream += AnswerRun.tokens(document, line)
      }
      lines = lines.lowerBound..<next.upperBound
    }
    answers = AnswerRun.answers(stream)
  }

  /// The lines of the next answer: one with figures, or a short text and the figures under it.
  private static func next(_ document: borrowing TextDocument, after line: Int, longest: Int)
    -> Range<Int>?
  {
    guard let next = document.nextContent(after: line), next - line <= 2, isOpen(document, next),
      document.lines[next].count <= longest, PollReader.totalVotes(document, next) == nil
    else { return nil }
    if holdsFigures(document, next) { return line + 1..<next + 1 }
    guard let below = document.nextContent(after: next), below - next <= 2, isOpen(document, below),
      document.lines[below].count <= longest, document.lines[below].has.contains(.digit),
      let first = tokens(document, below).first, !first.isText
    else { return nil }
    return line + 1..<below + 1
  }

  private static func isOpen(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    document.isFree(line) || document.block(at: line)?.kind == .table
  }

  /// Whether answers stand behind their figures: `46% – Yes`, and the next line does it the same way.
  private static func isFiguresFirst(
    _ document: borrowing TextDocument, _ line: Int, _ tokens: [PollReader.Token], _ longest: Int
  ) -> Bool {
    guard tokens.count >= 2, tokens[1].isText else { return false }
    // Where the line above ends without a question, `43 (8%)Next` closes that line's answer.
    guard let above = document.previousContent(before: line) else { return true }
    let content = document.lines[above].content
    return document.lines[above].count > longest
      || PollReader.endsWithQuestionMark(document.source.span, content)
  }

  private static func holdsFigures(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let (has, content) = (document.lines[line].has, document.lines[line].content)
    let bytes = document.source.span
    guard has.contains(.digit),
      has.contains(.percent) || VoteFigures.mayStand(in: bytes, content)
    else { return false }
    let start = ListMarker.parse(bytes, content).map(\.body) ?? content.lowerBound
    return VoteFigures.first(in: bytes, start..<content.upperBound) != nil
  }

  /// Cuts a line into texts and figures.
  private static func tokens(_ document: borrowing TextDocument, _ line: Int) -> [PollReader.Token]
  {
    let bytes = document.source.span
    let content = document.lines[line].content
    var start = ListMarker.parse(bytes, content).map(\.body) ?? content.lowerBound
    var tokens: [PollReader.Token] = []
    while start < content.upperBound {
      guard let figures = VoteFigures.first(in: bytes, start..<content.upperBound) else { break }
      append(text: start..<figures.range.lowerBound, bytes, &tokens)
      tokens.append(.figures(figures))
      start = figures.range.upperBound
    }
    append(text: start..<content.upperBound, bytes, &tokens)
    return tokens
  }

  /// Adds a text without the dashes, bars and brackets around it; nothing where only those are left.
  private static func append(
    text range: Range<Int>, _ bytes: Span<UInt8>, _ tokens: inout [PollReader.Token]
  ) {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end,
      isEdge(bytes[start]) || blockWidth(bytes, start, end) > 0
        || whiteSpaceWidth(bytes, at: start, end: end) > 0
    {
      start += max(1, blockWidth(bytes, start, end), whiteSpaceWidth(bytes, at: start, end: end))
    }
    while end > start {
      if isEdge(bytes[end - 1]) || bytes[end - 1] <= 0x20 {
        end -= 1
      } else if end - 3 >= start, blockWidth(bytes, end - 3, end) == 3 {
        end -= 3
      } else if end - 2 >= start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    if start < end { tokens.append(.text(start..<end)) }
  }

  private static func isEdge(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "|") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "=")
  }

  /// The width of a dash, bullet or block element (█ ░ …), 0 for anything else.
  private static func blockWidth(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    guard index + 2 < end, bytes[index] == 0xE2 else { return 0 }
    switch bytes[index + 1] {
    case 0x80:
      return bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94 || bytes[index + 2] == 0xA2
        ? 3 : 0
    case 0x96: return 3
    default: return 0
    }
  }

  /// Pairs texts with figures in whichever order they come.
  private static func answers(_ stream: [PollReader.Token]) -> [TextPoll.Answer] {
    var answers: [TextPoll.Answer] = []
    var text: Range<Int>?
    var leading: VoteFigures?
    func add(_ label: Range<Int>, _ figures: VoteFigures) {
      let start = min(label.lowerBound, figures.range.lowerBound)
      let end = max(label.upperBound, figures.range.upperBound)
      answers.append(TextPoll.Answer(label: label, figures: figures, source: start..<end))
    }
    let isFiguresFirst = stream.first.map { !$0.isText } ?? false
    for token in stream {
      switch token {
      case .text(let range):
        if isFiguresFirst, let figures = leading,
          text != nil || figures.votes != nil || figures.percent != nil
        {
          if let label = text {
            add(label, figures)
            leading = nil
          }
        }
        text = range
        if isFiguresFirst, let figures = leading, figures.votes != nil, figures.percent != nil {
          add(range, figures)
          (text, leading) = (nil, nil)
        }
      case .figures(let figures):
        if isFiguresFirst {
          if let label = text, var whole = leading, whole.votes == nil, figures.percent == nil {
            // `46% – Yes (91 votes)`
            whole.votes = figures.votes
            add(label, whole)
            (text, leading) = (nil, nil)
          } else {
            if let label = text, let whole = leading { add(label, whole) }
            (text, leading) = (nil, figures)
          }
        } else if let label = text {
          add(label, figures)
          text = nil
        }
      }
    }
    if isFiguresFirst, let label = text, let figures = leading { add(label, figures) }
    return answers
  }
}
