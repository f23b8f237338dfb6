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
  private let spool: RecordSpool
  private var totals: [TotalLine] = []

  /// Prepares a report.
  ///
  /// - Parameters:
  ///   - folder: where to write it; made where it is not there.
  ///   - title: what the run was over.
  ///   - inputs: the inputs of the run, from the start.
  public init(
    folder: String, title: String, inputs: @escaping () throws(RunError) -> InputSequence
  ) throws(RunError) {
    self.folder = folder
    self.title = title
    self.inputs = inputs
    spool = try RecordSpool()
  }

  /// The file to open.
  public var indexPath: String { "\(folder)/index.html" }

  public func write(_ record: RecordLine) throws(RunError) { try spool.write(record) }

  public func write(_ total: TotalLine) throws(RunError) { totals.append(total) }

  public func flush() throws(RunError) {}

  public func finish() throws(RunError) {
    try spool.rewind()
    var groups = RecordGroups(spool)
    var corpus = Corpus()
    var names = PageNames()
    let page = ArticlePage()
    let inputs = try inputs()
    while let name = groups.input, let input = inputs.next() {
      let article = try? ArticleLoader.load(input)
      // An input that came after the run has no records.
      guard name == article?.path ?? input.name else { continue }
      let records = groups.take()
      var address: String?
      if let article, corpus.rows.count < HTMLOutput.pageLimit {
        let file = "articles/\(names.name(for: article.path))"
        try write(page.render(article, records: records, index: "../index.html"), to: file)
        address = file
      }
      corpus.add(name, article: article, records: records, page: address)
    }
    // Inputs that cannot be read twice, such as standard input.
    while let name = groups.input {
      corpus.add(name, article: nil, records: groups.take(), page: nil)
    }
    try write(CorpusPage(corpus, title: title, totals: totals).render(), to: "index.html")
  }

  private func write(_ bytes: [UInt8], to name: String) throws(RunError) {
    do throws(InputProblem) { try ReportFile.write(bytes, to: "\(folder)/\(name)") } catch {
      throw .output(path: "\(folder)/\(name)", reason: error.description)
    }
  }
}

/// The records of a spool, an input at a time.
private struct RecordGroups {
  private let spool: RecordSpool
  private var record: RecordLine?

  init(_ spool: RecordSpool) {
    self.spool = spool
    record = spool.next()
  }

  /// The input of the next group, or `nil` at the end.
  var input: String? { record?.input }

  /// The next group: records of one input, until its name or a plugin comes again.
  mutating func take() -> [RecordLine] {
    var group: [RecordLine] = []
    while let next = record, group.isEmpty || next.input == group[0].input,
      !group.contains(where: { $0.plugin == next.plugin })
    {
      group.append(next)
      record = spool.next()
    }
    return group
  }
}
