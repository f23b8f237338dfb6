/// A person or organisation that wrote the article.
public struct Author: Hashable, Sendable {
  /// The name, or `nil` where the page describes the author without naming them.
  public var name: String?
  /// What the page says of the author.
  public var about: String?

  /// Makes an author.
  public init(name: String?, about: String? = nil) {
    self.name = name
    self.about = about
  }
}

/// The lines of the source that gave a field of the article's metadata.
public struct FrontMatterEntry: Sendable {
  /// The field.
  public var field: FrontMatterField
  /// The exact bytes.
  public var source: ByteSpan
  /// The line, counted from 1.
  public var line: UInt32 = 0

  /// Makes the entry for `field`.
  public init(field: FrontMatterField, source: ByteSpan) {
    self.field = field
    self.source = source
  }
}

/// A field of the metadata; the raw value is its name in JSON and in Lua.
public enum FrontMatterField: String, CaseIterable, Sendable {
  case title, subtitle, series, authors, date, language
  /// Lines that belong to the metadata without giving one of the other fields, such as a YAML fence or a place of publication.
  case other
}
