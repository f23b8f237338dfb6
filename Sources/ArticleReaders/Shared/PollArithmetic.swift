import ArticleModel

/// Checks that the figures of a poll agree, up to rounding.
enum PollArithmetic {
  /// Sets the total and whether votes, percentages and total agree; adds diagnostics where they do not.
  static func check(_ found: TextPoll, _ poll: inout Poll, _ builder: inout ArticleBuilder) {
    let votes = found.answers.compactMap(\.figures.votes)
    let sum = votes.count == found.answers.count && !votes.isEmpty ? votes.reduce(0, +) : nil
    poll.total = found.total ?? sum
    if let sum, let total = found.total, sum != total {
      poll.isConsistent = false
      builder.diagnostics.append(
        Diagnostic(
          .pollTotalMismatch, .warning, "the answers have \(sum) votes, the total says \(total)",
          at: found.answers[0].source.lowerBound))
    }
    guard let sum, sum > 0 else { return }
    for answer in found.answers {
      guard let votes = answer.figures.votes, let percent = answer.figures.percent else { continue }
      let exact = 100 * Double(votes) / Double(sum)
      // Half a unit of the last digit given, and a little for halves rounded either way.
      var tolerance = 0.5
      for _ in 0..<answer.figures.decimals { tolerance /= 10 }
      guard abs(exact - percent) > tolerance + 1e-6 else { continue }
      poll.isConsistent = false
      let shown = (exact * 10).rounded() / 10
      builder.diagnostics.append(
        Diagnostic(
          .pollPercentMismatch, .warning, "\(votes) of \(sum) votes are \(shown)%, not \(percent)%",
          at: answer.source.lowerBound))
    }
  }
}
