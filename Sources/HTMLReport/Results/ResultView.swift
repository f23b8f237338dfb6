import ArticleModel
import BatchRunner

/// A result as people look at it: figures, tables, bars and charts, whatever plugin it comes from.
struct ResultView {
  /// How many rows of a table a page shows.
  static let rowLimit = 200
  private static let columnLimit = 12
  private static let depthLimit = 4

  private(set) var pieces: [TemplateValue] = []

  /// Adds a value under a name.
  mutating func add(_ value: JSONValue, name: String = "", depth: Int = 0) {
    if let chart = Chart(value) { return add(chart) }
    if var table = ResultTable(marked: value) {
      if table.title.isEmpty { table.title = name }
      return add(table)
    }
    switch value {
    case .object(let members): add(members, name: name, depth: depth)
    case .array(let elements): add(elements, name: name)
    case .null: break
    default:
      addName(name)
      pieces.append(["prose": .text(ResultView.line(value))])
    }
  }

  /// Adds a chart.
  mutating func add(_ chart: Chart) { pieces.append(ChartPlot(chart).piece) }

  /// Adds a table under its title.
  mutating func add(_ table: ResultTable) {
    addName(table.title)
    pieces.append(table.values)
  }

  private mutating func addName(_ name: String) {
    if !name.isEmpty { pieces.append(["view_name": .text(name)]) }
  }

  private mutating func add(_ members: [JSONMember], name: String, depth: Int) {
    if let rows = ResultView.alike(members) {
      return add(ResultTable(title: name, objects: rows))
    }
    var facts: [TemplateValue] = []
    var rest: [JSONMember] = []
    for member in members {
      switch member.value {
      case .null: break
      case .array([]): break
      // The plugin's own rendering of the members beside it.
      case .string where member.key == "text" && members.count > 1: break
      case .string(let text) where text.utf8.count > 80 || text.utf8.contains(UInt8(ascii: "\n")):
        rest.append(member)
      case .array, .object: rest.append(member)
      default: facts.append(ResultView.fact(member.key, member.value))
      }
    }
    if !facts.isEmpty {
      addName(name)
      pieces.append(["facts_list": ["facts": .list(facts)]])
    }
    for member in rest {
      let inner = name.isEmpty ? member.key : "\(name).\(member.key)"
      if depth < ResultView.depthLimit {
        add(member.value, name: inner, depth: depth + 1)
      } else {
        addName(inner)
        pieces.append(["prose": .text(ResultView.json(member.value))])
      }
    }
  }

  private mutating func add(_ elements: [JSONValue], name: String) {
    guard !elements.isEmpty else { return }
    addName(name)
    if let bars = ResultView.counts(elements) {
      return pieces.append(ChartPlot.bars(bars, label: name, head: ("", name)))
    }
    if elements.allSatisfy({ $0.members != nil }) {
      return pieces.append(ResultTable(title: name, objects: elements).values)
    }
    let lines = elements.prefix(ResultView.rowLimit).map(ResultView.line)
    let isShort = lines.allSatisfy { $0.utf8.count < 30 }
    pieces.append(["prose": .text(lines.joined(separator: isShort ? ", " : "\n"))])
  }

  /// Objects with one text and one number each, such as frequent terms.
  private static func counts(_ elements: [JSONValue]) -> [Chart.Point]? {
    var points: [Chart.Point] = []
    for element in elements.prefix(30) {
      guard let members = element.members, members.count == 2,
        let label = members.lazy.compactMap(\.value.string).first,
        let count = members.lazy.compactMap({ number($0.value) }).first, count >= 0
      else { return nil }
      points.append(Chart.Point(label: label, x: Double(points.count), y: count))
    }
    return points
  }

  /// Flat objects with the same members, such as a median and quartiles for each figure, as rows of a table.
  private static func alike(_ members: [JSONMember]) -> [JSONValue]? {
    guard members.count > 1, let keys = members[0].value.members?.map(\.key), !keys.isEmpty,
      !keys.contains("name")
    else { return nil }
    var rows: [JSONValue] = []
    for member in members {
      guard let cells = member.value.members, cells.map(\.key) == keys,
        cells.allSatisfy({ $0.value.members == nil && $0.value.array == nil })
      else { return nil }
      rows.append(.object([JSONMember("name", .string(member.key))] + cells))
    }
    return rows
  }

  static func fact(_ label: String, _ value: JSONValue) -> TemplateValue {
    ["label": .text(label), "value": .text(line(value))]
  }

  static func number(_ value: JSONValue) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }

  /// A value in one line.
  static func line(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .bool(let flag): flag ? "yes" : "no"
    case .integer(let number): String(number)
    case .number(let number): PlotNumber.text(number)
    case .string(let text): text
    case .array(let elements) where elements.allSatisfy({ $0.array == nil && $0.members == nil }):
      elements.map(line).joined(separator: ", ")
    case .array, .object: json(value)
    }
  }

  private static func json(_ value: JSONValue) -> String {
    var json = JSONWriter()
    json.value(value)
    return String(decoding: json.finish(), as: UTF8.self)
  }

  static func columns(of objects: [JSONValue]) -> [String] {
    var columns: [String] = []
    for member in objects.prefix(rowLimit).lazy.compactMap(\.members).joined()
    where member.value != .null && !columns.contains(member.key) && columns.count < columnLimit {
      columns.append(member.key)
    }
    return columns
  }
}
