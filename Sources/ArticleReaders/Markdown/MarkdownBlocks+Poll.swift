import ArticleModel
import CMarkdown
import Glibc

/// The rows of a poll that is being read: a table with the columns `Answer`, `Votes` and `%`, or two of them.
struct PollRows {
  /// What a column holds.
  enum Column { case label, votes, percent }

  /// The columns of the table; empty where it is no poll.
  var columns: [Column] = []
  var rows: [[(text: [UInt8], source: ByteSpan)]] = []
  /// The line above the table that asks.
  var question: [UInt8] = []
  var questionSource: ByteSpan?
}

extension MarkdownBlocks {
  private static let answerWords = ["answer", "answers", "option", "options", "choice", "choices"]
  private static let percentWords = ["%", "percent", "share"]

  /// The columns of a table whose header says that it is a poll's; `nil` for another table.
  static func pollColumns(_ table: OpaquePointer) -> [PollRows.Column]? {
    guard let header = cmark_node_first_child(table), MarkdownExtension(header) == .row,
      var cell = cmark_node_first_child(header)
    else { return nil }
    guard answerWords.contains(word(cell)) else { return nil }
    var columns: [PollRows.Column] = [.label]
    while let next = cmark_node_next(cell) {
      cell = next
      let word = word(cell)
      let isVotes = Array(word.utf8).withUnsafeBufferPointer { Lexicon.shared.isVoteWord($0) }
      if isVotes, !columns.contains(.votes) {
        columns.append(.votes)
      } else if percentWords.contains(word), !columns.contains(.percent) {
        columns.append(.percent)
      } else {
        return nil
      }
    }
    return columns.count > 1 ? columns : nil
  }

  private static func word(_ cell: OpaquePointer) -> String {
    String(decoding: Lexicon.fold(text(of: cell)[...]), as: UTF8.self)
  }

  /// A paragraph in bold right above a poll's table is its question.
  mutating func takePollQuestion(_ node: OpaquePointer) -> Bool {
    guard let next = cmark_node_next(node), MarkdownExtension(next) == .table,
      MarkdownBlocks.pollColumns(next) != nil,
      let child = cmark_node_first_child(node), cmark_node_next(child) == nil,
      cmark_node_get_type(child) == CMARK_NODE_STRONG, inline.marks.isEmpty
    else { return false }
    poll.question = inline.bytes.last == 0x20 ? inline.bytes.dropLast() : inline.bytes
    poll.questionSource = leaf.source
    return true
  }

  mutating func beginPoll(_ node: OpaquePointer, _ columns: [PollRows.Column]) {
    takeText()
    var source = span(of: node)
    if let question = poll.questionSource {
      source = ByteSpan(question.start..<max(question.end, source.end))
    }
    poll.columns = columns
    poll.rows = []
    table.node = builder.add(Node(kind: .poll, source: source, reason: .votes))
  }

  /// Takes the cell that was collected.
  mutating func endPollCell() {
    guard !poll.rows.isEmpty else { return }
    let text = inline.bytes.last == 0x20 ? inline.bytes.dropLast() : inline.bytes
    poll.rows[poll.rows.count - 1].append((text, leaf.source))
  }

  mutating func endPoll() {
    var found = TextPoll(question: 0..<0, answers: [], total: nil)
    var options: [PollOption] = []
    for (index, row) in poll.rows.enumerated().dropFirst() {
      guard let first = row.first else { continue }
      var figures = VoteFigures(range: 0..<0)
      for (column, cell) in zip(poll.columns, row) {
        let number = VoteFigures.number(cell.text.span, 0, cell.text.count)
        switch column {
        case .label: break
        case .votes: figures.votes = number.map { Int($0.value) }
        case .percent:
          figures.percent = number?.value
          figures.decimals = number?.decimals ?? 0
        }
      }
      if index == poll.rows.count - 1, index > 1, first.text.elementsEqual("Total".utf8) {
        found.total = figures.votes
        continue
      }
      let source = ByteSpan(
        first.source.start..<max(first.source.end, row[row.count - 1].source.end))
      found.answers.append(
        TextPoll.Answer(label: 0..<0, figures: figures, source: source.range))
      options.append(
        PollOption(
          label: builder.appendText(first.text), votes: figures.votes, percent: figures.percent,
          source: source))
    }
    let question = builder.appendText(poll.question)
    builder.update(table.node) { $0.text = question }
    var record = Poll(node: table.node, question: question)
    if !found.answers.isEmpty { PollArithmetic.check(found, &record, &builder) }
    builder.addPoll(record, options: options)
    poll = PollRows()
  }
}
