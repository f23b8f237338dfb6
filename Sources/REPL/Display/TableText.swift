import LuaSource
import PluginHost

/// A table of Lua as a constructor: on one line where it fits, else an entry a line.
struct TableText {
  let page: Page

  /// Entries of a table inside another that are shown, unless the page is whole.
  private static let nestedEntries = 20
  /// Tables inside tables that are shown.
  private static let depth = 3

  func lines(_ table: DisplayTable) -> [String] {
    if let elements = handles(table) {
      return CollectionText(count: table.listCount, elements: elements, page: page).lines
    }
    if let grid = records(table) { return grid.lines(page, total: table.listCount) }
    if let line = inline(.table(table), columns: page.columns) { return [line.styled] }
    return page.cut(block(table, before: StyledLine(), indent: 0, after: "").map(\.styled))
  }

  // MARK: A list of nodes

  /// A list that holds nothing but parts of articles, as `filter` gives it.
  private func handles(_ table: DisplayTable) -> [DisplayValue]? {
    guard table.isList else { return nil }
    let elements = table.entries.compactMap { entry in
      if case .handle = entry.value { entry.value } else { nil }
    }
    return elements.count == table.entries.count ? elements : nil
  }

  // MARK: A list of records

  /// A list whose elements all have the same few plain fields, which reads best as a table.
  private func records(_ table: DisplayTable) -> Grid? {
    guard !page.isWhole, table.isList, table.entries.count > 1,
      case .table(let first)? = table.entries.first?.value
    else { return nil }
    let header = first.entries.compactMap { TableText.name($0.key) }
    guard (1...8).contains(header.count) else { return nil }
    var rows: [[String]] = []
    for entry in table.entries {
      guard case .table(let record) = entry.value, record.listCount == 0, record.omittedCount == 0,
        record.entries.compactMap({ TableText.name($0.key) }) == header,
        record.entries.allSatisfy({ TableText.isPlain($0.value) })
      else { return nil }
      rows.append(record.entries.map { ScalarText.plain($0.value) })
    }
    return Grid(header: header, rows: rows)
  }

  private static func isPlain(_ value: DisplayValue) -> Bool {
    switch value {
    case .table, .collection, .function: false
    default: true
    }
  }

  // MARK: A constructor

  /// A value on one line of at most `columns`, or `nil` where it does not fit.
  private func inline(_ value: DisplayValue, columns: Int, depth: Int = 0) -> StyledLine? {
    guard case .table(let table) = value else {
      let line = ScalarText.line(value, page)
      return page.width(line.plain) <= columns ? line : nil
    }
    if table.listCount + table.otherCount == 0 { return StyledLine("{}") }
    if depth >= TableText.depth, !page.isWhole || table.entries.isEmpty {
      return StyledLine(ScalarText.plain(value), page.dim)
    }
    guard table.omittedCount == 0 else { return nil }
    var line = StyledLine("{ ")
    for (number, entry) in table.entries.enumerated() {
      if number > 0 { line.append(", ") }
      line += key(entry, isListed: number < table.listCount)
      let room = columns - line.plain.utf8.count / 4
      guard room > 0, let value = inline(entry.value, columns: room, depth: depth + 1) else {
        return nil
      }
      line += value
    }
    line.append(" }")
    return page.width(line.plain) <= columns ? line : nil
  }

  /// `before{`, the entries one a line, `}after`.
  private func block(
    _ table: DisplayTable, before: StyledLine, indent: Int, after: String, depth: Int = 0
  ) -> [StyledLine] {
    var head = before
    if depth >= TableText.depth, !page.isWhole {
      head.append("{ \(Page.count(table.listCount + table.otherCount, "entry")) }", page.dim)
      head.append(after)
      return [head]
    }
    head.append("{")
    var lines = [head]
    let most = depth == 0 || page.isWhole ? table.entries.count : TableText.nestedEntries
    let blanks = String(repeating: " ", count: indent + 2)
    for (number, entry) in table.entries.prefix(most).enumerated() {
      if lines.count > page.room { break }
      var line = StyledLine(blanks)
      // The places of a long list help to index it; in a list inside a table they are in the way.
      line += key(entry, isListed: depth > 0 && number < table.listCount)
      if let value = inline(entry.value, columns: page.columns - page.width(line.plain) - 1) {
        line += value
        line.append(",")
        lines.append(line)
      } else if case .table(let inner) = entry.value {
        lines += block(inner, before: line, indent: indent + 2, after: ",", depth: depth + 1)
      } else {
        let used = page.width(line.plain) + 1
        let text = ScalarText.line(entry.value, page).plain
        line.append(page.isWhole ? text : page.rest(text, after: used), look(entry.value))
        line.append(",")
        lines.append(line)
      }
    }
    let omitted = table.listCount + table.otherCount - min(most, table.entries.count)
    if omitted > 0 {
      lines.append(StyledLine(blanks + "… \(omitted) more", page.dim))
    }
    lines.append(StyledLine(String(repeating: " ", count: indent) + "}" + after))
    return lines
  }

  private func look(_ value: DisplayValue) -> (String) -> String {
    if case .string = value { page.string } else { { $0 } }
  }

  private func key(_ entry: DisplayTable.Entry, isListed: Bool) -> StyledLine {
    if isListed { return StyledLine() }
    if let name = TableText.name(entry.key) { return StyledLine("\(name) = ") }
    var line = StyledLine("[")
    line += ScalarText.line(entry.key, page)
    line.append("] = ")
    return line
  }

  private static func name(_ key: DisplayValue) -> String? {
    guard case .string(let key) = key, !key.isCut, LuaTokenizer.isName(key.text) else { return nil }
    return key.text
  }
}
