/// What fills a place of a template.
indirect enum TemplateValue {
  /// Text, which the template escapes.
  case text(String)
  case flag(Bool)
  case list([TemplateValue])
  case map(TemplateMap)
  /// Nothing: a section of this name is left out.
  case absent

  /// The text, or nothing where there is none.
  static func optional(_ text: String?) -> TemplateValue {
    guard let text, !text.isEmpty else { return .absent }
    return .text(text)
  }

  /// A number as it stands in a page.
  static func number(_ number: some BinaryInteger) -> TemplateValue { .text(String(number)) }
}

/// The named values that a template or one of its sections sees.
///
/// A name that a section does not have is looked for in the sections around it.
struct TemplateMap: ExpressibleByDictionaryLiteral {
  fileprivate var members: [(key: String, value: TemplateValue)]

  init(dictionaryLiteral members: (String, TemplateValue)...) {
    self.members = members.map { ($0.0, $0.1) }
  }

  /// Sets a value that is not there yet.
  mutating func set(_ key: String, _ value: TemplateValue) { members.append((key, value)) }

  /// Calls the builder of the library with every value.
  func build(_ values: TemplateBuilder) {
    for member in members { values.add(member.value, for: member.key) }
  }
}

extension TemplateValue: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral members: (String, TemplateValue)...) {
    var map: TemplateMap = [:]
    for member in members { map.set(member.0, member.1) }
    self = .map(map)
  }
}
