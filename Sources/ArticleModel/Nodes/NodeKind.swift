/// What a node of an article is; the raw value is its name in JSON and in Lua.
public enum NodeKind: String, CaseIterable, Sendable {
  case heading
  case paragraph
  case pullQuote = "pull_quote"
  case list
  case item
  case quote
  case code
  case figure
  case caption
  case table
  case poll
  case footnote
  case boilerplate
}

/// The part that a paragraph plays in its article.
public enum ParagraphRole: String, CaseIterable, Sendable {
  /// Running text.
  case body
  /// The standfirst or abstract above the running text.
  case lead
  /// A line about the author that stands within the text.
  case byline
}
