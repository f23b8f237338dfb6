import ArticleModel
import PluginHost

/// A part of an article that is no node: a reference, an answer, an author, a diagnostic.
struct PartText {
  let handle: DisplayHandle
  let page: Page

  private var article: Article { handle.article }

  /// The part by itself.
  var lines: [String] {
    switch handle.type {
    case "reference": return reference(article.references[handle.index])
    case "diagnostic":
      return [
        DiagnosticLine(diagnostic: article.diagnostics[handle.index], page: page).text(indent: 0)
      ]
    default:
      let parts = columns
      let head = page.dim(
        ([handle.type] + parts.prefix(2)).filter { !$0.isEmpty }.joined(separator: " "))
      return [head] + page.wrapped(parts[2], indent: 2)
    }
  }

  /// What it is, where, and what it says, for a line of a list.
  var columns: [String] {
    let index = handle.index
    switch handle.type {
    case "reference":
      let reference = article.references[index]
      return [
        "[\(article.string(reference.label))]", "\(reference.line):\(reference.column)",
        FootnoteText.context(of: reference, in: article),
      ]
    case "option":
      let option = article.pollOptions[index]
      let figures = [
        option.votes.map { "\($0)" }, option.percent.map { "\(ScalarText.number($0))%" },
      ]
      return ["", figures.compactMap { $0 }.joined(separator: "  "), article.string(option.label)]
    case "author":
      let author = article.authors[index]
      return ["", "", [author.name, author.about].compactMap { $0 }.joined(separator: ": ")]
    case "front_matter":
      let entry = article.frontMatter[index]
      return [entry.field.rawValue, "\(entry.line)", article.sourceString(entry.source)]
    case "diagnostic":
      let diagnostic = article.diagnostics[index]
      return [
        diagnostic.severity.rawValue, "\(diagnostic.line):\(diagnostic.column)",
        "\(diagnostic.message) [\(diagnostic.code.rawValue)]",
      ]
    case "run":
      let run = article.runs[index]
      let link = run.href.isEmpty ? "" : " → \(article.string(run.href))"
      return [run.style.names.joined(separator: "+"), "", article.string(run.text) + link]
    default: return ["", "", handle.text]
    }
  }

  private func reference(_ reference: Reference) -> [String] {
    let place = "reference at \(reference.line):\(reference.column)"
    let head = "\(page.strong("[\(article.string(reference.label))]")) \(page.dim(place))"
    let context = page.wrapped(FootnoteText.context(of: reference, in: article), indent: 2)
    guard reference.footnote >= 0 else {
      return [head] + context + [page.alarm("  no such footnote")]
    }
    let footnote = article.footnotes[Int(reference.footnote)]
    let text = article.string(article.nodes[Int(footnote.node)].text)
    return [head] + context + page.wrapped("→ \(text)", indent: 2)
  }
}
