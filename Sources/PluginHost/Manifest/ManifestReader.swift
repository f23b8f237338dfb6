import ArticleModel

/// Reads the table that a plugin returns, as JSON, and names the first field that is wrong.
struct ManifestReader {
  let path: String
  /// The plugin's source, where the lines of fields are found.
  let source: [UInt8]
  let json: JSONValue

  private static let fields = ManifestField.all.map(\.name)
  private static let optionFields = ManifestField.ofOption.map(\.name)

  /// The manifest; `hasFunction` tells whether the plugin's table has a function of a name.
  func read(hasFunction: (String) -> Bool) throws(PluginError) -> PluginManifest {
    guard let members = json.members else {
      throw fault(nil, "a plugin returns a table, got \(typeName(json))")
    }
    for member in members where !ManifestReader.fields.contains(member.key) {
      let hint = suggestion(for: member.key, among: ManifestReader.fields)
      throw fault(member.key, "no such field" + (hint.map { "; did you mean '\($0)'?" } ?? ""))
    }
    for name in ["article", "merge", "finish"] {
      if let value = json[name] { throw fault(name, "expected function, got \(typeName(value))") }
    }
    guard let name = try string("name") else { throw fault("name", "expected string, got nothing") }
    try checkName(name)
    let manifest = PluginManifest(
      name: name, version: try string("version") ?? "0.0.0", summary: try string("summary") ?? "",
      since: try string("since"), categories: try strings("categories"), options: try options(),
      reads: try reads(), writes: try boolean("writes"), result: try result(),
      hasArticle: hasFunction("article"),
      hasMerge: hasFunction("merge"), hasFinish: hasFunction("finish"), path: path)
    guard manifest.hasArticle else { throw fault("article", "expected function, got nothing") }
    return manifest
  }

  private func checkName(_ name: String) throws(PluginError) {
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
    if name.isEmpty || name.utf8.count > 64 || !isPlain {
      throw fault("name", "expected 1 to 64 lower-case letters, digits, '-' and '_', got '\(name)'")
    }
  }

  private func reads() throws(PluginError) -> [String] {
    let names = try strings("reads")
    for name in names {
      if let problem = PluginFile.problem(withName: name) { throw fault("reads", problem) }
    }
    return names
  }

  private func result() throws(PluginError) -> ResultShape? {
    guard let value = json["result"] else { return nil }
    do { return try ResultShape(value, path: "result") } catch {
      throw fault(error.path, error.problem)
    }
  }

  // MARK: Options

  private func options() throws(PluginError) -> [OptionDeclaration] {
    guard let value = json["options"] else { return [] }
    guard let members = value.members else {
      throw fault("options", "expected table, got \(typeName(value))")
    }
    var options: [OptionDeclaration] = []
    for member in members { options.append(try option(member.key, member.value)) }
    return options
  }

  private func option(_ name: String, _ json: JSONValue) throws(PluginError) -> OptionDeclaration {
    guard let members = json.members else {
      throw fault("options.\(name)", "expected table, got \(typeName(json))")
    }
    for member in members where !ManifestReader.optionFields.contains(member.key) {
      let hint = suggestion(for: member.key, among: ManifestReader.optionFields).map {
        "; did you mean '\($0)'?"
      }
      throw fault("options.\(name).\(member.key)", "no such field\(hint ?? "")")
    }
    guard let typeName = json["type"]?.string, let type = OptionType(rawValue: typeName) else {
      let types = OptionType.allCases.map(\.rawValue).joined(separator: ", ")
      throw fault("options.\(name).type", "expected one of \(types), got \(shown(json["type"]))")
    }
    var option = OptionDeclaration(name: name, type: type)
    option.minimum = try number(json["min"], "options.\(name).min")
    option.maximum = try number(json["max"], "options.\(name).max")
    if let choices = json["choices"] {
      option.choices = try strings(choices, "options.\(name).choices")
    }
    if let doc = json["doc"] {
      guard let text = doc.string else {
        throw fault("options.\(name).doc", "expected string, got \(shown(doc))")
      }
      option.doc = text
    }
    if let value = json["default"] {
      if type == .file {
        throw fault("options.\(name).default", "a file has no default: only the user names one")
      }
      do {
        option.defaultValue = try option.checked(value)
      } catch {
        throw fault("options.\(name).default", "\(error.problem), got \(shown(value))")
      }
    }
    return option
  }

  // MARK: Fields

  private func string(_ field: String) throws(PluginError) -> String? {
    guard let value = json[field] else { return nil }
    guard let text = value.string else {
      throw fault(field, "expected string, got \(shown(value))")
    }
    return text
  }

  private func boolean(_ field: String) throws(PluginError) -> Bool {
    guard let value = json[field] else { return false }
    guard case .bool(let flag) = value else {
      throw fault(field, "expected boolean, got \(shown(value))")
    }
    return flag
  }

  private func strings(_ field: String) throws(PluginError) -> [String] {
    guard let value = json[field] else { return [] }
    return try strings(value, field)
  }

  private func strings(_ value: JSONValue, _ field: String) throws(PluginError) -> [String] {
    // An empty table of Lua is an empty map in JSON.
    if value.members?.isEmpty == true { return [] }
    guard let elements = value.array else {
      throw fault(field, "expected list of strings, got \(shown(value))")
    }
    var strings: [String] = []
    for element in elements {
      guard let text = element.string else {
        throw fault(field, "expected list of strings, got one with \(shown(element))")
      }
      strings.append(text)
    }
    return strings
  }

  private func number(_ value: JSONValue?, _ field: String) throws(PluginError) -> Double? {
    switch value {
    case nil: return nil
    case .integer(let number): return Double(number)
    case .number(let number): return number
    case .some(let other): throw fault(field, "expected number, got \(shown(other))")
    }
  }

  // MARK: Faults

  private func fault(_ field: String?, _ problem: String) -> PluginError {
    guard let field else { return .load(path: path, line: nil, problem: problem, source: nil) }
    return .badManifest(
      path: path, line: SourceLines(source).line(ofField: field), field: field, problem: problem)
  }

  private func shown(_ value: JSONValue?) -> String {
    switch value {
    case nil: "nothing"
    case .string(let text): "'\(text)'"
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .some(let value): typeName(value)
    }
  }
}

/// The name of a value's type in Lua.
func typeName(_ value: JSONValue) -> String {
  switch value {
  case .null: "nothing"
  case .bool: "boolean"
  case .integer, .number: "number"
  case .string: "string"
  case .array, .object: "table"
  }
}
