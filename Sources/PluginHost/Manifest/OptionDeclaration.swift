public import ArticleModel

/// An option that a plugin declares in its manifest.
public struct OptionDeclaration: Hashable, Sendable {
  /// The name, in snake_case.
  public var name: String
  /// The type that values must have.
  public var type: OptionType
  /// The value where the user gives none; `null` for an option without default.
  public var defaultValue: JSONValue
  /// The least value of a number, or the least length of a string or list.
  public var minimum: Double?
  /// The greatest value of a number, or the greatest length of a string or list.
  public var maximum: Double?
  /// The values that are allowed, for a string or the elements of a list.
  public var choices: [String]?
  /// One sentence that says what it does.
  public var doc: String

  /// Makes a declaration.
  public init(
    name: String, type: OptionType, defaultValue: JSONValue = .null, minimum: Double? = nil,
    maximum: Double? = nil, choices: [String]? = nil, doc: String = ""
  ) {
    self.name = name
    self.type = type
    self.defaultValue = defaultValue
    self.minimum = minimum
    self.maximum = maximum
    self.choices = choices
    self.doc = doc
  }
}

/// The types of options; the raw value is the name in manifests.
public enum OptionType: String, CaseIterable, Sendable {
  case string, integer, number, boolean
  /// A list of strings; on the command line with commas between them.
  case list
  /// The text of a file that the user names.
  case file
}
