/// Something about an article that looks wrong or doubtful, with its place.
public struct Diagnostic: Sendable {
  /// What is wrong, as a stable code.
  public var code: DiagnosticCode
  /// How much it matters.
  public var severity: Severity
  /// One sentence for people.
  public var message: String
  /// The place in the source, in bytes from 0.
  public var byteOffset: UInt32
  /// The line, counted from 1.
  public var line: UInt32 = 0
  /// The column, counted in Unicode scalars from 1.
  public var column: UInt32 = 0

  /// Makes a diagnostic at a byte of the source.
  public init(_ code: DiagnosticCode, _ severity: Severity, _ message: String, at byteOffset: Int) {
    self.code = code
    self.severity = severity
    self.message = message
    self.byteOffset = UInt32(byteOffset)
  }
}

/// How much a diagnostic or a finding matters.
public enum Severity: String, CaseIterable, Comparable, Sendable {
  /// A doubtful reading; nothing is known to be wrong.
  case info
  /// Something in the article that its author would want to mend.
  case warning
  /// Something that makes results wrong.
  case error

  public static func < (a: Severity, b: Severity) -> Bool {
    let order = allCases
    return order.firstIndex(of: a)! < order.firstIndex(of: b)!
  }
}

/// The stable codes of diagnostics; codes are added, never renamed.
public enum DiagnosticCode: String, CaseIterable, Sendable {
  /// A reference whose definition does not exist.
  case footnoteUndefined = "footnote-undefined"
  /// A definition that nothing cites.
  case footnoteUnreferenced = "footnote-unreferenced"
  /// A definition whose number is lower than that of the one before.
  case footnoteOutOfOrder = "footnote-out-of-order"
  /// Two definitions with one label in one series.
  case footnoteDuplicate = "footnote-duplicate"
  /// A line without a label that was joined to the definition above it.
  case footnoteContinued = "footnote-continued"
  /// An *Ibid.* that follows no footnote.
  case antecedentMissing = "antecedent-missing"
  /// A row with fewer or more cells than its header.
  case tableRaggedRow = "table-ragged-row"
  /// Percentages that do not follow from the votes.
  case pollPercentMismatch = "poll-percent-mismatch"
  /// Votes that do not add up to the total.
  case pollTotalMismatch = "poll-total-mismatch"
  /// Bytes that are not UTF-8, replaced by U+FFFD.
  case encodingInvalid = "encoding-invalid"
  /// A source in another encoding, converted to UTF-8.
  case encodingConverted = "encoding-converted"
  /// NUL bytes in the source.
  case encodingNul = "encoding-nul"
  /// A date that may be read as day–month or month–day.
  case dateAmbiguous = "date-ambiguous"
  /// A source without any text.
  case articleEmpty = "article-empty"
  /// Front matter that is not valid YAML.
  case frontMatterInvalid = "front-matter-invalid"
  /// Nesting deeper than the reader follows; what lies deeper is kept as text.
  case nestingTooDeep = "nesting-too-deep"
  /// Markup whose parsing would take more than linear time; it is read as plain text.
  case markupTooCostly = "markup-too-costly"
  /// A text that is named a pull quote and repeats nothing of the article.
  case pullQuoteDoubtful = "pull-quote-doubtful"
  /// Boilerplate that reads like prose.
  case boilerplateDoubtful = "boilerplate-doubtful"
  /// A heading that might be a short paragraph.
  case headingDoubtful = "heading-doubtful"
  /// A number taken for a reference though it looks like another number and the notes beside it are not both cited.
  case referenceDoubtful = "reference-doubtful"
}
