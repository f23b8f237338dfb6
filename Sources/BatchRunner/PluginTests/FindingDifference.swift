import ArticleModel

/// Where the findings of a record are not those that are expected.
///
/// Findings belong together by their place and code, not by their order. An expected finding names the members that
/// are compared: `{"line": 5, "code": "long"}` is met by a finding there, whatever its message. An element `"..."`
/// allows findings that are not named.
struct FindingDifference {
  private(set) var lines: [String] = []

  /// - Parameter article: what excerpts of unexpected findings are taken from.
  init(expected: [JSONValue], actual: [JSONValue], article: Article) {
    var rest = actual
    var isOpen = false
    var missing: [JSONValue] = []
    for finding in expected {
      if finding == .string(JSONDifference.anything) {
        isOpen = true
      } else if let index = rest.firstIndex(where: { FindingDifference.meets(finding, $0) }) {
        rest.remove(at: index)
      } else {
        missing.append(finding)
      }
    }
    for finding in missing {
      // What stands at the same place is probably meant.
      if let index = rest.firstIndex(where: { FindingDifference.isNear(finding, $0) }) {
        let members = finding.members ?? []
        let other = JSONValue.object(
          (rest.remove(at: index).members ?? []).filter { member in
            members.contains { $0.key == member.key }
          })
        lines +=
          JSONDifference(
            expected: finding, actual: other, at: "finding at \(FindingDifference.place(finding))"
          ).lines
      } else {
        lines.append("expected a finding \(FindingDifference.shown(finding)), there is none")
      }
    }
    if isOpen { return }
    for finding in rest {
      lines.append("unexpected finding \(FindingDifference.shown(finding))")
      guard let line = finding["line"]?.integer, line >= 1, line <= article.lines.count else {
        continue
      }
      let range = article.lines.range(ofLine: line - 1)
      let column = finding["column"]?.integer ?? 1
      lines +=
        SourceExcerpt(
          article.source, line: range,
          offset: SourceExcerpt.offset(ofColumn: column, in: article.source, range), number: line
        ).lines
    }
  }

  private static func meets(_ expected: JSONValue, _ actual: JSONValue) -> Bool {
    guard let members = expected.members else { return false }
    return members.allSatisfy { member in
      actual[member.key].map { JSONDifference.matches(member.value, $0) } ?? false
    }
  }

  private static func isNear(_ expected: JSONValue, _ actual: JSONValue) -> Bool {
    guard let line = expected["line"] else { return expected["code"] == actual["code"] }
    return line == actual["line"]
  }

  private static func place(_ finding: JSONValue) -> String {
    [finding["line"], finding["column"]].compactMap { $0?.integer }.map(String.init).joined(
      separator: ":")
  }

  /// `at 5:1 [code]: message`
  private static func shown(_ finding: JSONValue) -> String {
    let place = place(finding)
    let code = finding["code"]?.string.map { " [\($0)]" } ?? ""
    let message = finding["message"]?.string.map { ": \($0)" } ?? ""
    return ColumnText.oneLine((place.isEmpty ? "of the article" : "at \(place)") + code + message)
  }
}
