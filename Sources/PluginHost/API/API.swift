import CLuaBridge

/// Everything that Lua sees, from the one declaration that also drives the dispatch of handles.
///
/// Help, completion, "did you mean", the LuaCATS file for editors and the reference page are made
/// from it.
public enum API {
  /// The types and modules in the order of their declaration.
  public static let types: [APIType] = {
    var typeCount = 0
    var memberCount = 0
    let declaredTypes = UnsafeBufferPointer(start: ibid_api_types(&typeCount), count: typeCount)
    let declaredMembers = UnsafeBufferPointer(
      start: ibid_api_members(&memberCount), count: memberCount)
    let members = declaredMembers.map { member in
      let kind: APIMember.Kind =
        switch member.kind {
        case IBID_FIELD: .field
        case IBID_METHOD: .method
        default: .function
        }
      return APIMember(
        kind: kind, owner: String(cString: member.owner), name: String(cString: member.name),
        signature: String(cString: member.type), since: String(cString: member.since),
        doc: String(cString: member.doc), example: String(cString: member.example))
    }
    return declaredTypes.map { type in
      let name = String(cString: type.name)
      let base = String(cString: type.base)
      return APIType(
        name: name, base: base == "none" ? nil : base, since: String(cString: type.since),
        doc: String(cString: type.doc), members: members.filter { $0.owner == name })
    }
  }()

  /// A type or module by its name.
  public static func type(named name: String) -> APIType? { types.first { $0.name == name } }

  /// The members of a type, those of its base included where it does not declare the same name; its
  /// own first.
  public static func members(ofType name: String) -> [APIMember] {
    guard let type = type(named: name) else { return [] }
    let inherited = type.base.flatMap { API.type(named: $0) }?.members ?? []
    return type.members
      + inherited.filter { base in !type.members.contains { $0.name == base.name } }
  }

  /// What a person may mean by a name: `article.title`, `paragraph:count`, `count`, `ibid.json`.
  ///
  /// A bare name finds every member of that name.
  public static func members(matching query: String) -> [APIMember] {
    let parts = query.split { $0 == "." || $0 == ":" }.map(String.init)
    guard let name = parts.last else { return [] }
    if parts.count == 1 { return types.flatMap(\.members).filter { $0.name == name } }
    return members(ofType: parts[parts.count - 2]).filter { $0.name == name }
  }

  /// The name of a type or member that an unknown one was probably meant to be.
  public static func suggestion(for query: String) -> String? {
    let names =
      types.map(\.name) + types.flatMap(\.members).flatMap { [$0.qualifiedName, $0.name] }
    return PluginHost.suggestion(for: query, among: names)
  }

  /// What `count` counts.
  public static let units: [String] = (0..<Int(IBID_UNIT_COUNT.rawValue)).map {
    String(cString: ibid_unit_name(ibid_unit(rawValue: UInt32($0))))
  }

  /// Those of them that are counted in texts, and so are measures as well.
  private static let textUnits = ["words", "sentences", "syllables", "characters"]

  /// Tables with fixed fields that functions take or give, as the declaration names them.
  public static let records: [(name: String, fields: [(name: String, type: String)])] = [
    ("match", [("node", "node"), ("first", "integer"), ("last", "integer")]),
    ("passage", [("text", "string"), ("node", "node"), ("line", "integer")]),
    ("occurrence", [("term", "integer"), ("first", "integer"), ("last", "integer")]),
    ("frequency", [("term", "string"), ("count", "integer")]),
    ("frequencies", [("top", "integer?"), ("stopwords", "boolean?"), ("minimum", "integer?")]),
    (
      "measure",
      [
        ("include", "string[]?"), ("language", "string?"), ("top", "integer?"),
        ("stopwords", "boolean?"), ("minimum", "integer?"), ("phrases", "integer?"),
        ("units", "string[]?"), ("index", "integer?"),
      ]
    ),
    (
      "measures",
      [
        ("words", "integer"), ("sentences", "integer"), ("characters", "integer"),
        ("visible_characters", "integer"), ("letters", "integer"), ("syllables", "integer"),
        ("monosyllables", "integer"), ("polysyllables", "integer"), ("long_words", "integer"),
        ("unfamiliar_words", "integer"), ("hard_words", "integer"), ("tokens", "integer"),
        ("types", "integer"), ("hapaxes", "integer"), ("diversity", "number?"),
        ("terms", "frequency[]"), ("phrases", "frequency[]?"),
        ("index", "table<string, integer>?"),
      ] + units.filter { !textUnits.contains($0) }.map { ($0, "integer?") }
    ),
    (
      "edits",
      [
        ("drop", "node[]?"), ("replace", "table<node, string>?"),
        ("before", "table<node, string>?"), ("after", "table<node, string>?"),
      ]
    ),
    (
      "finding",
      [
        ("message", "string"), ("code", "string?"), ("level", "string?"), ("node", "node?"),
        ("line", "integer?"), ("column", "integer?"),
      ]
    ),
  ]
}
