import ArticleModel
import CMarkdown
import Glibc

/// The rows of a poll that is being read: a table with the columns `Answer`, `Votes` and `%`, or two of them.
struct PollRows {
  /// The columns of the table; empty where it is no poll.
  var columns: [Lexicon.PollColumn] = []
  var rows: [[(text: [UInt8], source: ByteSpan)]] = []
  /// The line above the table that asks.
  var question: [UInt8] = []
  var questionSource: ByteSpan?
}

extension MarkdownBlocks {
  /// The columns of a table whose header says that it is a poll's: answers, then votes, percentages or both; `nil` for
  /// another table.
  static func pollColumns(_ table: OpaquePointer) -> [Lexicon.PollColumn]? {
    guard let header = cmark_node_first_child(table), MarkdownExtension(header) == .row else {
      return nil
    }
    var columns: [Lexicon.PollColumn] = []
    var next = cmark_node_first_child(header)
    while let cell = next {
      let words = cmark_node_first_child(cell).map(text(from:)) ?? []
      guard let column = Lexicon.shared.pollColumn(Lexicon.fold(words[...])),
        !columns.contains(column), column == .answer || !columns.isEmpty
      else { return nil }
      columns.append(column)
      next = cmark_node_next(cell)
    }
    return columns.count > 1 ? columns : nil
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

  mutating func beginPoll(_ node: OpaquePointer, _ columns: [Lexicon.PollColumn]) {
    takeText()
    var source = places.span(of: node)
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

  private func isTotal(_ label: [UInt8]) -> Bool {
    Lexicon.shared.tables.totalWords.contains(Lexicon.fold(label[...]))
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
        case .answer: break
        case .votes: figures.votes = number.map { Int($0.value) }
        case .percent:
          figures.percent = number?.value
          figures.decimals = number?.decimals ?? 0
        }
      }
      if index == poll.rows.count - 1, index > 1, isTotal(first.text) {
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
