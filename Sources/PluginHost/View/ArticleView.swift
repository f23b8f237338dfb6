import ArticleModel
import CLuaBridge

/// An article as the flat C arrays that the accessors of handles read: one copy, made once per
/// article.
final class ArticleView {
  let article: Article
  /// The view; its address stays the same as long as this object lives.
  let pointer: UnsafeMutablePointer<ibid_article_view>
  let memory = ViewMemory()

  init(_ article: Article) {
    self.article = article
    pointer = memory.allocate(ibid_article_view.self, 1)
    pointer.initialize(to: ibid_article_view())
    fillMetadata()
    fillNodes()
    fillParts()
    fillLinks()
  }

  // MARK: Metadata

  private func fillMetadata() {
    let source = memory.copy(article.source)
    let text = memory.copy(article.text)
    pointer.pointee.source = ibid_text(bytes: source, count: article.source.count)
    pointer.pointee.text = ibid_text(bytes: text, count: article.text.count)
    pointer.pointee.path = self.text(article.path)
    pointer.pointee.format = self.text(article.format.rawValue)
    pointer.pointee.title = self.text(article.title)
    pointer.pointee.subtitle = self.text(article.subtitle)
    pointer.pointee.series = self.text(article.series)
    pointer.pointee.date = self.text(article.date)
    pointer.pointee.language = self.text(article.language)
    pointer.pointee.line_count = UInt32(article.lines.count)
    pointer.pointee.authors = memory.map(article.authors) {
      ibid_author(name: self.text($0.name), about: self.text($0.about))
    }
    pointer.pointee.author_count = UInt32(article.authors.count)
    pointer.pointee.front_matter = memory.map(article.frontMatter) {
      ibid_front_matter(
        field: self.text($0.field.rawValue), source: ibid_range($0.source), line: $0.line)
    }
    pointer.pointee.front_matter_count = UInt32(article.frontMatter.count)
    pointer.pointee.diagnostics = memory.map(article.diagnostics) {
      ibid_diagnostic(
        code: self.text($0.code.rawValue), severity: self.text($0.severity.rawValue),
        message: self.text($0.message), line: $0.line, column: $0.column)
    }
    pointer.pointee.diagnostic_count = UInt32(article.diagnostics.count)
  }

  private func text(_ string: String?) -> ibid_text {
    guard var string else { return ibid_text(bytes: nil, count: 0) }
    return string.withUTF8 { ibid_text(bytes: memory.copy($0), count: $0.count) }
  }

  // MARK: Nodes and their parts

  private func fillNodes() {
    pointer.pointee.nodes = memory.map(article.nodes) { ibid_node($0) }
    pointer.pointee.node_count = UInt32(article.nodes.count)
    pointer.pointee.block_nodes = ibid_range(article.blockRange)
    pointer.pointee.footnote_nodes = ibid_range(article.footnoteRange)
    pointer.pointee.boilerplate_nodes = ibid_range(article.boilerplateRange)
  }

  private func fillParts() {
    pointer.pointee.runs = memory.map(article.runs) {
      ibid_run(
        styles: $0.style.rawValue, reference: $0.reference, text: ibid_range($0.text),
        href: ibid_range($0.href))
    }
    pointer.pointee.footnotes = memory.map(article.footnotes) {
      ibid_footnote(
        node: $0.node, antecedent: $0.antecedent, number: Int64($0.number ?? -1),
        label: ibid_range($0.label), citations: ibid_range($0.citations), urls: ibid_range($0.urls))
    }
    pointer.pointee.references = memory.map(article.references) {
      ibid_reference(
        node: $0.node, footnote: $0.footnote, number: Int64($0.number ?? -1),
        label: ibid_range($0.label), source: ibid_range($0.source), line: $0.line, column: $0.column
      )
    }
    pointer.pointee.reference_count = UInt32(article.references.count)
    pointer.pointee.citations = memory.map(article.citations) { $0 }
    pointer.pointee.urls = memory.map(article.urls) { ibid_range($0) }
    pointer.pointee.table_rows = memory.map(article.tableRows) { ibid_range($0) }
    pointer.pointee.cells = memory.map(article.cells) {
      ibid_cell(text: ibid_range($0.text), runs: ibid_range($0.runs))
    }
    pointer.pointee.tables = memory.map(article.tables) {
      ibid_table(
        node: $0.node, has_header: $0.hasHeader, column_count: $0.columnCount,
        label: ibid_range($0.label), caption: ibid_range($0.caption), rows: ibid_range($0.rows))
    }
    pointer.pointee.polls = memory.map(article.polls) {
      ibid_reader_poll(
        node: $0.node, question: ibid_range($0.question), options: ibid_range($0.options),
        total: Int64($0.total ?? -1), consistent: $0.isConsistent)
    }
    pointer.pointee.options = memory.map(article.pollOptions) {
      ibid_option(
        label: ibid_range($0.label), votes: Int64($0.votes ?? -1), percent: $0.percent ?? -1)
    }
  }

  // MARK: Lists of nodes

  /// Writes the lists of nodes one after the other: children, kinds, sections; each node is in
  /// three at most.
  private func fillLinks() {
    let links = memory.allocate(Int32.self, 3 * article.nodes.count)
    var list = LinkWriter(links: links)
    pointer.pointee.links = UnsafePointer(links)
    pointer.pointee.blocks = list.write(article.blocks)
    pointer.pointee.footnote_links = list.write(article.footnoteNodes)
    pointer.pointee.boilerplate_links = list.write(article.boilerplate)
    let nodes = UnsafeMutablePointer(mutating: pointer.pointee.nodes!)
    for index in article.nodes.indices where Int(article.nodes[index].end) > index + 1 {
      nodes[index].children = list.write(article.children(of: index))
    }
    fillNext(nodes)
    fillKinds(&list)
    fillSections(&list)
  }

  private func fillNext(_ nodes: UnsafeMutablePointer<ibid_node>) {
    for index in article.nodes.indices {
      let previous = article.nodes[index].previous
      if previous >= 0 { nodes[Int(previous)].next = Int32(index) }
    }
  }

  private func fillKinds(_ list: inout LinkWriter) {
    withUnsafeMutableBytes(of: &pointer.pointee.kinds) { bytes in
      let kinds = bytes.bindMemory(to: ibid_range.self)
      for kind in NodeKind.allCases {
        let index = Int(kind.number)
        switch kind {
        case .footnote: kinds[index] = pointer.pointee.footnote_links
        case .boilerplate: kinds[index] = pointer.pointee.boilerplate_links
        default: kinds[index] = list.write(article.blocks(of: kind))
        }
      }
    }
  }

  private func fillSections(_ list: inout LinkWriter) {
    var sections: [ibid_section] = []
    var heading: Int32 = -1
    var blocks: [Int] = []
    func close() {
      guard heading >= 0 || !blocks.isEmpty else { return }
      sections.append(ibid_section(heading: heading, blocks: list.write(blocks)))
    }
    for block in article.blocks {
      guard article.nodes[block].kind == .heading else {
        blocks.append(block)
        continue
      }
      close()
      heading = Int32(block)
      blocks = []
    }
    close()
    pointer.pointee.sections = memory.map(sections) { $0 }
    pointer.pointee.section_count = UInt32(sections.count)
  }
}

/// Appends lists of nodes to one array.
private struct LinkWriter {
  let links: UnsafeMutablePointer<Int32>
  var count = 0

  mutating func write(_ nodes: some Sequence<Int>) -> ibid_range {
    let start = count
    for node in nodes {
      links[count] = Int32(node)
      count += 1
    }
    return ibid_range(start: UInt32(start), count: UInt32(count - start))
  }
}
