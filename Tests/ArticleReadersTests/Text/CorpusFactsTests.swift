import ArticleModel
import Testing

/// Holds the reader against what a person sees in the sample articles, written down before the reader read them.
@Suite("The text reader sees in the sample articles what a person sees")
struct CorpusFactsTests {
  @Test("Facts hold", arguments: Corpus.files(["txt"]))
  func facts(name: String) throws {
    let article = Corpus.article(name)
    let bytes = try #require(Corpus.bytes(name.dropLast(4) + ".facts.json"))
    let facts = try JSONParser.parse(bytes)
    let checks = Facts(article: article, wanted: facts)
    for fact in Facts.Kind.allCases {
      let isGap = CorpusFactsTests.gaps[name]?.contains(fact) ?? false
      withKnownIssue("a layout that the reader does not know yet", isIntermittent: false) {
        checks.check(fact)
      } when: {
        isGap
      }
    }
  }

  /// What the reader misses, and knows that it misses.
  static let gaps: [String: Set<Facts.Kind>] = [
    // A table whose cells stand bare, one a line, with nothing to tell them from headings.
    "harbour-tables.txt": [.headings, .paragraphs, .tables],
    // The author's note at the end describes her without a noun for what she does.
    "ecluses.txt": [.paragraphs],
    // The line over a poll is its title for the reader and the page's for a person.
    "orchard-news.txt": [.boilerplate],
    // A rule drawn over the notes is boilerplate for the reader.
    "bell-founders.txt": [.boilerplate],
  ]
}

/// One article and the facts about it.
struct Facts {
  enum Kind: CaseIterable {
    case title, date, language, headings, paragraphs, pullQuotes, footnotes, references, tables,
      polls, boilerplate, captions
  }

  let article: Article
  let wanted: JSONValue

  func check(_ kind: Kind) {
    switch kind {
    case .title: same("title", article.title)
    case .date: same("date", article.date)
    case .language: same("language", article.language)
    case .headings: same("heading_lines", lines(.heading))
    case .paragraphs: same("paragraph_lines", lines(.paragraph) { $0.role == .body })
    case .pullQuotes: checkPullQuotes()
    case .footnotes:
      let labels = article.footnotes.map { article.string($0.label) }.sorted()
      if let expected = wanted["footnotes"]?.array {
        #expect(labels == expected.compactMap(\.string).sorted())
      }
    case .references: checkReferences()
    case .tables: checkTables()
    case .polls: checkPolls()
    case .boilerplate:
      let found = article.boilerplate.flatMap {
        Int(article.nodes[$0].line)...Int(article.nodes[$0].lastLine)
      }
      same("boilerplate_lines", found)
    case .captions: same("caption_lines", lines(.caption))
    }
  }

  private func lines(_ kind: NodeKind, where isWanted: (Node) -> Bool = { _ in true }) -> [Int] {
    article.blocks(of: kind).map { article.nodes[$0] }.filter(isWanted).map { Int($0.line) }
  }

  private func same(_ key: String, _ found: String?) {
    guard let expected = wanted[key] else { return }
    #expect(found == expected.string, "\(key)")
  }

  private func same(_ key: String, _ found: [Int]) {
    guard let expected = wanted[key]?.array else { return }
    #expect(found == expected.compactMap(\.integer), "\(key)")
  }

  private func checkPullQuotes() {
    guard let expected = wanted["pull_quotes"]?.members else { return }
    let found = article.blocks(of: .pullQuote).map { index in
      let node = article.nodes[index]
      return "\(node.line) of \(node.of < 0 ? 0 : article.nodes[Int(node.of)].line)"
    }
    #expect(found.sorted() == expected.map { "\($0.key) of \($0.value.integer ?? 0)" }.sorted())
  }

  private func checkReferences() {
    guard let expected = wanted["references"]?.members else { return }
    var found: [String: Set<Int>] = [:]
    for footnote in article.footnotes {
      for index in article.citations[footnote.citations.range] {
        found[article.string(footnote.label), default: []].insert(
          Int(article.references[Int(index)].line))
      }
    }
    for reference in article.references where reference.footnote < 0 {
      found[article.string(reference.label), default: []].insert(Int(reference.line))
    }
    let want = expected.map { ($0.key, Set($0.value.array?.compactMap(\.integer) ?? [])) }
    #expect(found == Dictionary(want, uniquingKeysWith: { $0.union($1) }))
  }

  private func checkTables() {
    guard let expected = wanted["tables"]?.array else { return }
    #expect(article.tables.count == expected.count)
    for (table, want) in zip(article.tables, expected) {
      #expect(article.string(table.label) == want["label"]?.string ?? "")
      #expect(article.string(table.caption) == want["caption"]?.string ?? "")
      if let count = want["row_count"]?.integer {
        #expect(article.bodyRows(of: table).count == count)
      }
      if let count = want["column_count"]?.integer { #expect(Int(table.columnCount) == count) }
    }
  }

  private func checkPolls() {
    guard let expected = wanted["polls"]?.array else { return }
    #expect(article.polls.count == expected.count)
    for (poll, want) in zip(article.polls, expected) {
      #expect(article.string(poll.question) == want["question"]?.string ?? "")
      #expect(poll.total == want["total"]?.integer)
      let options = article.pollOptions[poll.options.range].map {
        "\(article.string($0.label)) \($0.votes ?? -1)"
      }
      let wantedOptions = want["options"]?.array?.map {
        "\($0.array?[0].string ?? "") \($0.array?[1].integer ?? -1)"
      }
      #expect(options == wantedOptions)
    }
  }
}
