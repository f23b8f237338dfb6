import ArticleModel
import PluginHost

/// The members of a record that a test compares.
///
/// - `status`: `ok` where it is not given, and anything but `ok` where `error` is.
/// - `result`: the whole value; `"..."` in it stands for anything.
/// - `findings`: by their places.
/// - `files`: the names of the files that the plugin writes.
/// - `error`: a text that its message has to contain, or an object with the members that are compared.
struct ExpectedRecord {
  private static let keys = ["status", "result", "findings", "files", "error"]

  let members: [JSONMember]

  /// Reads `expected.json`; throws what is wrong with it.
  init(json: JSONValue, path: String) throws(InputProblem) {
    guard let members = json.members else {
      throw InputProblem("\(path): expected an object with members of the record")
    }
    for member in members where !ExpectedRecord.keys.contains(member.key) {
      // Records are often pasted whole.
      if member.key == "input" || member.key == "plugin" { continue }
      let near = suggestion(for: member.key, among: ExpectedRecord.keys)
      throw InputProblem(
        "\(path): a record has no member '\(member.key)'"
          + (near.map { "; did you mean '\($0)'?" } ?? ""))
    }
    self.members = members.filter { ExpectedRecord.keys.contains($0.key) }
  }

  private func expected(_ key: String) -> JSONValue? { members.last { $0.key == key }?.value }

  /// What is not as expected, a line each.
  static func problems(_ expected: ExpectedRecord, _ actual: PluginTest.Actual) -> [String] {
    var problems: [String] = []
    let error = expected.expected("error")
    let status = expected.expected("status") ?? (error == nil ? .string("ok") : nil)
    if let status {
      problems +=
        JSONDifference(
          expected: status, actual: .string(actual.record.status.rawValue), at: "status"
        ).lines
    } else if actual.record.status == .ok {
      problems.append("status: expected an error, got \"ok\"")
    }
    func value(_ key: String) -> JSONValue? { actual.members.last { $0.key == key }?.value }
    // The result of a run that failed is missing for that reason alone.
    if let result = expected.expected("result"), problems.isEmpty || actual.record.status == .ok {
      problems +=
        JSONDifference(
          expected: result, actual: value("result") ?? .null, at: "result"
        ).lines
    }
    if let findings = expected.expected("findings")?.array {
      problems +=
        FindingDifference(
          expected: findings, actual: value("findings")?.array ?? [], article: actual.article
        ).lines
    }
    if let files = expected.expected("files") {
      problems +=
        JSONDifference(
          expected: files, actual: value("files") ?? .array([]), at: "files"
        ).lines
    }
    if let error, actual.record.status != .ok { problems += errorProblems(error, value("error")) }
    return problems
  }

  private static func errorProblems(_ expected: JSONValue, _ actual: JSONValue?) -> [String] {
    let message = actual?["message"]?.string ?? ""
    if let text = expected.string {
      return message.firstRange(of: text) != nil
        ? [] : ["error: expected a message with '\(text)', got '\(message)'"]
    }
    return JSONDifference(
      expected: open(expected), actual: actual ?? .null, at: "error"
    ).lines
  }

  /// The object with any other members allowed.
  private static func open(_ value: JSONValue) -> JSONValue {
    guard let members = value.members else { return value }
    return .object(members + [JSONMember(JSONDifference.anything, .bool(true))])
  }

  /// The same members, as they came out now.
  func updated(to actual: PluginTest.Actual) -> [JSONMember] {
    let isError = actual.record.status != .ok
    var updated: [JSONMember] = []
    for member in members {
      let value = actual.members.last { $0.key == member.key }?.value
      switch member.key {
      case "error":
        guard isError, let value else { continue }
        let isMet = ExpectedRecord.errorProblems(member.value, value).isEmpty
        let kept = (member.value.members ?? []).map(\.key)
        let new: JSONValue =
          member.value.string != nil
          ? value["message"] ?? .null
          : .object((value.members ?? []).filter { kept.contains($0.key) })
        updated.append(JSONMember("error", isMet ? member.value : new))
      case "findings":
        let new = value ?? .array([])
        let isMet =
          FindingDifference(
            expected: member.value.array ?? [], actual: new.array ?? [], article: actual.article
          ).lines.isEmpty
        updated.append(JSONMember("findings", isMet ? member.value : new))
      case "files": updated.append(JSONMember("files", value ?? .array([])))
      default:
        if let value {
          updated.append(JSONMember(member.key, JSONUpdate.of(member.value, to: value)))
        }
      }
    }
    if isError, !updated.contains(where: { $0.key == "error" }) {
      updated += ExpectedRecord.recorded(actual).filter { member in
        (member.key == "error" || member.key == "status")
          && !updated.contains { $0.key == member.key }
      }
    }
    return updated
  }

  /// All that a test can compare. The traceback of an error is left out: it changes with every line above.
  static func recorded(_ actual: PluginTest.Actual) -> [JSONMember] {
    actual.members.map { member in
      guard member.key == "error" else { return member }
      return JSONMember(
        "error", .object((member.value.members ?? []).filter { $0.key != "traceback" }))
    }
  }
}
