import ArticleModel
import CHTML
import TextAnalysis

/// Reads HTML: the article within a page, and what the page says of it.
///
/// The passes, in order: leave out what the tree does not depend on (`HTMLSkeleton`), parse (`HTMLTree`), find notes, polls and pull quotes, find the
/// main content (`MainContent`), read the metadata, say what each element is (`HTMLPlan`), and make nodes of them
/// (`HTMLBlocks`, `HTMLRest`).
enum HTMLReader {
  static func read(_ start: consuming ArticleBuilder) -> Article {
    var builder = start
    let source = builder.source
    let page = HTMLSkeleton(source)
    let tree = HTMLTree(page)
    if let offset = page.tooDeep {
      builder.diagnostics.append(
        Diagnostic(
          .nestingTooDeep, .warning,
          "elements nest deeper than \(HTMLDepth.deepest); what lies deeper is kept without its nesting",
          at: offset))
    }
    guard tree.count > 0 else {
      addUncovered(to: &builder)
      return builder.finish()
    }
    let hints = HTMLHints.all(in: tree)
    let plan = plan(tree, page, hints, &builder)
    var blocks = HTMLBlocks(builder, tree, plan)
    for root in plan.roots { blocks.add(root..<tree.end(root)) }
    blocks.addFootnotes()
    WrittenNotes.link(in: &blocks.builder, blocks.inline.committed)
    blocks.addRest()
    let attributions = blocks.attributions
    builder = blocks.builder
    let inline = plan.notes.definitions.indices.filter { plan.notes.definitions[$0].isInline }
    FootnoteChecks.report(
      in: &builder, besides: Set(inline), citedAbove: plan.notes.citedAbove)
    AntecedentLinker.link(&builder)
    RepeatedWords.link(in: &builder, attributions: attributions)
    ReadingDoubts.report(in: &builder)
    if builder.language == nil { builder.language = LanguageDetector.detect(builder.text)?.code }
    return builder.finish()
  }

  /// Says what each element is, and sets the builder's metadata.
  private static func plan(
    _ tree: HTMLTree, _ page: HTMLSkeleton, _ hints: [HTMLHints], _ builder: inout ArticleBuilder
  ) -> HTMLPlan {
    var notes = HTMLNotes(tree, hints)
    let pullQuotes = Set(
      tree.elements.indices.filter {
        hints[$0].contains(.pullQuote) && HTMLTraits.of(tree.tag($0)).contains(.block)
      })
    let polls = HTMLPoll.find(in: tree, hints)
    var kept = Set(notes.definitions.filter { !$0.isInline }.map(\.range.lowerBound))
    kept.formUnion(pullQuotes)
    for poll in polls {
      kept.formUnion(poll.nodes.filter { poll.nodes.contains(tree.parent($0)) == false })
    }
    let content = MainContent.find(in: tree, hints, keeping: kept)
    let metadata = HTMLMetadata.read(tree, page, builder.source, content)
    notes.keepOnly(content, fields: metadata.elements.map { $0.element..<tree.end($0.element) })
    builder.title = metadata.title
    builder.subtitle = metadata.subtitle
    builder.authors = metadata.authors
    builder.date = metadata.date
    builder.language = metadata.language
    var plan = HTMLPlan(content, notes: notes, polls: polls, pullQuotes: pullQuotes, tree: tree)
    for (element, field) in metadata.elements { plan.set(.field(field), for: element) }
    if let about = metadata.aboutAuthor { plan.set(.aboutAuthor, for: about.element) }
    addFrontMatter(metadata, plan, tree, &builder)
    return plan
  }

  private static func addFrontMatter(
    _ metadata: HTMLMetadata, _ plan: HTMLPlan, _ tree: HTMLTree, _ builder: inout ArticleBuilder
  ) {
    for (element, field) in metadata.headElements + metadata.elements {
      if element > 0, case .field? = plan.roles[element] {
      } else if tree.tag(element) != GUMBO_TAG_TITLE {
        continue
      }
      let range =
        tree.elements[element]
        .start..<max(tree.elements[element].start, tree.elements[element].stop)
      builder.frontMatter.append(FrontMatterEntry(field: field, source: ByteSpan(range)))
    }
    builder.frontMatter.sort { $0.source.offset < $1.source.offset }
  }

  /// Adds the lines that are markup alone as boilerplate: tags between blocks, scripts, styles, comments.
  private static func addUncovered(to builder: inout ArticleBuilder) {
    for run in UncoveredLines.find(in: builder) {
      let start = builder.lines.range(ofLine: run.lowerBound).lowerBound
      let source = builder.trimmed(
        start..<builder.lines.range(ofLine: run.upperBound - 1).upperBound)
      builder.add(Node(kind: .boilerplate, source: source, reason: .markup))
    }
  }
}
