import CMarkdown
import Glibc

/// The blocks and inlines that GitHub's extensions add; cmark gives them types only at run time.
enum MarkdownExtension {
  case table, row, cell, strikethrough

  init?(_ node: OpaquePointer) { self.init(cmark_node_get_type(node)) }

  init?(_ type: cmark_node_type) {
    switch type {
    case ibid_markdown_cell(): self = .cell
    case ibid_markdown_row(): self = .row
    case ibid_markdown_table(): self = .table
    case ibid_markdown_strikethrough(): self = .strikethrough
    default: return nil
    }
  }

  /// Whether a list's item has a box.
  static func isTask(_ item: OpaquePointer) -> Bool {
    strcmp(cmark_node_get_type_string(item), "tasklist") == 0
  }
}
