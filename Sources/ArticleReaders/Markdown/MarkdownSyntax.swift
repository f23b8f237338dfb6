import CMarkdown

/// The extensions of GitHub that cmark-gfm is given, and when.
///
/// cmark's table of extensions is filled once and only read afterwards, so threads may share it.
enum MarkdownSyntax {
  nonisolated(unsafe) private static let table = registered("table")
  nonisolated(unsafe) private static let taskList = registered("tasklist")
  nonisolated(unsafe) private static let strikethrough = registered("strikethrough")
  nonisolated(unsafe) private static let autolink = registered("autolink")
  nonisolated(unsafe) private static let schemeMarks = list([":"])
  nonisolated(unsafe) private static let allMarks = list([":", "w"])

  /// Gives a parser the extensions that a text with these marks needs.
  static func attach(to parser: OpaquePointer?, for marks: MarkdownMarks) {
    cmark_parser_attach_syntax_extension(parser, table)
    cmark_parser_attach_syntax_extension(parser, taskList)
    if marks.hasTilde { cmark_parser_attach_syntax_extension(parser, strikethrough) }
    if marks.hasAddress { cmark_parser_attach_syntax_extension(parser, autolink) }
  }

  /// Sets the characters at which addresses are looked for; they hold for the whole process until they are set again.
  static func setAddressMarks(for marks: MarkdownMarks) {
    cmark_syntax_extension_set_special_inline_chars(
      autolink, marks.hasHost ? allMarks : schemeMarks)
  }

  private static func registered(_ name: String) -> OpaquePointer? {
    cmark_gfm_core_extensions_ensure_registered()
    return cmark_find_syntax_extension(name)
  }

  /// Characters in the form that cmark-gfm's extensions have them.
  private static func list(_ characters: [Unicode.Scalar]) -> UnsafeMutablePointer<cmark_llist>? {
    characters.reduce(nil) {
      cmark_llist_append(
        cmark_get_default_mem_allocator(), $0,
        UnsafeMutableRawPointer(bitPattern: UInt($1.value)))
    }
  }
}
