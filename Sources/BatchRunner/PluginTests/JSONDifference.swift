import ArticleModel

/// Where two JSON values differ, by the path in the value.
///
/// The order of keys does not matter. Numbers are equal where they are the same value.
struct JSONDifference {
  /// How many differences are told.
  private static let limit = 12

  /// One line a difference: `result.words: expected 12, got 13`.
  private(set) var lines: [String] = []
  private var count = 0

  init(expected: JSONValue, actual: JSONValue) {
    compare(expected, actual, at: "")
    if count > JSONDifference.limit { lines.append("and \(count - JSONDifference.limit) more") }
  }

  private mutating func compare(_ expected: JSONValue, _ actual: JSONValue, at path: String) {
    switch (expected, actual) {
    case (.object(let expected), .object(let actual)):
      for member in expected {
        let place = path.isEmpty ? member.key : "\(path).\(member.key)"
        if let other = actual.last(where: { $0.key == member.key }) {
          compare(member.value, other.value, at: place)
        } else {
          add(place, member.value, nil)
        }
      }
      for member in actual where !expected.contains(where: { $0.key == member.key }) {
        add(path.isEmpty ? member.key : "\(path).\(member.key)", nil, member.value)
      }
    case (.array(let expected), .array(let actual)):
      for index in 0..<max(expected.count, actual.count) {
        let place = "\(path)[\(index + 1)]"
        if index >= actual.count {
          add(place, expected[index], nil)
        } else if index >= expected.count {
          add(place, nil, actual[index])
        } else {
          compare(expected[index], actual[index], at: place)
        }
      }
    case (.integer(let expected), .number(let actual)) where Double(expected) == actual: break
    case (.number(let expected), .integer(let actual)) where expected == Double(actual): break
    default: if expected != actual { add(path, expected, actual) }
    }
  }

  private mutating func add(_ path: String, _ expected: JSONValue?, _ actual: JSONValue?) {
    count += 1
    guard count <= JSONDifference.limit else { return }
    lines.append(
      "\(path.isEmpty ? "the record" : path): expected \(shown(expected)), got \(shown(actual))")
  }

  private func shown(_ value: JSONValue?) -> String {
    guard let value else { return "nothing" }
    var json = JSONWriter()
    json.value(value)
    return ColumnText.cut(String(decoding: json.finish(), as: UTF8.self), to: 72)
  }
}
