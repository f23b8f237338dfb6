import ArticleModel
import Bytes

extension PollReader {
  /// Reads polls whose cells stand in lines of their own, where no line holds an answer with its figures.
  static func readCells(_ document: inout TextDocument) {
    for block in document.blocks.indices where document.blocks[block].kind == .table {
      let table = document.tables[document.blocks[block].payload]
      let lines = document.blocks[block].lines
      guard lines.count >= table.rows.count * 2 else { continue }
      let answers = table.rows.compactMap { answer($0, document.source.span) }
      guard answers.count == table.rows.count, answers.count >= 2,
        let question = question(document, above: lines.lowerBound)
      else { continue }
      claim(answers, question: question, through: lines.upperBound - 1, &document)
    }
  }

  /// An answer of three cells: a text, a percentage and a number of votes, the last two in any order.
  private static func answer(_ row: [Range<Int>], _ bytes: Span<UInt8>) -> TextPoll.Answer? {
    guard row.count == 3, !row[0].isEmpty else { return nil }
    var figures = VoteFigures(range: row[1].lowerBound..<row[2].upperBound)
    for cell in row[1...] {
      guard let first = cell.first, ASCII.isDigit(bytes[first]),
        let number = VoteFigures.number(bytes, first, cell.upperBound),
        number.end == cell.upperBound
      else { return nil }
      if number.isPercent {
        (figures.percent, figures.decimals) = (number.value, number.decimals)
      } else {
        figures.votes = Int(number.value)
      }
    }
    guard figures.percent != nil, figures.votes != nil else { return nil }
    return TextPoll.Answer(
      label: row[0], figures: figures, source: row[0].lowerBound..<row[2].upperBound)
  }
}
