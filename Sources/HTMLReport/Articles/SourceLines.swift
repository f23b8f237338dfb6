import ArticleModel

/// The lines of a source, each with the node that it went to and the reason.
struct SourceLines {
  /// How many lines a page shows at most.
  static let limit = 5000

  let article: Article
  let remarks: [Remark]
  /// For each line, the index of its node, or -1.
  private var owners: [Int32]
  /// For each line, how many nodes beside its owner begin there.
  private var others: [Int32]
  /// For each line that gave a field of the metadata, that field.
  private var fields: [Int: FrontMatterField] = [:]
  /// For each node of a note, the note's number.
  private var notes: [Int: Int] = [:]

  init(_ article: Article, remarks: [Remark]) {
    self.article = article
    self.remarks = remarks
    owners = Array(repeating: -1, count: article.lines.count)
    others = Array(repeating: 0, count: article.lines.count)
    for entry in article.frontMatter {
      for line in lines(of: entry.source) where fields[line] == nil { fields[line] = entry.field }
    }
    for index in article.nodes.indices { claim(index) }
    for (number, note) in article.footnotes.enumerated() {
      for index in Int(note.node)..<Int(article.nodes[Int(note.node)].end) {
        notes[index] = number + 1
      }
    }
  }

  /// The lines of a span, counted from 0.
  private func lines(of span: ByteSpan) -> ClosedRange<Int> {
    let first = article.lines.line(at: span.start)
    return first...max(first, article.lines.line(at: max(span.start, span.end - 1)))
  }

  /// A line goes to the innermost of the nodes that cover it, and to the first of several side by side.
  private mutating func claim(_ index: Int) {
    for line in lines(of: article.nodes[index].source) {
      let owner = Int(owners[line])
      if owner < 0 || (owner < index && index < Int(article.nodes[owner].end)) {
        owners[line] = Int32(index)
      } else if article.nodes[index].line == line + 1 {
        others[line] += 1
      }
    }
  }

  /// The kinds that occur, in the order of the lines, for the legend.
  var kinds: TemplateValue {
    var kinds: [String] = []
    for line in owners.indices.prefix(SourceLines.limit) {
      let kind = kind(of: line)
      if !kind.isEmpty, !kinds.contains(kind) { kinds.append(kind) }
    }
    return .list(kinds.map { ["kind": .text($0), "name": .text(SourceLines.name(of: $0))] })
  }

  /// What stands in the rows of the view.
  var values: TemplateValue {
    var last: Int32 = -2
    let beside = Dictionary(grouping: remarks, by: \.line)
    return .list(
      owners.indices.prefix(SourceLines.limit).map { line in
        let owner = owners[line]
        let kind = kind(of: line)
        var map: TemplateMap = [
          "line": .number(line + 1), "kind": .text(kind), "text": .text(text(of: line)),
          "remarks": .list((beside[line + 1] ?? []).map(\.values)),
        ]
        let field = owner < 0 ? fields[line] : nil
        if !kind.isEmpty, owner != last || field != nil {
          map.set("kind_name", .text(SourceLines.name(of: kind)))
          map.set("why", .text(why(line, field)))
          map.set("target", .optional(target(of: owner)))
        }
        if !kind.isEmpty { last = owner }
        return .map(map)
      })
  }

  private func kind(of line: Int) -> String {
    if owners[line] >= 0 { return article.nodes[Int(owners[line])].kind.rawValue }
    return fields[line] == nil ? "" : "metadata"
  }

  private func why(_ line: Int, _ field: FrontMatterField?) -> String {
    if let field { return field.rawValue }
    let reason = article.nodes[Int(owners[line])].reason.rawValue
    return others[line] == 0 ? reason : "\(reason) +\(others[line])"
  }

  /// The anchor of a node in the text; boilerplate without words has none.
  private func target(of owner: Int32) -> String? {
    guard owner >= 0 else { return nil }
    if let note = notes[Int(owner)] { return "note-\(note)" }
    let node = article.nodes[Int(owner)]
    return node.kind == .boilerplate && node.text.isEmpty ? nil : "n\(owner + 1)"
  }

  private static func name(of kind: String) -> String {
    switch kind {
    case "pull_quote": "pull quote"
    case "footnote": "note"
    default: kind
    }
  }

  /// A line without its end; marks that would reorder it (UAX #9, explicit formatting) by their names.
  private func text(of line: Int) -> String {
    var bytes = article.source[article.lines.range(ofLine: line)]
    while let last = bytes.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") {
      bytes.removeLast()
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.unicodeScalars.contains(where: SourceLines.reorders) else { return text }
    return text.unicodeScalars.reduce(into: "") { shown, scalar in
      if SourceLines.reorders(scalar) {
        shown += "‹U+\(String(scalar.value, radix: 16, uppercase: true))›"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
  }

  private static func reorders(_ scalar: Unicode.Scalar) -> Bool {
    0x202A...0x202E ~= scalar.value || 0x2066...0x2069 ~= scalar.value
  }
}
