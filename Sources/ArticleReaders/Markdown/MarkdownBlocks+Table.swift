import ArticleModel
import CMarkdown

/// The rows of the table that is being read.
struct TableRows {
  var node = -1
  var rows: [[Cell]] = []
}

extension MarkdownBlocks {
  mutating func beginTable(_ node: OpaquePointer) {
    takeText()
    table.node = builder.add(Node(kind: .table, source: span(of: node), reason: .markup))
    table.rows.removeAll(keepingCapacity: true)
  }

  mutating func beginCell(_ node: OpaquePointer) {
    inline.removeAll()
    let source = span(of: node)
    let start = builder.nodes[table.node].source.start
    leaf = Leaf(source: source, cursor: max(source.start, start))
  }

  mutating func endCell() {
    let text = inline.commitPart(to: &builder, of: table.node)
    if !table.rows.isEmpty { table.rows[table.rows.count - 1].append(Cell(text: text, source: leaf.source)) }
  }

  mutating func endTable(_ node: OpaquePointer) {
    var record = Table(node: table.node)
    record.hasHeader = true  // a table of GitHub's always has one
    builder.addTable(record, rows: table.rows)
    table.rows.removeAll(keepingCapacity: true)
  }
}
