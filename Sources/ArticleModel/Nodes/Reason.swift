/// Why a reader took a line for what it says it is.
///
/// The raw value is the stable code that `ibid parse --explain` and `boilerplate.why` show. Codes are
/// added, never renamed.
public enum Reason: String, CaseIterable, Sendable {
  /// The source's own markup says so: a Markdown or HTML construct, a table rule.
  case markup
  /// Nothing else fits: running text.
  case prose
  /// A short line between paragraphs, without a full stop, in a heading's form.
  case headingShape = "heading-shape"
  /// A line that is underlined, numbered or written in capitals as headings are.
  case headingMark = "heading-mark"
  /// A title that headings of this name announce (`Conclusion`, `Notes`).
  case headingWord = "heading-word"
  /// The words of a paragraph nearby, repeated on a line of their own.
  case repeatedWords = "repeated-words"
  /// A line that starts with a note's label where definitions stand together.
  case definitionLabel = "definition-label"
  /// An entry of a references section without labels.
  case referencesSection = "references-section"
  /// Rows that are cut into cells by the same mark.
  case cellMarks = "cell-marks"
  /// Columns kept apart by tabs or wide spaces.
  case columns
  /// A question followed by answers with votes and percentages.
  case votes
  /// Lines that begin with bullets or numbers.
  case bullets
  /// Lines that begin with `>`.
  case quoteMarks = "quote-marks"
  /// Text indented or fenced as code.
  case codeShape = "code-shape"
  /// A short description beside the title, a figure or a table.
  case captionShape = "caption-shape"
  /// A summary before the running text.
  case leadShape = "lead-shape"
  /// A line that tells who the author is.
  case aboutAuthor = "about-author"
  /// A vote or star widget.
  case rating
  /// Buttons that share or print the page.
  case share
  /// Links to other parts of the site.
  case navigation
  /// A notice about cookies or privacy.
  case cookies
  /// An invitation to subscribe, donate or follow.
  case subscription
  /// Links to other articles.
  case related
  /// Copyright lines and addresses at the foot of a page.
  case footer
  /// A line drawn between parts of a page.
  case separator
  /// Advertising.
  case advertisement
  /// What the page says of its comments.
  case comments
  /// The addresses that a text browser lists behind a page.
  case linkList = "link-list"
}
