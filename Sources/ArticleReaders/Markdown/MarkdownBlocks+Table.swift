import ArticleModel
import CMarkdown

/// The table that is being read.
struct TableRows {
  var node = -1
  var record = Table(node: -1)
  var columns = 0
  var rows: [[Cell]] = []
  /// The line above the table that names it.
  var caption: InlineText?
  var captionSource: ByteSpan?
}

extension MarkdownBlocks {
  mutating func beginTable(_ node: OpaquePointer) {
    takeText()
    var source = places.span(of: node)
    if let caption = table.captionSource {
      source = ByteSpan(caption.start..<max(caption.end, source.end))
    }
    table.captionSource = nil
    table.node = builder.add(Node(kind: .table, source: source, reason: .markup))
    table.record = Table(node: table.node)
    // A table of GitHub's always has a header; where there is none it has no words.
    table.record.hasHeader = true
    table.columns = Int(cmark_gfm_extensions_get_table_columns(node))
    table.rows.removeAll(keepingCapacity: true)
    if var caption = table.caption { TableLabel.set(&caption, of: &table.record, in: &builder) }
    table.caption = nil
  }

  mutating func beginRow() {
    guard poll.columns.isEmpty else {
      poll.rows.append([])
      return
    }
    var row: [Cell] = []
    row.reserveCapacity(table.columns)
    table.rows.append(row)
  }

  mutating func beginCell(_ node: OpaquePointer) {
    inline.removeAll()
    // Within quotations and items places stay cmark's.
    let source = containers.isEmpty ? places.span(ofCell: node) : places.span(of: node)
    let start = builder.nodes[table.node].source.start
    leaf = Leaf(source: source, cursor: max(source.start, start))
  }

  mutating func endCell() {
    let cell = inline.commitCell(to: &builder, of: table.node, source: leaf.source)
    if !table.rows.isEmpty { table.rows[table.rows.count - 1].append(cell) }
  }

  /// Whether a row repeats the line below the header (`|---|---|`), as extractors do behind a caption.
  private func isRule(_ row: [Cell]) -> Bool {
    row.allSatisfy { cell in
      cell.text.range.count >= 3
        && builder.text[cell.text.range].allSatisfy {
          $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":")
        }
    }
  }

  mutating func endTable(_ node: OpaquePointer) {
    let rows = table.rows.enumerated().filter { $0.offset == 0 || !isRule($0.element) }
    builder.addTable(table.record, rows: rows.map(\.element))
    table.rows.removeAll(keepingCapacity: true)
  }
}
