import PluginHost

/// What a variable that is not there was probably meant to be.
struct UndefinedVariable {
  let session: ReplSession

  /// The message with "did you mean", where it tells of an undefined variable; else the message itself.
  func explained(_ message: String) -> String {
    let head = "undefined variable '"
    guard message.hasPrefix(head), !message.contains("did you mean") else { return message }
    let name = String(message.dropFirst(head.count).prefix { $0 != "'" })
    return suggestion(name).map { "\(message) (did you mean '\($0)'?)" } ?? message
  }

  private func suggestion(_ name: String) -> String? {
    let globals = session.members(ofPath: "").map(\.name).filter { !$0.hasPrefix("_") }
    if let global = PluginHost.suggestion(for: name, among: globals) { return global }
    // A field that stands alone: `title` for `article.title`.
    let fields = API.members(ofType: "article").filter { $0.kind == .field }.map(\.name)
    let field = fields.contains(name) ? name : PluginHost.suggestion(for: name, among: fields)
    return field.map { "article.\($0)" }
  }
}
