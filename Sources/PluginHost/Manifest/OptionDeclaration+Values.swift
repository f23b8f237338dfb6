import ArticleModel

extension OptionDeclaration {
  /// Why a value does not fit, without the value.
  struct Misfit: Error {
    var problem: String
  }

  /// The value that a text on the command line says.
  func parse(_ text: String) throws(Misfit) -> JSONValue {
    switch type {
    case .string: return try checked(.string(text))
    case .integer:
      guard let number = Int(text) else { throw Misfit(problem: expected) }
      return try checked(.integer(number))
    case .number:
      guard let number = Double(text), number.isFinite else { throw Misfit(problem: expected) }
      return try checked(.number(number))
    case .boolean:
      switch text {
      case "true", "yes", "on", "1": return .bool(true)
      case "false", "no", "off", "0": return .bool(false)
      default: throw Misfit(problem: "\(expected) (true or false)")
      }
    case .list:
      let elements =
        text.isEmpty ? [] : text.split(separator: ",", omittingEmptySubsequences: false)
      return try checked(.array(elements.map { .string(String($0)) }))
    case .file: return try checked(.string(text))
    }
  }

  /// The value where it fits the type, the bounds and the choices.
  func checked(_ value: JSONValue) throws(Misfit) -> JSONValue {
    switch (type, value) {
    case (.string, .string(let text)):
      try checkSize(text.unicodeScalars.count, "characters")
      try checkChoice(text)
      return value
    case (.integer, _):
      guard let number = value.integer else { throw Misfit(problem: expected) }
      try checkBounds(Double(number))
      return .integer(number)
    case (.number, .integer(let number)):
      try checkBounds(Double(number))
      return .number(Double(number))
    case (.number, .number(let number)):
      try checkBounds(number)
      return value
    case (.boolean, .bool): return value
    case (.list, .object(let members)) where members.isEmpty: return try checked(.array([]))
    case (.list, .array(let elements)):
      try checkSize(elements.count, "elements")
      for element in elements {
        guard let text = element.string else { throw Misfit(problem: expected) }
        try checkChoice(text)
      }
      return value
    case (.file, .string(let path)):
      guard !path.isEmpty else { throw Misfit(problem: expected) }
      return value
    default: throw Misfit(problem: expected)
    }
  }

  private var expected: String {
    switch type {
    case .list: "expected list of strings"
    case .file: "expected path of a file"
    case .string, .integer, .number, .boolean: "expected \(type.rawValue)"
    }
  }

  private func checkBounds(_ number: Double) throws(Misfit) {
    if let minimum, number < minimum {
      throw Misfit(problem: "expected at least \(OptionDeclaration.shown(minimum))")
    }
    if let maximum, number > maximum {
      throw Misfit(problem: "expected at most \(OptionDeclaration.shown(maximum))")
    }
  }

  private func checkSize(_ size: Int, _ unit: String) throws(Misfit) {
    if let minimum, Double(size) < minimum {
      throw Misfit(problem: "expected at least \(OptionDeclaration.shown(minimum)) \(unit)")
    }
    if let maximum, Double(size) > maximum {
      throw Misfit(problem: "expected at most \(OptionDeclaration.shown(maximum)) \(unit)")
    }
  }

  private func checkChoice(_ text: String) throws(Misfit) {
    guard let choices, !choices.contains(text) else { return }
    let hint = suggestion(for: text, among: choices).map { "; did you mean '\($0)'?" } ?? ""
    throw Misfit(problem: "expected one of \(choices.joined(separator: ", "))\(hint)")
  }

  static func shown(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }
}
