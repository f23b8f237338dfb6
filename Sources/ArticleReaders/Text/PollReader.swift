import ArticleModel
import Bytes

/// A poll as found in a text.
struct TextPoll {
  struct Answer {
    var label: Range<Int>
    var figures: VoteFigures
    var source: Range<Int>
  }
  var question: Range<Int>
  var answers: [Answer]
  var total: Int?
}

/// Finds polls: a question and, below it, answers with their votes or percentages.
///
/// Layouts seen: figures under each answer, behind it, before it, in the cells of a table, and glued to the next
/// answer where the extractor lost a line break. They all read as a stream in which texts and figures alternate.
enum PollReader {
  /// The longest answer, in bytes.
  private static let longestAnswer = 240

  enum Token {
    case text(Range<Int>)
    case figures(VoteFigures)

    var isText: Bool { if case .text = self { true } else { false } }
  }

  static func read(_ document: inout TextDocument) {
    readCells(&document)
    var line = 0
    while line < document.lines.count {
      if isCandidate(document, line), let next = poll(&document, from: line) {
        line = next
      } else {
        line += 1
      }
    }
  }

  /// Whether the line may hold an answer's figures. Lines of a table count: a poll may be laid out as one.
  private static func isCandidate(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let text = document.lines[line]
    guard text.has.contains(.digit), text.count <= longestAnswer, isOpen(document, line) else {
      return false
    }
    return text.has.contains(.percent) || text.has.contains(.letter) || text.has.contains(.nonASCII)
  }

  private static func isOpen(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    if document.isFree(line) { return true }
    return document.block(at: line)?.kind == .table
  }

  // MARK: One poll

  private static func poll(_ document: inout TextDocument, from first: Int) -> Int? {
    guard let run = AnswerRun(document, from: first, longest: longestAnswer) else { return nil }
    // What goes on like this is a list of figures; looking at it from each of its lines would take for ever.
    if run.lines.count > AnswerRun.longest { return run.lines.upperBound }
    var start = run.lines.lowerBound
    var answers = run.answers
    guard answers.count >= 2 else { return nil }
    var question = question(document, above: start)
    if let (split, label) = gluedQuestion(document, answers[0].label) {
      question = (split, start)
      answers[0].label = label
    }
    let title = pollTitle(document, above: question?.line ?? start)
    let total = total(document, after: run.lines.upperBound - 1)
    guard
      isPoll(answers, hasQuestion: question != nil, hasTitle: title != nil, hasTotal: total != nil)
    else { return nil }
    start = title ?? question?.line ?? start
    return claim(
      answers, question: (question?.range ?? 0..<0, start), through: run.lines.upperBound - 1,
      &document)
  }

  /// Claims the lines from the question to the total, if one follows. Returns the line after them.
  @discardableResult
  static func claim(
    _ answers: [TextPoll.Answer], question: (range: Range<Int>, line: Int), through last: Int,
    _ document: inout TextDocument
  ) -> Int {
    let total = total(document, after: last)
    let lines = question.line..<(total?.line ?? last) + 1
    release(lines, &document)
    let block = document.claim(lines, .poll, .votes)
    document.blocks[block].payload = document.polls.count
    document.polls.append(
      TextPoll(question: question.range, answers: answers, total: total?.votes))
    return lines.upperBound
  }

  private static func isPoll(
    _ answers: [TextPoll.Answer], hasQuestion: Bool, hasTitle: Bool, hasTotal: Bool
  ) -> Bool {
    let percentages = answers.compactMap(\.figures.percent)
    let sum = percentages.reduce(0, +)
    let addsUp = percentages.count == answers.count && sum > 95 && sum < 105
    let hasVotes = answers.allSatisfy { $0.figures.votes != nil }
    if hasQuestion || hasTitle { return addsUp || hasVotes }
    return hasTotal && addsUp && hasVotes
  }

  /// Takes lines back from tables that turn out to be polls.
  private static func release(_ lines: Range<Int>, _ document: inout TextDocument) {
    for line in lines where document.owner[line] >= 0 {
      let owner = Int(document.owner[line])
      let lines = document.blocks[owner].lines
      for freed in lines where document.owner[freed] == Int32(owner) { document.owner[freed] = -1 }
      document.blocks[owner].lines = lines.lowerBound..<lines.lowerBound
    }
  }

  // MARK: Around the answers

  static func question(_ document: borrowing TextDocument, above line: Int) -> (
    range: Range<Int>, line: Int
  )? {
    guard let above = document.previousContent(before: line), document.isFree(above),
      line - above <= 3,
      document.lines[above].count <= 400
    else { return nil }
    let range = withoutBullet(document, above)
    let isQuestion = endsWithQuestionMark(document.source.span, range)
    let isTitled = pollTitle(document, above: above) != nil
    return isQuestion || isTitled ? (range, above) : nil
  }

  private static func withoutBullet(_ document: borrowing TextDocument, _ line: Int) -> Range<Int> {
    let content = document.lines[line].content
    guard let marker = ListMarker.parse(document.source.span, content) else { return content }
    return marker.body..<content.upperBound
  }

  static func endsWithQuestionMark(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    if bytes[last] == UInt8(ascii: "?") { return true }
    if range.count >= 3, bytes[last - 2] == 0xEF, bytes[last - 1] == 0xBC, bytes[last] == 0x9F {
      return true
    }  // ？
    return range.count >= 2 && bytes[last - 1] == 0xD8 && bytes[last] == 0x9F  // ؟
  }

  /// Splits `What do you think?Nothing at all`, where the extractor lost the line break.
  private static func gluedQuestion(
    _ document: borrowing TextDocument, _ label: Range<Int>
  ) -> (question: Range<Int>, label: Range<Int>)? {
    for index in label.dropLast() where document.source[index] == UInt8(ascii: "?") {
      guard document.source[index + 1] > 0x20 else { continue }
      return (label.lowerBound..<index + 1, index + 1..<label.upperBound)
    }
    return nil
  }

  private static func pollTitle(_ document: borrowing TextDocument, above line: Int) -> Int? {
    guard let above = document.previousContent(before: line), document.isFree(above),
      line - above <= 3
    else { return nil }
    return document.phrase(above)?.meaning.contains(.pollTitle) == true ? above : nil
  }

  /// The line with the number of all votes: `Total Voters: 873`, `669 votes total`.
  private static func total(_ document: borrowing TextDocument, after line: Int) -> (
    votes: Int, line: Int
  )? {
    guard let below = document.nextContent(after: line), isOpen(document, below), below - line <= 3,
      document.lines[below].has.contains(.digit), document.lines[below].count <= 80
    else { return nil }
    return totalVotes(document, below).map { ($0, below) }
  }

  static func totalVotes(_ document: borrowing TextDocument, _ line: Int) -> Int? {
    let (has, content) = (document.lines[line].has, document.lines[line].content)
    guard has.contains(.digit), !has.contains(.percent) else { return nil }
    let folded = document.folded(line)
    guard Lexicon.shared.tables.totalWords.contains(where: { ByteSearch.contains($0, in: folded) })
    else { return nil }
    let bytes = document.source.span
    let first = ByteScan.nextDigit(in: bytes, from: content.lowerBound, to: content.upperBound)
    return VoteFigures.number(bytes, first, content.upperBound).map { Int($0.value) }
  }
}
