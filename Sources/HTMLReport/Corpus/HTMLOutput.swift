import ArticleModel
public import BatchRunner
import PluginHost

/// Writes a report of a run: `index.html` with all articles, and a page for each article in `articles/`.
///
/// Records wait for the end in a file without a name. Then the inputs are read once more, each with the records that
/// belong to it, so that memory holds one article and a row of figures for each.
public final class HTMLOutput: RecordOutput {
  /// How many articles have pages of their own.
  public static let pageLimit = 2000

  private let folder: String
  private let title: String
  private let inputs: () throws(RunError) -> InputSequence
  private let fields: DocumentFields
  private let spool: RecordSpool
  /// The inputs that have records.
  private var names: Set<String> = []
  private var totals: [TotalLine] = []

  /// Prepares a report.
  ///
  /// - Parameters:
  ///   - folder: where to write it; made where it is not there.
  ///   - title: what the run was over.
  ///   - fields: the keys of documents in JSON Lines.
  ///   - inputs: the inputs of the run, from the start.
  public init(
    folder: String, title: String, fields: DocumentFields,
    inputs: @escaping () throws(RunError) -> InputSequence
  ) throws(RunError) {
    self.folder = folder
    self.title = title
    self.fields = fields
    self.inputs = inputs
    spool = try RecordSpool()
  }

  /// The file to open.
  public var indexPath: String { "\(folder)/index.html" }

  public func write(_ record: RecordLine) throws(RunError) {
    names.insert(record.input)
    try spool.write(record)
  }

  public func write(_ total: TotalLine) throws(RunError) { totals.append(total) }

  public func flush() throws(RunError) {}

  public func finish() throws(RunError) {
    try spool.rewind()
    var groups = try RecordGroups(spool)
    var corpus = Corpus()
    var pages = PageNames()
    let page = ArticlePage()
    let inputs = try inputs()
    while let input = inputs.next() {
      let article = try? ArticleLoader.load(input, fields: fields)
      let name = article?.path ?? input.name
      // An input that came after the run has no records.
      guard names.contains(name) else { continue }
      // One that went since then has no page.
      while let gone = groups.input, gone != name {
        corpus.add(gone, article: nil, records: try groups.take(), page: nil)
      }
      guard groups.input != nil else { break }
      let records = try groups.take()
      var address: String?
      if let article, corpus.rows.count < HTMLOutput.pageLimit {
        let file = "articles/\(pages.name(for: article.path))"
        try write(page.render(article, records: records, index: "../index.html"), to: file)
        address = file
      }
      corpus.add(name, article: article, records: records, page: address)
    }
    // Inputs that cannot be read twice, such as standard input.
    while let name = groups.input {
      corpus.add(name, article: nil, records: try groups.take(), page: nil)
    }
    try write(CorpusPage(corpus, title: title, totals: totals).render(), to: "index.html")
  }

  private func write(_ bytes: [UInt8], to name: String) throws(RunError) {
    do throws(WriteProblem) { try ReportFile.write(bytes, to: "\(folder)/\(name)") } catch {
      throw RunError(error)
    }
  }
}

/// The records of a spool, an input at a time.
private struct RecordGroups {
  private let spool: RecordSpool
  private var record: RecordLine?

  init(_ spool: RecordSpool) throws(RunError) {
    self.spool = spool
    record = try spool.next()
  }

  /// The input of the next group, or `nil` at the end.
  var input: String? { record?.input }

  /// The next group: records of one input, until its name or a plugin comes again.
  mutating func take() throws(RunError) -> [RecordLine] {
    var group: [RecordLine] = []
    while let next = record, group.isEmpty || next.input == group[0].input,
      !group.contains(where: { $0.plugin == next.plugin })
    {
      group.append(next)
      record = try spool.next()
    }
    return group
  }
}
