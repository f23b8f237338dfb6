import PluginHost

/// A name that may follow what was typed, from a live value or from the declaration.
struct KnownName: Hashable {
  var name: String
  /// Its type, or `(parameters): result`.
  var type: String
  /// One sentence, or nothing.
  var doc: String
  var isFunction: Bool
  /// Whether it follows a colon.
  var isMethod: Bool

  init(_ name: PluginHost.Completion) {
    self.name = name.name
    type = name.type
    doc = name.doc
    isFunction = name.isFunction
    isMethod = name.isMethod
  }

  init(_ member: APIMember) {
    name = member.name
    type = member.signature
    doc = member.doc
    isFunction = member.kind != .field
    isMethod = member.kind == .method
  }
}
