import ArticleModel

/// Reads the block that may stand at the top of a Markdown text: YAML between lines of `---`, TOML between lines of `+++`.
enum MarkdownFrontMatter {
  /// Takes title, subtitle, authors, date and language from the front matter.
  ///
  /// Every line of the block gets an entry in the builder's front matter. Where it is not valid, what was read before the
  /// fault is kept and a diagnostic says where that is.
  ///
  /// - Returns: the byte at which the body begins: after the block, or after a byte order mark.
  static func read(into builder: inout ArticleBuilder) -> Int {
    let source = builder.source
    let mark = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let block = block(in: builder, from: mark) else { return mark }
    let content = Array(source[block.content])
    let (members, fault) =
      block.syntax == .yaml ? YAMLReader.members(content) : TOMLReader.members(content)
    if let fault {
      builder.diagnostics.append(
        Diagnostic(
          .frontMatterInvalid, .warning,
          "front matter is not valid \(block.syntax.rawValue): \(fault.problem)",
          at: min(block.content.lowerBound + fault.offset, source.count)))
    }
    var fields: [(Int, FrontMatterField)] = []
    for member in members {
      let field = apply(member.key.lowercased(), member.value, to: &builder)
      fields.append((block.content.lowerBound + member.offset, field))
    }
    addEntries(block, fields, to: &builder)
    return block.end
  }

  private enum Syntax: String {
    case yaml = "YAML"
    case toml = "TOML"

    var openingFence: StaticString { self == .yaml ? "---" : "+++" }

    /// Whether a block may hold a key with a value.
    func hasKey(_ block: ArraySlice<UInt8>) -> Bool {
      self == .yaml ? block.contains(UInt8(ascii: ":")) : TOMLReader.hasKey(Array(block))
    }
  }

  private struct Block {
    var syntax: Syntax
    /// What stands between the fences.
    var content: Range<Int>
    /// The first byte after the closing fence's line.
    var end: Int
    /// The lines of the block, fences included.
    var lines: Range<Int>
  }

  private static func block(in builder: borrowing ArticleBuilder, from start: Int) -> Block? {
    let source = builder.source
    let lines = builder.lines
    let first = start..<lines.range(ofLine: 0).upperBound
    guard
      let syntax = [Syntax.yaml, .toml].first(where: { isFence(source, first, $0.openingFence) })
    else { return nil }
    // Front matter of more than 1,000 lines is a thematic break at the top of a long text.
    for line in 1..<max(1, min(lines.count, 1_000)) {
      let range = lines.range(ofLine: line)
      if isFence(source, range, syntax.openingFence)
        || syntax == .yaml && isFence(source, range, "...")
      {
        let content = lines.range(ofLine: 0).upperBound..<range.lowerBound
        // A rule at the top, a paragraph and another rule are no front matter: that needs a key.
        guard content.isEmpty || syntax.hasKey(source[content]) else { return nil }
        return Block(
          syntax: syntax, content: content, end: range.upperBound, lines: 0..<line + 1)
      }
    }
    return nil
  }

  private static func isFence(_ source: [UInt8], _ range: Range<Int>, _ fence: StaticString) -> Bool
  {
    guard range.count >= 3 else { return false }
    for offset in 0..<3 where source[range.lowerBound + offset] != fence.utf8Start[offset] {
      return false
    }
    return source[(range.lowerBound + 3)..<range.upperBound].allSatisfy { $0 <= 0x20 }
  }

  private static func apply(
    _ key: String, _ value: YAMLValue, to builder: inout ArticleBuilder
  ) -> FrontMatterField {
    switch key {
    case "title":
      builder.title = value.text ?? builder.title
      return .title
    case "subtitle", "deck", "dek":
      builder.subtitle = value.text ?? builder.subtitle
      return .subtitle
    case "series":
      builder.series = value.text ?? builder.series
      return .series
    case "author", "authors", "by", "byline":
      builder.authors += authors(value)
      return .authors
    case "date", "published", "publish_date", "pubdate":
      builder.date = value.text.flatMap(date) ?? builder.date
      return .date
    case "lang", "language", "locale":
      if let text = value.text { builder.language = LanguageCode.primary(text) ?? builder.language }
      return .language
    default: return .other
    }
  }

  /// The date as machines write it, as a year alone, or in words; `nil` for one that may be month and day as well as
  /// day and month.
  private static func date(_ text: String) -> String? {
    if let date = ISODate.readOrYear(text) { return date }
    let written = DateParser.parse(Lexicon.fold(Array(text.utf8)[...]))
    return written.flatMap { $0.isAmbiguous ? nil : $0.date }
  }

  private static func authors(_ value: YAMLValue) -> [Author] {
    switch value {
    case .scalar: value.text.map { [Author(name: $0)] } ?? []
    case .sequence(let elements): elements.flatMap(authors)
    case .mapping:
      [
        Author(
          name: value["name"]?.text,
          about: (value["about"] ?? value["bio"] ?? value["affiliation"])?.text)
      ]
      .filter { $0.name != nil || $0.about != nil }
    }
  }

  /// Adds one entry for each line of the block: the field of the key above it, `other` for fences.
  private static func addEntries(
    _ block: Block, _ fields: [(offset: Int, field: FrontMatterField)],
    to builder: inout ArticleBuilder
  ) {
    var next = 0
    var field = FrontMatterField.other
    for line in block.lines {
      let range = builder.lines.range(ofLine: line)
      while next < fields.count, fields[next].offset < range.upperBound {
        field = fields[next].field
        next += 1
      }
      if line == block.lines.upperBound - 1 { field = .other }
      let source = builder.trimmed(range)
      if !source.isEmpty {
        builder.frontMatter.append(FrontMatterEntry(field: field, source: source))
      }
    }
  }
}
