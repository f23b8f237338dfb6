/// Rows of texts in aligned columns, made as narrow as the page.
struct Grid {
  /// The names of the columns, or none.
  var header: [String] = []
  /// The rows; they may differ in length.
  var rows: [[String]]

  /// The lines: header, rule, rows, cut to the page.
  ///
  /// - Parameter head: lines above the table that take of its room.
  func lines(_ page: Page, after head: [String] = [], total: Int? = nil) -> [String] {
    let count = ([header] + rows).map(\.count).max() ?? 0
    guard count > 0 else { return head + [page.dim("(no cells)")] }
    let total = total ?? rows.count
    let headerLines = header.isEmpty ? 0 : 2
    let room = page.room == .max ? Int.max : max(page.room - head.count - headerLines, 2)
    let shown = Array(rows.prefix(total > room ? room - 1 : room))
    let widths = self.widths(shown, columns: count, page)
    let numeric = (0..<count).map { column in
      let cells = shown.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
      return !cells.isEmpty && cells.allSatisfy(Grid.isFigure)
    }
    func line(_ row: [String]) -> String {
      let cells = (0..<count).map { column in
        page.padded(
          column < row.count ? row[column] : "", to: widths[column], alignsRight: numeric[column])
      }
      return " " + cells.joined(separator: " │ ")
    }
    var body = head
    if !header.isEmpty {
      body.append(page.strong(Grid.trimmed(line(header))))
      body.append(
        page.dim(widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: "┼")))
    }
    body += shown.map { Grid.trimmed(line($0)) }
    if total > shown.count {
      let hint = page.rawHint("all")
      body.append(page.dim("… \(Page.count(total - shown.count, "more row"))\(hint)"))
    }
    return body
  }

  /// The width of each column: what its cells need, the widest cut until all fit side by side.
  private func widths(_ rows: [[String]], columns count: Int, _ page: Page) -> [Int] {
    var widths = (0..<count).map { column in
      ([header] + rows).map { column < $0.count ? page.width($0[column]) : 0 }.max() ?? 0
    }
    // One blank at the left and " │ " between two columns.
    let room = page.isWhole ? Int.max : page.columns - 1 - 3 * (count - 1)
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > 4 {
      let place = widths.firstIndex(of: widest)!
      let second = widths.filter { $0 < widest }.max() ?? 4
      let excess = widths.reduce(0, +) - room
      widths[place] = max(widest - excess, min(second, widest - 1), 4)
    }
    return widths
  }

  /// Whether a cell is a figure, which aligns at its right end: `1,234`, `-3.5%`, `€ 12`.
  private static func isFigure(_ cell: String) -> Bool {
    var hasDigit = false
    for scalar in cell.unicodeScalars {
      if scalar.properties.numericType == .decimal {
        hasDigit = true
      } else if !"+-−–.,%’' €$£¥()".unicodeScalars.contains(scalar) {
        return false
      }
    }
    return hasDigit
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }
}
