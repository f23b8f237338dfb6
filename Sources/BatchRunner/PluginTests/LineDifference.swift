/// Where two texts differ, line by line: `-` before a line that is expected, `+` before one that came instead.
///
/// The longest common subsequence of the lines between the equal ones at both ends; where that table would be large,
/// all of those lines count as changed.
struct LineDifference {
  private static let tableLimit = 1 << 20
  /// How many lines are told.
  private static let limit = 24
  private static let width = 88

  private(set) var lines: [String] = []

  init(expected: String, actual: String) {
    let expected = LineDifference.split(expected)
    let actual = LineDifference.split(actual)
    let start = zip(expected, actual).prefix { $0 == $1 }.count
    let most = min(expected.count, actual.count) - start
    let end = zip(expected.reversed(), actual.reversed()).prefix(most).prefix { $0 == $1 }.count
    if start > 0 { add(" ", expected[start - 1]) }
    compare(
      Array(expected[start..<expected.count - end]), Array(actual[start..<actual.count - end]))
    if end > 0 { add(" ", expected[expected.count - end]) }
    if lines.count > LineDifference.limit {
      let more = lines.count - LineDifference.limit
      lines.removeLast(more)
      lines.append("  … and \(more) more lines")
    }
  }

  private static func split(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private mutating func add(_ sign: String, _ line: Substring) {
    let text = ColumnText.oneLine(line.prefix(4 * LineDifference.width))
    let shown = "  \(sign) \(ColumnText.cut(text, to: LineDifference.width))"
    // An equal line without text would be nothing but spaces.
    lines.append(sign == " " ? ColumnText.withoutEndSpaces(shown) : shown)
  }

  private mutating func compare(_ a: [Substring], _ b: [Substring]) {
    guard a.count * b.count <= LineDifference.tableLimit else {
      a.forEach { add("-", $0) }
      b.forEach { add("+", $0) }
      return
    }
    // common[i][j]: the lines that a[i...] and b[j...] have in common.
    let width = b.count + 1
    var common = [Int32](repeating: 0, count: (a.count + 1) * width)
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        common[i * width + j] =
          a[i] == b[j]
          ? common[(i + 1) * width + j + 1] + 1
          : max(common[(i + 1) * width + j], common[i * width + j + 1])
      }
    }
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if i < a.count, j < b.count, a[i] == b[j] {
        add(" ", a[i])
        (i, j) = (i + 1, j + 1)
      } else if i < a.count,
        j == b.count || common[(i + 1) * width + j] >= common[i * width + j + 1]
      {
        add("-", a[i])
        i += 1
      } else {
        add("+", b[j])
        j += 1
      }
    }
  }
}
