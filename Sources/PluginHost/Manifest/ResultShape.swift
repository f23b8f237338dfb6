public import ArticleModel

/// What a plugin's results look like, as its manifest declares it: for those who keep them in columns.
///
/// In Lua a shape is the name of a type, a list of one shape, or a table of shapes by name; `["*"]` stands for any
/// name.
public indirect enum ResultShape: Hashable, Sendable {
  case string, integer, number, boolean
  /// Any value.
  case any
  case list(ResultShape)
  /// A table with these fields, each of which may be missing.
  case record([Field])
  /// A table with any names.
  case map(ResultShape)

  /// A field of a record.
  public struct Field: Hashable, Sendable {
    public var name: String
    public var shape: ResultShape
  }

  private static let names: [(name: String, shape: ResultShape)] = [
    ("string", .string), ("integer", .integer), ("number", .number), ("boolean", .boolean),
    ("any", .any),
  ]

  /// Why a shape cannot be read, and where in it.
  struct Misfit: Error {
    var path: String
    var problem: String
  }

  /// Reads a shape from its JSON form; `path` is what messages call it.
  init(_ json: JSONValue, path: String) throws(Misfit) {
    switch json {
    case .string(let name):
      guard let known = ResultShape.names.first(where: { $0.name == name }) else {
        let near = suggestion(for: name, among: ResultShape.names.map(\.name)).map {
          "; did you mean '\($0)'?"
        }
        let all = ResultShape.names.map(\.name).joined(separator: ", ")
        throw Misfit(path: path, problem: "expected one of \(all), got '\(name)'\(near ?? "")")
      }
      self = known.shape
    case .array(let elements):
      guard elements.count == 1 else {
        throw Misfit(
          path: path, problem: "a list has one shape for all its elements, got \(elements.count)")
      }
      self = .list(try ResultShape(elements[0], path: "\(path)[1]"))
    case .object(let members):
      if let every = json["*"] {
        guard members.count == 1 else {
          throw Misfit(
            path: path, problem: "'*' stands for all names: it cannot have others beside it")
        }
        self = .map(try ResultShape(every, path: "\(path).*"))
        return
      }
      var fields: [Field] = []
      for member in members {
        let shape = try ResultShape(member.value, path: "\(path).\(member.key)")
        fields.append(Field(name: member.key, shape: shape))
      }
      self = .record(fields)
    case .null, .bool, .integer, .number:
      throw Misfit(path: path, problem: "expected a type's name or table, got \(typeName(json))")
    }
  }

  /// Writes the JSON form.
  public func write(to json: inout JSONWriter) {
    switch self {
    case .list(let element):
      json.beginArray()
      element.write(to: &json)
      json.endArray()
    case .record(let fields):
      json.beginObject()
      for field in fields {
        json.key(field.name)
        field.shape.write(to: &json)
      }
      json.endObject()
    case .map(let value):
      json.beginObject()
      json.key("*")
      value.write(to: &json)
      json.endObject()
    case .string, .integer, .number, .boolean, .any:
      json.value(ResultShape.names.first { $0.shape == self }!.name)
    }
  }

  /// What of a value does not have the shape, as a sentence without a full stop; `nil` where all of it has.
  ///
  /// - Parameter path: what the sentence calls the value.
  public func misfit(of value: JSONValue, path: String = "result") -> String? {
    switch (self, value) {
    case (.any, _), (.string, .string), (.integer, .integer), (.number, .number),
      (.number, .integer), (.boolean, .bool):
      return nil
    case (.list, .object(let members)) where members.isEmpty: return nil
    case (.list(let element), .array(let elements)):
      for (index, value) in elements.enumerated() {
        if let misfit = element.misfit(of: value, path: "\(path)[\(index + 1)]") { return misfit }
      }
      return nil
    case (.record(let fields), .object(let members)):
      for member in members {
        guard let field = fields.first(where: { $0.name == member.key }) else {
          return "\(path).\(member.key) is not declared"
        }
        if let misfit = field.shape.misfit(of: member.value, path: "\(path).\(member.key)") {
          return misfit
        }
      }
      return nil
    case (.map(let shape), .object(let members)):
      for member in members {
        if let misfit = shape.misfit(of: member.value, path: "\(path).\(member.key)") {
          return misfit
        }
      }
      return nil
    // An empty table of Lua may be either.
    case (.record, .array(let elements)), (.map, .array(let elements)):
      return elements.isEmpty ? nil : "\(path) is a list, declared as \(kind)"
    default: return "\(path) is a \(typeName(value)), declared as \(kind)"
    }
  }

  /// A word or two for messages.
  private var kind: String {
    switch self {
    case .list: "a list"
    case .record, .map: "a table with names"
    case .string, .integer, .number, .boolean, .any:
      ResultShape.names.first { $0.shape == self }!.name
    }
  }
}
