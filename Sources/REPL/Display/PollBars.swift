import ArticleModel

/// A poll as bars: answer, bar, votes, share.
struct PollBars {
  let article: Article
  let poll: Poll
  let page: Page

  var lines: [String] {
    let options = article.pollOptions[poll.options.range]
    let labels = options.map { article.string($0.label) }
    let figures = options.map(figures)
    let figureWidth = figures.map(page.width).max() ?? 0
    // A third of the screen for the answers, what is left for the bars.
    let longest = labels.map(page.width).max() ?? 0
    let labelWidth = min(longest, max(page.columns / 3, 12))
    let barWidth = max(min(page.columns - labelWidth - figureWidth - 6, 40), 4)
    let most = options.map(share).max() ?? 0
    var lines = page.broken(article.string(poll.question), columns: page.columns)
      .map(page.strong)
    for (number, option) in options.enumerated() {
      let label = page.padded(labels[number], to: labelWidth)
      let bar = PollBars.bar(most > 0 ? share(option) / most : 0, width: barWidth)
      let blanks = String(repeating: " ", count: barWidth - page.width(bar))
      let figure = page.padded(figures[number], to: figureWidth, alignsRight: true)
      lines.append("  \(label)  \(page.number(bar))\(blanks)  \(figure)")
    }
    lines.append(page.dim("  \(ending)"))
    return page.cut(lines)
  }

  private var ending: String {
    let total = poll.total.map { Page.count($0, "vote") } ?? "no total"
    return poll.isConsistent ? total : "\(total); the figures do not agree"
  }

  private func share(_ option: PollOption) -> Double {
    option.percent ?? Double(option.votes ?? 0) / Double(max(poll.total ?? 0, 1)) * 100
  }

  private func figures(_ option: PollOption) -> String {
    let percent = option.percent.map { value in
      value == value.rounded() ? "\(Int(value))%" : "\(value)%"
    }
    return [option.votes.map { "\($0)" }, percent].compactMap { $0 }.joined(separator: "  ")
  }

  /// A bar of eighths of a column.
  private static func bar(_ share: Double, width: Int) -> String {
    let eighths = Int((min(max(share, 0), 1) * Double(width * 8)).rounded())
    let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + part
  }
}
