import ArticleModel

/// Where a JSON value is not what is expected, by the path in the value.
///
/// The order of keys does not matter. Numbers are equal where they are the same value. `"..."` stands for what may be
/// anything: as a value for any value, as a key of an object for any other members, as an element of an array for any
/// elements.
struct JSONDifference {
  /// How many differences are told.
  private static let limit = 12
  /// What stands for anything.
  static let anything = "..."

  /// One line a difference: `result.words: expected 12, got 13`; long texts have theirs below, line by line.
  private(set) var lines: [String] = []
  private var count = 0

  init(expected: JSONValue, actual: JSONValue, at path: String = "") {
    compare(expected, actual, at: path)
    if count > JSONDifference.limit { lines.append("and \(count - JSONDifference.limit) more") }
  }

  private mutating func compare(_ expected: JSONValue, _ actual: JSONValue, at path: String) {
    switch (expected, actual) {
    case (.string(JSONDifference.anything), _): break
    case (.object(let expected), .object(let actual)): compare(expected, actual, at: path)
    case (.array(let expected), .array(let actual)):
      if expected.contains(.string(JSONDifference.anything)) {
        if !JSONDifference.matches(expected[...], actual[...]) {
          add(path, .array(expected), .array(actual))
        }
        return
      }
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
    case (.string(let expected), .string(let actual))
    where expected != actual && (expected.utf8.contains(0x0A) || actual.utf8.contains(0x0A)):
      count += 1
      guard count <= JSONDifference.limit else { return }
      lines.append("\(path.isEmpty ? "the record" : path): the texts differ")
      lines += LineDifference(expected: expected, actual: actual).lines
    default: if expected != actual { add(path, expected, actual) }
    }
  }

  private mutating func compare(_ expected: [JSONMember], _ actual: [JSONMember], at path: String) {
    let isOpen = expected.contains { $0.key == JSONDifference.anything }
    for member in expected where member.key != JSONDifference.anything {
      let place = path.isEmpty ? member.key : "\(path).\(member.key)"
      if let other = actual.last(where: { $0.key == member.key }) {
        compare(member.value, other.value, at: place)
      } else {
        add(place, member.value, nil)
      }
    }
    guard !isOpen else { return }
    for member in actual where !expected.contains(where: { $0.key == member.key }) {
      add(path.isEmpty ? member.key : "\(path).\(member.key)", nil, member.value)
    }
  }

  /// Whether a value is what is expected.
  static func matches(_ expected: JSONValue, _ actual: JSONValue) -> Bool {
    JSONDifference(expected: expected, actual: actual).count == 0
  }

  /// Whether the elements between gaps follow each other. Takes the first place for each run of elements, which is as
  /// good as any later one; only the last run has to stand at the end.
  private static func matches(_ expected: ArraySlice<JSONValue>, _ actual: ArraySlice<JSONValue>)
    -> Bool
  {
    let runs = expected.split(separator: .string(anything), omittingEmptySubsequences: false)
    guard runs.count > 1, let first = runs.first, let last = runs.last,
      first.count + last.count <= actual.count, starts(actual, with: first),
      starts(actual.suffix(last.count), with: last)
    else { return false }
    var rest = actual.dropFirst(first.count).dropLast(last.count)
    for run in runs.dropFirst().dropLast() {
      while rest.count >= run.count, !starts(rest, with: run) { rest = rest.dropFirst() }
      guard rest.count >= run.count else { return false }
      rest = rest.dropFirst(run.count)
    }
    return true
  }

  private static func starts(_ actual: ArraySlice<JSONValue>, with run: ArraySlice<JSONValue>)
    -> Bool
  {
    actual.count >= run.count && zip(run, actual).allSatisfy { matches($0, $1) }
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
