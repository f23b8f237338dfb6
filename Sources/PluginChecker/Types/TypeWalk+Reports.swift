import ArticleModel
import PluginHost

extension TypeWalk {
  mutating func reportMissing(_ name: String, of type: DeclaredType, _ range: Range<Int>) {
    let title =
      type.element.map { "a list (\($0)[])" }
      ?? (API.type(named: type.name)?.isModule == true
        ? "the module '\(type.name)'" : "\(type.name)")
    let element = ValueType(element: type.element)
    if case .declared(let inner) = element, !Members.named(name, of: inner).isEmpty {
      return report(
        .unknownMember, range, "\(title) has no member '\(name)'; its elements have",
        hint: "go through them with ipairs, or take one: [1].\(name)")
    }
    reportUnknown(name, range, "\(title) has no member '\(name)'", among: Members.names(of: type))
  }

  mutating func reportUnknown(
    _ name: String, _ range: Range<Int>, _ message: String, among names: [String],
    code: CheckCode = .unknownMember, otherwise: String? = nil
  ) {
    report(
      code, range, message,
      hint: suggestion(for: name, among: names).map { "did you mean '\($0)'?" } ?? otherwise)
  }

  mutating func report(
    _ code: CheckCode, _ range: Range<Int>, _ message: String, hint: String? = nil
  ) {
    findings.append(
      CheckFinding(
        path: file.path, range: range, level: .error, code: code, message: message, hint: hint))
  }
}
