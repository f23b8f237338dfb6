import ArticleModel

/// What a test expects, brought up to what came out, so that it still says what its author left open.
enum JSONUpdate {
  /// The expected value, changed only where the actual one differs from it.
  static func of(_ expected: JSONValue, to actual: JSONValue) -> JSONValue {
    if JSONDifference.matches(expected, actual) { return expected }
    switch (expected, actual) {
    case (.object(let expected), .object(let actual)):
      let isOpen = expected.contains { $0.key == JSONDifference.anything }
      var members: [JSONMember] = []
      for member in expected {
        if member.key == JSONDifference.anything {
          members.append(member)
        } else if let other = actual.last(where: { $0.key == member.key }) {
          members.append(JSONMember(member.key, of(member.value, to: other.value)))
        }
      }
      for member in actual where !isOpen && !members.contains(where: { $0.key == member.key }) {
        members.append(member)
      }
      return .object(members)
    case (.array(let expected), .array(let actual))
    where expected.count == actual.count && !expected.contains(.string(JSONDifference.anything)):
      return .array(zip(expected, actual).map { of($0, to: $1) })
    default: return actual
    }
  }
}
