public import ArticleModel

/// Something that a plugin reports at a place of an article.
public struct Finding: Hashable, Sendable {
  /// A stable code of the plugin's own, in kebab-case.
  public var code: String
  /// How much it matters.
  public var level: Severity
  /// One sentence for people.
  public var message: String
  /// The line in the article, counted from 1, or `nil` for the article as a whole.
  public var line: Int?
  /// The column in the article, counted in Unicode scalars from 1.
  public var column: Int?
  /// The kind of the node that it is about.
  public var kind: String?

  /// Makes a finding.
  public init(
    code: String, level: Severity, message: String, line: Int? = nil, column: Int? = nil,
    kind: String? = nil
  ) {
    self.code = code
    self.level = level
    self.message = message
    self.line = line
    self.column = column
    self.kind = kind
  }
}
