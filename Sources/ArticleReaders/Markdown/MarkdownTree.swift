import ArticleModel
import CMarkdown
import CMarkdownArena
import Synchronization

/// The tree that cmark-gfm makes of a Markdown text; the only file that starts and ends its parser. A thread has one
/// tree at a time.
///
/// See <https://github.com/github/cmark-gfm> and the GitHub Flavored Markdown specification, version 0.29.
struct MarkdownTree: ~Copyable {
  let root: OpaquePointer
  /// The number of lines that were fed before the body.
  let prefixLines: Int

  /// The memory of a tree goes back as a whole, so nothing of it may be used afterwards.
  deinit { ibid_markdown_arena_close() }

  /// While cmark-gfm parses inlines, the characters that its extensions look for stand in tables of the process, from
  /// which each parser takes them out when it is done.
  private static let inlineParsing = Mutex(())

  /// Parses the source from byte `start` on.
  ///
  /// cmark drops every footnote that nothing cites. A line that cites it is fed first for each label in `labels`, so
  /// that none is dropped, and so that footnotes come out in the order of their definitions. Each is a heading: in one
  /// paragraph the backticks of two labels would make code of what is between them.
  init(_ guarded: GuardedMarkdown, of source: [UInt8], from start: Int, labels: [Range<Int>]) {
    let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS
    ibid_markdown_arena_open()
    let parser = cmark_parser_new_with_mem(options, ibid_markdown_memory())
    let text = guarded.bytes[start...]
    MarkdownSyntax.attach(to: parser, for: text.withUnsafeBufferPointer { MarkdownMarks($0) })
    var prefix: [UInt8] = []
    for label in labels {
      prefix += [UInt8(ascii: "#"), UInt8(ascii: " ")]
      // A label with the brackets around it is a citation.
      prefix += source[label.lowerBound - 2...label.upperBound]
      prefix.append(0x0A)
    }
    prefixLines = labels.count
    MarkdownTree.feed(prefix[...], to: parser)
    MarkdownTree.feed(text, to: parser)
    // Both stay with this thread: the closure is run here and now.
    nonisolated(unsafe) let fed = parser
    nonisolated(unsafe) var tree: OpaquePointer?
    MarkdownTree.inlineParsing.withLock { _ in tree = cmark_parser_finish(fed) }
    root = tree!
    cmark_parser_free(parser)
    // Counted, because not every node of the body knows its lines: a paragraph that a table follows at once has none.
    for _ in labels {
      guard let prefix = cmark_node_first_child(root) else { break }
      cmark_node_unlink(prefix)
      cmark_node_free(prefix)
    }
  }

  private static func feed(_ bytes: ArraySlice<UInt8>, to parser: OpaquePointer?) {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), buffer.count)
    }
  }
}
