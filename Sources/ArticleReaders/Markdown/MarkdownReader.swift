import ArticleModel
import TextAnalysis

/// Reads Markdown: CommonMark with GitHub's tables, strikethrough, addresses, task lists and footnotes.
enum MarkdownReader {
  static func read(_ start: consuming ArticleBuilder) -> Article {
    var builder = start
    let bodyStart = MarkdownFrontMatter.read(into: &builder)
    let source = builder.source
    let guarded = GuardedMarkdown(source, from: bodyStart)
    for offset in guarded.plainParts {
      builder.diagnostics.append(
        Diagnostic(
          .markupTooCostly, .warning,
          "markup that would take too long to parse is read as plain text", at: offset))
    }
    let tree = MarkdownTree(
      guarded, of: source, from: bodyStart,
      labels: MarkdownFootnotes.candidates(in: source, from: bodyStart))
    let places = MarkdownPlaces(
      source, lines: builder.lines, bodyStart: bodyStart, prefixLines: tree.prefixLines)
    var blocks = MarkdownBlocks(
      builder, places, MarkdownFootnotes(tree.root, source, places), guarded)
    blocks.add(tree.root)
    WrittenNotes.link(in: &blocks.builder, blocks.inline.committed)
    builder = blocks.builder
    addUncovered(to: &builder)
    FootnoteChecks.report(in: &builder)
    AntecedentLinker.link(&builder)
    RepeatedWords.link(in: &builder)
    // What no paragraph says as well is a quotation after all.
    for node in builder.nodes.indices
    where builder.nodes[node].kind == .pullQuote && builder.nodes[node].of < 0 {
      builder.update(node) { $0.kind = .quote }
    }
    if builder.language == nil { builder.language = LanguageDetector.detect(builder.text)?.code }
    return builder.finish()
  }

  /// Adds what cmark left out: a second definition of a footnote, and markup without text (link definitions,
  /// thematic breaks, comments).
  private static func addUncovered(to builder: inout ArticleBuilder) {
    for run in UncoveredLines.find(in: builder) {
      var start = run.lowerBound
      while start < run.upperBound {
        var end = start + 1
        while end < run.upperBound, definition(atLine: end, of: builder) == nil { end += 1 }
        let range =
          builder.lines.range(ofLine: start)
          .lowerBound..<builder.lines.range(ofLine: end - 1).upperBound
        if let label = definition(atLine: start, of: builder) {
          addFootnote(builder.trimmed(range), label: label, to: &builder)
        } else {
          let source = builder.trimmed(range)
          let node = builder.add(Node(kind: .boilerplate, source: source, reason: .markup))
          let text = builder.appendNormalised(source.range)
          builder.update(node) { $0.text = text }
        }
        start = end
      }
    }
  }

  /// The label of the footnote whose definition begins a line.
  private static func definition(atLine line: Int, of builder: borrowing ArticleBuilder) -> Range<
    Int
  >? {
    let start = builder.trimmed(builder.lines.range(ofLine: line)).start
    guard let label = MarkdownFootnotes.label(builder.source.span, at: start),
      label.upperBound + 1 < builder.source.count,
      builder.source[label.upperBound + 1] == UInt8(ascii: ":")
    else { return nil }
    return label
  }

  private static func addFootnote(
    _ source: ByteSpan, label: Range<Int>, to builder: inout ArticleBuilder
  ) {
    let name = builder.source[label]
    let node = builder.add(Node(kind: .footnote, source: source, reason: .markup))
    let text = builder.appendNormalised(
      label.upperBound + 2..<max(source.end, label.upperBound + 2))
    builder.update(node) { $0.text = text }
    builder.addFootnote(
      Footnote(node: node, number: decimal(name), label: builder.appendText(name)))
  }
}
