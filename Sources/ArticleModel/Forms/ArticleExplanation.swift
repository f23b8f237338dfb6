extension Article {
  /// What became of each line of the source and why: how a reader is debugged.
  public func explanation() -> [LineExplanation] { ArticleExplanation(self).lines }
}

/// One thing that a line of the source holds: a node, a field of the metadata, a reference, a diagnostic.
public struct LineExplanation: Sendable {
  /// What sort of thing it is; tells how it is shown.
  public enum Part: Sendable { case block, metadata, footnote, reference, boilerplate, diagnostic }

  /// The line, counted from 1.
  public let line: Int
  /// The bytes of the line that belong to it.
  public let source: ByteSpan
  public let part: Part
  /// What it is: `paragraph 4`, `title`, `reference [2]`.
  public let name: String
  /// The stable code of the reason: `heading-shape`.
  public let reason: String
}

/// Collects what the lines of an article hold, in the order of the source.
private struct ArticleExplanation {
  private let article: Article
  private(set) var lines: [LineExplanation] = []

  init(_ article: Article) {
    self.article = article
    for entry in article.frontMatter { addMetadata(entry) }
    for index in article.nodes.indices { addNode(index) }
    for reference in article.references { addReference(reference) }
    for diagnostic in article.diagnostics { addDiagnostic(diagnostic) }
    // The order in which they were added decides between things at one place: a block stands before what it holds.
    lines = lines.enumerated().sorted { a, b in
      (a.element.line, a.element.source.offset, a.offset)
        < (b.element.line, b.element.source.offset, b.offset)
    }.map(\.element)
  }

  private mutating func addMetadata(_ entry: FrontMatterEntry) {
    guard !entry.source.isEmpty else { return }
    let first = article.lines.line(at: entry.source.start)
    let last = article.lines.line(at: entry.source.end - 1)
    for line in first...last {
      add(line, entry.source, .metadata, entry.field.rawValue, "metadata")
    }
  }

  /// Adds a node for the lines that none of its children hold.
  private mutating func addNode(_ index: Int) {
    let node = article.nodes[index]
    guard !node.source.isEmpty else { return }
    var next = Int(node.line) - 1
    for child in article.children(of: index) where !article.nodes[child].source.isEmpty {
      addNode(index, lines: next..<max(next, Int(article.nodes[child].line) - 1))
      next = max(next, Int(article.nodes[child].lastLine))
    }
    addNode(index, lines: next..<max(next, Int(node.lastLine)))
  }

  private mutating func addNode(_ index: Int, lines: Range<Int>) {
    let node = article.nodes[index]
    let part: LineExplanation.Part =
      article.footnoteRange.contains(index)
      ? .footnote : article.boilerplateRange.contains(index) ? .boilerplate : .block
    for line in lines { add(line, node.source, part, name(of: index), node.reason.rawValue) }
  }

  private func name(of index: Int) -> String {
    let node = article.nodes[index]
    switch node.kind {
    case .footnote where node.payload >= 0:
      return "footnote [\(article.string(article.footnotes[Int(node.payload)].label))]"
    case .heading: return "heading \(index + 1) level \(node.level)"
    case .boilerplate: return "boilerplate"
    default:
      let name = "\(node.kind.rawValue) \(index + 1)"
      return node.of >= 0 ? "\(name) of \(node.of + 1)" : name
    }
  }

  private mutating func addReference(_ reference: Reference) {
    let label = article.string(reference.label)
    let isDefined = reference.footnote >= 0
    let name = "reference [\(label)]" + (isDefined ? "" : " undefined")
    add(
      Int(reference.line) - 1, reference.source, .reference, name,
      article.form(of: reference).rawValue)
  }

  private mutating func addDiagnostic(_ diagnostic: Diagnostic) {
    guard diagnostic.line > 0 else { return }
    add(
      Int(diagnostic.line) - 1, ByteSpan(offset: Int(diagnostic.byteOffset), count: 0), .diagnostic,
      diagnostic.severity.rawValue, diagnostic.code.rawValue)
  }

  /// Adds a thing for one line, with that part of its source that stands on the line.
  private mutating func add(
    _ line: Int, _ source: ByteSpan, _ part: LineExplanation.Part, _ name: String, _ reason: String
  ) {
    guard line < article.lines.count else { return }
    let range = article.lines.range(ofLine: line)
    let start = min(max(source.start, range.lowerBound), range.upperBound)
    let end = max(start, min(source.end, range.upperBound))
    lines.append(
      LineExplanation(
        line: line + 1, source: ByteSpan(start..<end), part: part, name: name, reason: reason))
  }
}

/// The form that a reference has in the source; why it was taken for one. Codes are added, never renamed.
public enum ReferenceForm: String, CaseIterable, Sendable {
  /// The markup says so: a Markdown footnote, a link within an HTML page.
  case markup
  /// `[12]`, `［12］`, `[^n]`.
  case brackets
  /// `(12)`, `（12）`.
  case parentheses
  /// `¹²`.
  case superscript
  /// Digits behind a word or a mark of punctuation: `word12`.
  case digits
  /// `*`, `†`.
  case sign
  /// `注1`, `note 3`.
  case word
}

extension Article {
  /// The form that a reference has in the source.
  public func form(of reference: Reference) -> ReferenceForm {
    guard format == .text else { return .markup }
    let marker = source[reference.source.range]
    guard let first = String(decoding: marker.prefix(4), as: UTF8.self).unicodeScalars.first else {
      return .markup
    }
    switch first {
    case "[", "［", "【", "〔": return .brackets
    case "(", "（": return .parentheses
    case "0"..."9", "０"..."９": return .digits
    case "¹", "²", "³", "⁰"..."⁹": return .superscript
    case "*", "†", "‡", "§", "¶", "#", "＊", "※": return .sign
    default: return .word
    }
  }
}
