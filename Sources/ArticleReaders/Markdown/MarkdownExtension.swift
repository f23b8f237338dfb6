import CMarkdown
import Glibc

/// The blocks and inlines that GitHub's extensions add; cmark gives them types only at run time, but stable names.
enum MarkdownExtension {
  case table, row, cell, strikethrough

  init?(_ node: OpaquePointer) {
    guard let name = cmark_node_get_type_string(node) else { return nil }
    if strcmp(name, "table_cell") == 0 {
      self = .cell
    } else if strcmp(name, "table_row") == 0 || strcmp(name, "table_header") == 0 {
      self = .row
    } else if strcmp(name, "table") == 0 {
      self = .table
    } else if strcmp(name, "strikethrough") == 0 {
      self = .strikethrough
    } else {
      return nil
    }
  }

  /// Whether a list's item has a box.
  static func isTask(_ item: OpaquePointer) -> Bool {
    strcmp(cmark_node_get_type_string(item), "tasklist") == 0
  }
}
