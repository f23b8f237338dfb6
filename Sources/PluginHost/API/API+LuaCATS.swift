extension API {
  /// The API as a LuaCATS definition file, which lets lua-language-server complete and check
  /// plugins.
  public static func luaCATS() -> String {
    var text = "---@meta\n-- The API of ibid, for lua-language-server.\n"
    text += "\n---@alias ibid.unit " + units.map { "\"\($0)\"" }.joined(separator: "|") + "\n"
    for record in records {
      text += "\n---@class ibid.\(record.name)\n"
      for field in record.fields {
        text += "---@field \(field.name) \(LuaCATSType.of(field.type))\n"
      }
    }
    for type in types where !type.isModule { text += luaCATS(type) }
    text += luaCATS("plugin", "What a plugin's file returns.", ManifestField.all)
    text += luaCATS("option_declaration", "An option of a plugin.", ManifestField.ofOption)
    text += "\n---@class ibid\nibid = { json = {}, csv = {} }\n"
    for module in types where module.isModule {
      for member in module.members {
        text += luaCATS(function: member, called: member.qualifiedName)
      }
    }
    return text
  }

  private static func luaCATS(_ name: String, _ doc: String, _ fields: [ManifestField]) -> String {
    var text = "\n--- \(doc)\n---@class ibid.\(name)\n"
    for field in fields {
      text += "---@field \(field.name) \(LuaCATSType.of(field.type)) \(field.doc)\n"
    }
    return text
  }

  private static func luaCATS(_ type: APIType) -> String {
    let isCollection = type.name == "collection"
    var text = "\n--- \(type.doc)\n---@class ibid.\(type.name)"
    if isCollection { text += "<T>: { [integer]: T }" }
    if let base = type.base { text += " : ibid.\(base)" }
    text += "\n"
    for member in type.members where member.kind == .field {
      text += "---@field \(member.name) \(LuaCATSType.of(member.signature)) \(member.doc)\n"
    }
    guard type.members.contains(where: { $0.kind == .method }) else { return text }
    let variable = "_\(type.name)"
    text += "local \(variable) = {}\n"
    for member in type.members where member.kind == .method {
      text += luaCATS(function: member, called: "\(variable):\(member.name)")
    }
    return text
  }

  private static func luaCATS(function member: APIMember, called name: String) -> String {
    let signature = Signature(member.signature)
    var text = "\n--- \(member.doc)\n"
    for parameter in signature.parameters {
      // The question mark after a function belongs to what it returns.
      let isOptional = parameter.type.hasSuffix("?") && !parameter.type.hasPrefix("fun(")
      let type = isOptional ? String(parameter.type.dropLast()) : parameter.type
      text += "---@param \(parameter.name)\(isOptional ? "?" : "") \(LuaCATSType.of(type))\n"
    }
    if let result = signature.result { text += "---@return \(LuaCATSType.of(result))\n" }
    text += "function \(name)(\(signature.parameters.map(\.name).joined(separator: ", "))) end\n"
    return text
  }
}

/// How LuaCATS writes a type of the declaration.
private enum LuaCATSType {
  static func of(_ type: String) -> String {
    if type.hasPrefix("fun(") { return function(type) }
    if type.hasPrefix("(") { return "(\(function(String(type.dropFirst().dropLast(2)))))?" }
    if type.hasSuffix("?") { return of(String(type.dropLast())) + "?" }
    if type.hasPrefix("table<") {
      let inner = type.dropFirst(6).dropLast().split(separator: ",").map {
        of(String($0.drop { $0 == " " }))
      }
      return "table<\(inner.joined(separator: ", "))>"
    }
    // `table` alone is Lua's, a list of them the article's.
    if type == "table[]" { return "ibid.collection<ibid.table>" }
    if type.hasSuffix("[]") { return "ibid.collection<\(of(String(type.dropLast(2))))>" }
    if type == "collection" { return "ibid.collection<any>" }
    let isDeclared =
      type == "unit" || type == "option_declaration"
      || API.types.contains { $0.name == type && type != "table" }
      || API.records.contains { $0.name == type }
    return isDeclared ? "ibid.\(type)" : type
  }

  private static func function(_ type: String) -> String {
    let signature = Signature(String(type.dropFirst(3)))
    let parameters = signature.parameters.map { "\($0.name): \(of($0.type))" }.joined(
      separator: ", ")
    return "fun(\(parameters))" + (signature.result.map { ": \(of($0))" } ?? "")
  }
}
