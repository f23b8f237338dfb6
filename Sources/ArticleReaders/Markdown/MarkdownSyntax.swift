import CMarkdown

/// The extensions of GitHub that cmark-gfm is given, and when.
///
/// cmark's table of extensions is filled once and only read afterwards, so threads may share it.
enum MarkdownSyntax {
  nonisolated(unsafe) private static let table = registered("table")
  nonisolated(unsafe) private static let taskList = registered("tasklist")
  nonisolated(unsafe) private static let strikethrough = registered("strikethrough")
  nonisolated(unsafe) private static let autolink = registered("autolink")

  /// Gives a parser the extensions that a text with these marks needs.
  static func attach(to parser: OpaquePointer?, for marks: MarkdownMarks) {
    cmark_parser_attach_syntax_extension(parser, table)
    cmark_parser_attach_syntax_extension(parser, taskList)
    if marks.hasTilde { cmark_parser_attach_syntax_extension(parser, strikethrough) }
    if marks.hasAddress { cmark_parser_attach_syntax_extension(parser, autolink) }
  }

  private static func registered(_ name: String) -> OpaquePointer? {
    cmark_gfm_core_extensions_ensure_registered()
    return cmark_find_syntax_extension(name)
  }
}
