import PluginHost

/// A message in two parts: what is wrong, and what to do about it.
struct MessageHint {
  var message: String
  /// `did you mean 'x'?`, or what a message of Lua's means here.
  var hint: String?

  /// Cuts `…; did you mean 'x'?` and `… (did you mean 'x'?)`, as messages in records have them.
  init(_ text: String) {
    message = text
    for opener in ["; did you mean ", " (did you mean "] {
      guard let range = text.firstRange(of: opener) else { continue }
      let rest = text[range.upperBound...]
      message = String(text[..<range.lowerBound])
      hint = "did you mean \(rest.prefix { $0 != "?" })?"
      return
    }
    hint = MessageHint.missingMember(in: text)
  }

  /// Members that articles need not have are the usual nil.
  private static func missingMember(in text: String) -> String? {
    guard text.hasPrefix("attempt to "), text.firstRange(of: " a nil value (field '") != nil else {
      return nil
    }
    let name = text.split(separator: "'").dropFirst().first.map(String.init) ?? ""
    let members = API.members(matching: name).filter { $0.kind == .field }
    guard let member = members.first, members.allSatisfy({ $0.signature.hasSuffix("?") }) else {
      return nil
    }
    return "not every \(member.owner) has '\(name)': ask first, as in 'if x.\(name) then'"
  }
}
