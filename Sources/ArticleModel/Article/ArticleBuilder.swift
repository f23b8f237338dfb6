/// Collects what a reader finds and makes an article of it.
///
/// A reader names places by byte offset only; lines, columns, sections, siblings, citations and the order of
/// the arrays are worked out once, in `finish()`.
public struct ArticleBuilder: ~Copyable {
  public let path: String
  public let format: ArticleFormat
  /// The source as valid UTF-8.
  public let source: [UInt8]
  /// What texts are taken from: the source, or as many bytes with something blanked out.
  public var reading: [UInt8]
  public let lines: LineIndex

  public var title: String?
  public var subtitle: String?
  public var series: String?
  public var authors: [Author] = []
  public var date: String?
  public var language: String?
  public var frontMatter: [FrontMatterEntry] = []
  public var diagnostics: [Diagnostic] = []

  /// The arena of normalised texts.
  public internal(set) var text: [UInt8] = []
  public internal(set) var nodes: [Node] = []
  public internal(set) var runs: [Run] = []
  public internal(set) var footnotes: [Footnote] = []
  public internal(set) var references: [Reference] = []
  public internal(set) var tables: [Table] = []
  public internal(set) var tableRows: [IndexSlice] = []
  public internal(set) var cells: [Cell] = []
  public internal(set) var polls: [Poll] = []
  public internal(set) var pollOptions: [PollOption] = []
  /// Labels of references, kept apart while texts are appended; they join the arena in `finish()`.
  var labels: [UInt8] = []
  var citations: [Int32] = []
  var impliedCitations: [(footnote: Int, reference: Int)] = []
  var urls: [ByteSpan] = []
  private var open: [Int] = []

  /// Starts an article from its source, which must be valid UTF-8.
  public init(path: String, format: ArticleFormat, source: [UInt8]) {
    self.path = path
    self.format = format
    self.source = source
    reading = source
    lines = LineIndex(source.span)
    text.reserveCapacity(source.count + source.count / 8)
  }

  // MARK: Nodes

  /// Adds a node and leaves it open: nodes added before `close()` are its children. Returns its index.
  public mutating func open(_ node: Node) -> Int {
    var node = node
    node.parent = Int32(open.last ?? -1)
    nodes.append(node)
    open.append(nodes.count - 1)
    return nodes.count - 1
  }

  /// Ends the node that was opened last.
  public mutating func close() {
    let node = open.removeLast()
    nodes[node].end = Int32(nodes.count)
  }

  /// Adds a node without children. Returns its index.
  @discardableResult
  public mutating func add(_ node: Node) -> Int {
    let index = open(node)
    close()
    return index
  }

  /// Changes a node that was added before.
  public mutating func update(_ node: Int, _ change: (inout Node) -> Void) {
    change(&nodes[node])
  }

  // MARK: Parts of nodes

  /// Adds the record of a footnote for a node of kind `footnote`.
  public mutating func addFootnote(_ footnote: Footnote) {
    nodes[Int(footnote.node)].payload = Int32(footnotes.count)
    footnotes.append(footnote)
  }

  /// Changes a footnote that was added before.
  public mutating func updateFootnote(_ index: Int, _ change: (inout Footnote) -> Void) {
    change(&footnotes[index])
  }

  /// Adds a reference; its `footnote` is an index into the footnotes as added. Returns its index as added.
  @discardableResult
  public mutating func addReference(_ reference: Reference) -> Int {
    references.append(reference)
    return references.count - 1
  }

  /// Counts a reference as a citation of one more footnote, as `[3–5]` cites 4 without naming it.
  public mutating func addCitation(of footnote: Int, by reference: Int) {
    impliedCitations.append((footnote, reference))
  }

  /// Changes a reference that was added before.
  public mutating func updateReference(_ index: Int, _ change: (inout Reference) -> Void) {
    change(&references[index])
  }

  /// Changes a table that was added before.
  public mutating func updateTable(_ index: Int, _ change: (inout Table) -> Void) {
    change(&tables[index])
  }

  /// Changes a cell of a table that was added before.
  public mutating func updateCell(_ index: Int, _ change: (inout Cell) -> Void) {
    change(&cells[index])
  }

  /// Adds the rows of a table for a node of kind `table`.
  public mutating func addTable(_ table: Table, rows: [[Cell]]) {
    var (table, rows) = (table, rows)
    // A header without a word is none.
    if table.hasHeader, rows.count > 1, rows[0].allSatisfy({ $0.text.count == 0 }) {
      table.hasHeader = false
      rows.removeFirst()
    }
    table.rows = IndexSlice(start: tableRows.count, count: rows.count)
    for row in rows {
      tableRows.append(IndexSlice(start: cells.count, count: row.count))
      cells.append(contentsOf: row)
    }
    table.columnCount = UInt32(rows.reduce(0) { max($0, $1.count) })
    nodes[Int(table.node)].payload = Int32(tables.count)
    tables.append(table)
  }

  /// Adds the answers of a poll for a node of kind `poll`.
  public mutating func addPoll(_ poll: Poll, options: [PollOption]) {
    var poll = poll
    poll.options = IndexSlice(start: pollOptions.count, count: options.count)
    pollOptions.append(contentsOf: options)
    nodes[Int(poll.node)].payload = Int32(polls.count)
    polls.append(poll)
  }

  /// Sets the styled pieces of a node's text.
  public mutating func setRuns(_ pieces: [Run], of node: Int) {
    nodes[node].runs = addRuns(pieces)
  }

  /// Adds a styled piece of a text whose pieces come one behind the other.
  public mutating func addRun(_ run: Run) { runs.append(run) }

  /// Adds the styled pieces of a text that is no node's own, such as that of a cell. Returns where they are.
  public mutating func addRuns(_ pieces: [Run]) -> IndexSlice {
    guard !pieces.isEmpty else { return .empty }
    runs.append(contentsOf: pieces)
    return IndexSlice(start: runs.count - pieces.count, count: pieces.count)
  }
}
