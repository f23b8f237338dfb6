import ArticleModel

/// A result as indented lines `name  value`, for one that stands alone.
struct Outline {
  /// How many elements of a list are shown.
  private static let listLimit = 12

  private(set) var text = ""
  private let width: Int

  /// Writes a value, cut to `width` columns a line.
  init(_ value: JSONValue, width: Int) {
    self.width = width
    write(value, indent: 1)
  }

  private mutating func write(_ value: JSONValue, indent: Int) {
    if let chart = Chart(value) {
      for row in ChartText(chart, width: width - 2 * indent).lines { line(row, indent) }
      return
    }
    if value["ibid"] == .string("table"), let rows = value["rows"]?.array {
      return write(rows, header: value["header"], title: value["title"]?.string, indent: indent)
    }
    switch value {
    case .object(let members):
      let names = members.map { ColumnText.cut(ColumnText.oneLine($0.key), to: 32) }
      let column = names.map(ColumnText.width).max() ?? 0
      for (name, member) in zip(names, members) { write(name, member.value, column, indent) }
    case .array(let elements):
      for element in elements.prefix(Outline.listLimit) { writeElement(element, indent: indent) }
      if elements.count > Outline.listLimit {
        line("… and \(elements.count - Outline.listLimit) more", indent)
      }
    default: line(DisplayValue.line(value), indent)
    }
  }

  /// The rows of a table that `ibid.table` made, in aligned columns.
  private mutating func write(
    _ rows: [JSONValue], header: JSONValue?, title: String?, indent: Int
  ) {
    let shown = rows.prefix(Outline.listLimit).map { $0.array ?? [] }
    let cells = ([header?.array ?? []] + shown).map { $0.map(DisplayValue.line) }
    let count = cells.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      cells.map { column < $0.count ? ColumnText.width($0[column]) : 0 }.max() ?? 0
    }
    if let title { line(ColumnText.oneLine(title), indent) }
    for (number, row) in cells.enumerated() where number > 0 || !row.isEmpty {
      let padded = row.enumerated().map { ColumnText.padded($1, to: widths[$0]) }
      line(padded.joined(separator: "  "), indent)
    }
    if rows.count > shown.count { line("… and \(rows.count - shown.count) more", indent) }
  }

  private mutating func write(_ name: String, _ value: JSONValue, _ column: Int, _ indent: Int) {
    if Outline.isNested(value) {
      line(name, indent)
      write(value, indent: indent + 1)
    } else {
      line("\(ColumnText.padded(name, to: column))  \(DisplayValue.line(value))", indent)
    }
  }

  /// An element of a list: a map in one line, as `a: 1, b: x`.
  private mutating func writeElement(_ element: JSONValue, indent: Int) {
    guard case .object(let members) = element else {
      return line(DisplayValue.line(element), indent)
    }
    let parts = members.map { "\(ColumnText.oneLine($0.key)): \(DisplayValue.line($0.value))" }
    line(parts.joined(separator: ", "), indent)
  }

  private mutating func line(_ text: String, _ indent: Int) {
    let margin = String(repeating: "  ", count: indent)
    let shown = ColumnText.cut(ColumnText.withoutEndSpaces(text), to: max(20, width - 2 * indent))
    self.text += margin + shown + "\n"
  }

  /// Whether a value takes lines of its own.
  private static func isNested(_ value: JSONValue) -> Bool {
    switch value {
    case .object(let members): !members.isEmpty
    case .array(let elements): elements.contains { $0.members != nil || $0.array != nil }
    default: false
    }
  }
}
