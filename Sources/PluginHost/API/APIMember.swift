/// A member of a type or module of the Lua API, as declared.
public struct APIMember: Hashable, Sendable {
  /// How a member is used.
  public enum Kind: Hashable, Sendable {
    /// `object.name`
    case field
    /// `object:name(…)`
    case method
    /// `module.name(…)`
    case function
  }

  public var kind: Kind
  /// The type or module that declares it.
  public var owner: String
  public var name: String
  /// A field's type, such as `string?` or `paragraph[]`; `(parameters): result` for what is called.
  public var signature: String
  /// The version that has it first.
  public var since: String
  /// One sentence.
  public var doc: String
  /// An expression that shows it, over an article named `article`.
  public var example: String

  /// How it is written: `article.title`, `article:count`, `ibid.json.encode`.
  public var qualifiedName: String {
    switch kind {
    case .field: "\(owner).\(name)"
    case .method: "\(owner):\(name)"
    case .function: owner == "ibid" ? "ibid.\(name)" : "ibid.\(owner).\(name)"
    }
  }
}

/// A type or module of the Lua API, as declared.
public struct APIType: Hashable, Sendable {
  public var name: String
  /// The type whose members it has too: `node` for the kinds of nodes.
  public var base: String?
  /// The version that has it first.
  public var since: String
  /// One sentence.
  public var doc: String
  /// Its own members in the order of their declaration, those of the base not included.
  public var members: [APIMember]

  /// Whether it is a module: what is declared there are functions.
  public var isModule: Bool { members.contains { $0.kind == .function } }
}
