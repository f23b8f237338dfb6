public import ArticleModel
public import BatchRunner
import CReport
import PluginHost

/// Renders the page of an article: its text as it was understood, beside the source.
///
/// A page is one file that needs no network and no script.
public final class ArticlePage {
  private let template: PageTemplate
  private let style = InlineFile(ibid_page_style())

  /// Prepares pages; the template is parsed once for all of them.
  public init() {
    template = PageTemplate(
      ibid_article_template(),
      partials: [("inline", ibid_inline_template()), ("view", ibid_view_template())])
  }

  /// The page of an article.
  ///
  /// - Parameters:
  ///   - records: what plugins said of the article; their findings stand in the margin.
  ///   - index: the address of the page that lists all articles, relative to this one.
  public func render(_ article: Article, records: [RecordLine] = [], index: String? = nil)
    -> [UInt8]
  {
    let records = records.map { (line: $0, value: $0.value() ?? .null) }
    let remarks =
      (article.diagnostics.map(Remark.init)
      + records.flatMap { record in
        (record.value["findings"]?.array ?? []).map { Remark($0, plugin: record.line.plugin) }
      }).sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    let highlights = Highlights(article, results: records.compactMap { $0.value["result"] })
    let inline = InlinePieces(article: article, highlights: highlights)
    var body = ArticleBody(article, inline: inline, remarks: remarks)
    let lines = SourceLines(article, remarks: remarks)

    var page: TemplateMap = [
      "style": .text(style.text), "style_hash": .text(style.hash),
      "version": .text(Release.version), "rank": .number(4), "path": .text(article.path),
      "page_name": .text(article.title ?? article.path), "index": .optional(index),
      "format": .text(article.format.rawValue), "language": .optional(article.language),
      "figures": ArticlePage.figures(of: article),
      "has_findings": .flag(!remarks.isEmpty), "finding_count": .number(remarks.count),
      "findings": .list(remarks.map(\.values)),
      "has_marks": .flag(!highlights.kinds.isEmpty),
      "has_summary": .flag(highlights.kinds.contains(.summary)),
      "has_terms": .flag(highlights.kinds.contains(.term)),
      "body": body.body(),
      "has_notes": .flag(!article.footnotes.isEmpty),
      "notes": ArticleNotes(article: article, inline: inline, remarks: remarks).values,
      "has_records": .flag(!records.isEmpty),
      "records": .list(records.map { ArticlePage.values(of: $0.line, $0.value) }),
      "line_count": .number(article.lines.count), "kinds": lines.kinds, "lines": lines.values,
      "cut": article.lines.count > SourceLines.limit ? .number(SourceLines.limit) : .absent,
    ]
    ArticlePage.addFrontMatter(of: article, to: &page)
    return template.render(page)
  }

  private static func addFrontMatter(of article: Article, to page: inout TemplateMap) {
    func place(_ field: FrontMatterField) -> TemplateValue {
      article.frontMatter.first { $0.field == field }.map { .number($0.line) } ?? .absent
    }
    page.set("title", .optional(article.title))
    if let series = article.series {
      page.set("series", ["text": .text(series), "line": place(.series)])
    }
    if let subtitle = article.subtitle { page.set("subtitle", ["text": .text(subtitle)]) }
    if let date = article.date { page.set("date", ["text": .text(date)]) }
    page.set(
      "authors",
      .list(
        article.authors.map { ["name": .optional($0.name), "about": .optional($0.about)] }))
  }

  private static func figures(of article: Article) -> TemplateValue {
    let undefined = article.references.count { $0.footnote < 0 }
    let figures: [(String, Int)] = [
      ("lines", article.lines.count),
      ("paragraphs", article.blocks(of: .paragraph).count),
      ("headings", article.blocks(of: .heading).count),
      ("notes", article.footnotes.count), ("references", article.references.count),
      ("without a note", undefined), ("tables", article.tables.count),
      ("polls", article.polls.count), ("pull quotes", article.blocks(of: .pullQuote).count),
      ("boilerplate", article.boilerplate.reduce(0) { count, _ in count + 1 }),
    ]
    return .list(
      figures.filter { $0.1 > 0 }.map { ["label": .text($0.0), "value": .number($0.1)] })
  }

  private static func values(of record: RecordLine, _ value: JSONValue) -> TemplateValue {
    let error = value["error"]
    let lines = [error?["message"]?.string, error?["traceback"]?.string].compactMap(\.self)
    var view = ResultView()
    if let result = value["result"] { view.add(result) }
    return [
      "plugin": .text(record.plugin), "status": .text(record.status.rawValue),
      "error": .optional(lines.joined(separator: "\n")), "views": .list(view.pieces),
    ]
  }
}
