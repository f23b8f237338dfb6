/// An article as a reader understood it: flat arrays of plain structs over UTF-8 bytes, never changed once made.
///
/// `nodes` holds the blocks in document order (parents before children), then the footnotes, then the boilerplate.
/// Each node names others by index; all texts lie in one arena, `text`.
public final class Article: Sendable {
  /// The path or identifier that the article was read from.
  public let path: String
  /// The format that it was read as.
  public let format: ArticleFormat
  /// The source as valid UTF-8; all byte offsets count from its start.
  public let source: [UInt8]
  /// The arena that holds every normalised text.
  public let text: [UInt8]

  public let title: String?
  public let subtitle: String?
  /// The column or blog that the article belongs to, named above the title.
  public let series: String?
  public let authors: [Author]
  /// The date of publication in ISO 8601, as precise as the page gives it: `2014-08-07`, `2014-08`.
  public let date: String?
  /// The language as an ISO 639-1 code.
  public let language: String?
  /// Which source lines gave the metadata.
  public let frontMatter: [FrontMatterEntry]

  /// Blocks, footnotes and boilerplate, in this order.
  public let nodes: [Node]
  /// The part of `nodes` that is blocks, nested ones included.
  public let blockRange: Range<Int>
  /// The part of `nodes` that is footnotes and what they contain.
  public let footnoteRange: Range<Int>
  /// The part of `nodes` that is boilerplate.
  public let boilerplateRange: Range<Int>

  public let runs: [Run]
  public let footnotes: [Footnote]
  public let references: [Reference]
  /// For each footnote, the indices of the references that cite it.
  public let citations: [Int32]
  /// Addresses found in footnotes, in the text arena.
  public let urls: [ByteSpan]
  public let tables: [Table]
  /// For each row of each table, its cells.
  public let tableRows: [IndexSlice]
  public let cells: [Cell]
  public let polls: [Poll]
  public let pollOptions: [PollOption]
  public let diagnostics: [Diagnostic]
  /// Where the lines of the source begin.
  public let lines: LineIndex

  init(
    _ builder: consuming ArticleBuilder, nodes: [Node], ranges: (Range<Int>, Range<Int>, Range<Int>)
  ) {
    path = builder.path
    format = builder.format
    title = builder.title
    subtitle = builder.subtitle
    series = builder.series
    authors = builder.authors
    date = builder.date
    language = builder.language
    frontMatter = builder.frontMatter
    self.nodes = nodes
    (blockRange, footnoteRange, boilerplateRange) = ranges
    runs = builder.runs
    footnotes = builder.footnotes
    references = builder.references
    citations = builder.citations
    urls = builder.urls
    tables = builder.tables
    tableRows = builder.tableRows
    cells = builder.cells
    polls = builder.polls
    pollOptions = builder.pollOptions
    diagnostics = builder.diagnostics
    lines = builder.lines
    text = builder.text
    source = builder.source
  }
}

/// The formats that an article can be read from; the raw value is its name in JSON and in Lua.
public enum ArticleFormat: String, CaseIterable, Sendable {
  case text, markdown, html
}
