import ArticleModel
import ArticleReaders
import PluginHost
import Testing

/// Article → Markdown → article gives the same model, but for what Markdown cannot say: two notes with one label, be
/// it in capitals, labels that are no words, rows shorter than the table is wide, and figures that hold no picture.
@Suite struct MarkdownRoundTripTests {
  @Test(arguments: CorpusTests.articles)
  func corpus(_ name: String) throws {
    let bytes = try #require(Repository.read("\(Repository.root)/corpus/\(name)"))
    try expectSame(ArticleReader.read(bytes, path: name, format: nil))
  }

  @Test(arguments: PluginCase.all)
  func casesOfPlugins(_ example: PluginCase) throws {
    let folder = "plugins/\(example.plugin)/tests/\(example.name)"
    let file = try #require(Repository.names(in: folder).first { $0.hasPrefix("article.") })
    let bytes = try #require(Repository.read("\(Repository.root)/\(folder)/\(file)"))
    try expectSame(ArticleReader.read(bytes, path: file, format: nil))
  }

  static let shapes: [String] = [
    // Polls: with votes alone, with percentages alone, with a total of their own, without a question.
    "# T\n\n**Which?**\n\n| Answer | Votes |\n|---|---|\n| This | 3 |\n| That | 4 |\n",
    "# T\n\n**Which?**\n\n| Option | % |\n|---|---|\n| This | 30% |\n| That | 70% |\n",
    "# T\n\n**Which?**\n\n| Answer | Votes | % |\n|---|---|---|\n| This | 3 | 42.9% |\n| Total | 9 | |\n",
    "# T\n\n| Answer | Votes |\n|---|---|\n| This \\| that | 3 |\n| *None* | 0 |\n",
    // Tables that only look like polls.
    "# T\n\n**Which?**\n\n| City | Votes |\n|---|---|\n| Saltby | 3 |\n",
    "# T\n\n| Answer | Age |\n|---|---|\n| This | 3 |\n",
    // A table without a header, and one with a single row.
    "# T\n\n| | |\n|---|---|\n| a | 2 |\n| b | 3 |\n", "# T\n\n| a | b |\n|---|---|\n",
    // A citation before a colon is no definition.
    "# T\n\nSaid in [^5]: a. And in[^1].\n\n[^1]: One.\n\n[^5]: Five.\n",
    // References, links and styles in the cells of a table, also with a bar, alone and before a colon.
    "# T\n\n| a[^1] | b |\n|---|---|\n| *c*[^2] | [d](e) `f` |\n| | [^1] |\n| g[^2]\\: h | i [^1], k |\n\n[^1]: One.\n\n[^2]: Two.\n",
    "# T\n\n| a | b |\n|---|---|\n| `c \\| d` | [e \\| f](g\\|h)[^1] |\n\n[^1]: One.\n",
    // Captions.
    "# T\n\nTable 1: Lights\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "# T\n\nTable A. Lights\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "# T\n\nTable: Lights of the coast[^1]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: A note.\n",
    "# T\n\nTable 1: *Lights*[^1] of the [coast](a) in May\n\n| a | b |\n|---|---|\n| 1[^1] | 2 |\n\n[^1]: A note.\n",
    "# T\n\nTable 1[^1]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: A note.\n",
    "# T\n\n![The *lower*[^1] light of [b](c)](a.png)\n\nText.\n\n[^1]: A note.\n",
    "# T\n\n![](a.png)\n\nText.\n", "# T\n\n![A lamp](a.png)\n\nText.\n",
    "# T\n\n![A lamp](a.png)\n*By **day***\n\n*By night.*<!-- -->\n\nText.\n",
    "# T\n\n![A lamp](a.png \"By day\")\n\nText.\n",
    "# T\n\n![The *lower*[^1] light](a.png \"By day\")\n\n![Lower[^1]](b.png)\n*By night*\n\nText.\n\n[^1]: A note.\n",
    "# T\n\n![[b](c) x](a.png)\n\n![[^1]](b.png)\n*By night*\n\n*Text.*\n\n[^1]: A note.\n",
    "# T\n\n![A lamp](a.png)\n*By day.*\n\n*A paragraph.*\n\nText.\n",
    "# T\n\n![A lamp](a.png)\n\n*By day[^1]*\n\n![](b.png)\n*[By night](c)[^1]*\n\nText.\n\n[^1]: A note.\n",
    "# T\n\n> **A light is known[^1] for the ships that it saves.**\n\nA light is known for the ships that it saves, they say.\n\n[^1]: A note.\n",
    "# T\n\n![The lower light]()\n\nText.\n",
    "# T\n\n![The lower light](a.png)\n\n*By day.*\n\nText.\n",
    // Pull quotes, short ones and such with an ellipsis, and bold quotations that are none.
    "# T\n\n> **the ships that it saves**\n\nA light is known for the ships that it saves, they say.\n",
    "# T\n\n> **A light is known… that it saves.**\n\nA light is known for the ships that it saves, they say.\n",
    "# T\n\n> **Said by nobody else in here.**\n\nA light is known for the ships that it saves.\n",
    "# T\n\n> **The flags O\\_SYNC and O\\_DSYNC are known.**\n\nThe flags O\\_SYNC and *O\\_DSYNC* are known. To whom?\n",
    "# T\n\n> **[keepers@example.org](mailto:keepers@example.org) hears of every ship.**\n\nThe list keepers@example.org hears of every ship. It is read.\n",
    // Lists that follow each other, and items of several blocks.
    "# T\n\n- a\n- b\n\n* c\n\n- d\n", "# T\n\n1. a\n\n3) b\n\n- c\n\n1. d\n",
    "# T\n\n- a\n\n  b\n\n  - c\n\n  * d\n\n    e\n\n  f\n",
    "# T\n\n- a\n\n  3. b\n\n- c\n\n  > d\n\n  e\n\n  | f | g |\n  |---|---|\n  | h | i |\n\n  k\n",
    // Marks beside letters, punctuation and each other.
    "# T\n\nSaid<!-- -->*.* So **a**<!-- -->*: b.* Not *“c”*<!-- -->d, ~~e~~<!-- -->**f**, *“g”* h.\n",
    "# T\n\n`a`<!-- -->`b` **`c`**<!-- -->d. What\\![a](b)!\n",
    // References before a bracket, before a space with a full stop, and at the beginning.
    "# T\n\nThe quotient[^1]\\(AQ) of 2012[^1] . And[^1] , *so*[^1].\n\n[^1]\\: as said.\n\n[^1]: A note.\n",
    // Addresses, also where GitHub would make links unasked.
    "# T\n\n| a_b | at |\n|---|---|\n| c*d | <http://www.example.org/a_b#c\\|d> |\n| ftp\\://e_f | www\\.example.org/a_b |\n",
    "# T\n\nAt ftp\\://example.org/a_b and <http://www.example.org/a_b>, a_b@example.org.\n",
    // Captions that explain every column.
    "# T\n\nTable 2: \(String(repeating: "What the columns say. ", count: 40))\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "# T\n\nTable: \(String(repeating: "What the columns say. ", count: 40))\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
  ]

  /// What only pages have.
  static let pages: [String] = [
    // A header without a word.
    "<table><tr><th></th><th> </th></tr><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
    // What pictures show, and what is said of them.
    "<figure><img src=a.png alt='A lamp'><figcaption>By <i>day</i></figcaption></figure><img src=b.png alt='A buoy'>",
    "<figure><img src=a.png alt=''><figcaption>By day</figcaption></figure><p class=caption>By night</p>",
    // Many authors.
    "<p>By Ann Smith, Bo Lind, Cara Moor, Dag Holm, Eva Stone, Finn Hale, Gro Vale, Hal Reed, Ida Birch, Jan Oak and Kim Elm</p>",
  ]

  @Test(arguments: pages)
  func page(_ body: String) throws {
    let text =
      "The lights along the coast were lit at dusk, and the keepers wrote down every ship. "
    let source =
      "<html lang=\"en\"><title>Lights</title><body><article><h1>Lights</h1>\(body)"
      + "<p>\(text)\(text)</p><p>\(text)\(text)</p></article></body></html>"
    try expectSame(ArticleReader.read(Array(source.utf8), path: "a.html", format: .html))
  }

  @Test(arguments: shapes)
  func shape(_ source: String) throws {
    let article = ArticleReader.read(Array(source.utf8), path: "a.md", format: .markdown)
    try expectSame(article)
  }

  @Test func aPollIsReadFromATable() {
    let source =
      "**Which?**\n\n| Answer | Votes | % |\n|---|---:|---:|\n| This | 1,200 | 75% |\n| That | 400 | 25% |\n| Total | 1,600 | |\n"
    let article = ArticleReader.read(Array(source.utf8), path: "a.md", format: .markdown)
    #expect(article.polls.map(\.total) == [1600])
    #expect(article.polls.map(\.isConsistent) == [true])
    #expect(article.pollOptions.map(\.votes) == [1200, 400])
    #expect(article.pollOptions.map(\.percent) == [75, 25])
    #expect(article.nodes.map(\.kind) == [.poll])
  }

  /// The headers of polls in every language that has words for them.
  @Test(arguments: [
    ["Options", "Votes", "Share", "Total"], ["Antwort", "Stimmen", "Prozent", "Insgesamt"],
    ["Réponse", "Voix", "Pourcentage", "Au total"], ["Opción", "Votos", "Porcentaje", "Total"],
    ["Вариант ответа", "Голоса", "Доля", "Всего"], ["选项", "票数", "比例", "总计"],
    ["回答", "得票数", "割合", "合計"], ["응답", "득표수", "비율", "합계"],
    ["الخيار", "الأصوات", "النسبة", "المجموع"], ["Risposta", "Voti", "Percentuale", "Totale"],
    ["Resposta", "Votos", "Percentagem", "Total"],
  ])
  func aPollHasHeadersInItsLanguage(_ words: [String]) throws {
    let source =
      "| \(words[0]) | \(words[2]) | \(words[1]) |\n|---|---|---|\n| A | 25% | 1 |\n| B | 75% | 3 |\n| \(words[3]) | | 4 |\n"
    let article = ArticleReader.read(Array(source.utf8), path: "a.md", format: .markdown)
    #expect(article.polls.map(\.total) == [4])
    #expect(article.pollOptions.map(\.votes) == [1, 3])
    #expect(article.pollOptions.map(\.percent) == [25, 75])
    // Votes alone are counts of something else.
    let table = source.replacing("| \(words[0]) |", with: "| \(words[1]) |")
    #expect(
      ArticleReader.read(Array(table.utf8), path: "a.md", format: .markdown).polls.isEmpty)
  }

  // MARK: Comparing

  private func expectSame(_ article: Article) throws {
    let session = try PluginSession(path: Repository.plugin("export"))
    let result = try JSONParser.parse(try #require(session.run(on: article).result))
    let text = try #require(result["text"]?.string)
    let again = ArticleReader.read(Array(text.utf8), path: "again.md", format: .markdown)
    let labels = labels(of: article)
    let (before, after) = (try outline(of: article, labels), try outline(of: again, labels))
    // The lines that differ say more than two whole articles.
    #expect(before.filter { !after.contains($0) } == after.filter { !before.contains($0) })
    #expect(before == after)
  }

  /// How many footnotes have each label, in small letters.
  private func labels(of article: Article) -> [String: Int] {
    var labels: [String: Int] = [:]
    for footnote in article.footnotes {
      labels[article.string(footnote.label).lowercased(), default: 0] += 1
    }
    return labels
  }

  /// A line for each node with all that it says, and the metadata.
  private func outline(of article: Article, _ labels: [String: Int]) throws -> [String] {
    var writer = JSONWriter()
    article.writeJSON(to: &writer)
    let json = try JSONParser.parse(writer.finish())
    var lines = ["title", "subtitle", "series", "date", "language", "authors"].map {
      "\($0): \(shown(json[$0]))"
    }
    for name in ["blocks", "footnotes"] {
      for node in json[name]?.array ?? [] { add(node, 0, labels, to: &lines) }
    }
    return lines + references(of: article, labels)
  }

  /// A line for each reference: its label and the text before it, in its cell or caption where it is in a table.
  private func references(of article: Article, _ labels: [String: Int]) -> [String] {
    var cells: [Int: Cell] = [:]
    for cell in article.cells {
      for run in article.runs[cell.runs.range] where run.reference >= 0 {
        cells[Int(run.reference)] = cell
      }
    }
    return article.references.enumerated().map { index, reference in
      let node = article.nodes[Int(reference.node)]
      let label = article.string(reference.label)
      let line = isWord(label) && labels[label.lowercased()] == 1 ? "[\(label)]" : "[]"
      // What stands between label and caption may be any mark.
      let caption = node.kind == .table ? article.tables[Int(node.payload)].caption : node.text
      let start = (cells[index]?.text ?? caption).start
      let before = article.text[start..<max(start, Int(reference.textOffset))]
      return line + " after " + String(decoding: before.suffix(40), as: UTF8.self)
    }
  }

  private func add(
    _ node: JSONValue, _ depth: Int, _ labels: [String: Int], as kind: String? = nil,
    to lines: inout [String]
  ) {
    let kind = kind ?? node["kind"]?.string ?? ""
    var children = (node["blocks"]?.array ?? []) + (node["items"]?.array ?? [])
    var text = node["text"]?.string ?? ""
    // A quotation of one paragraph is that paragraph.
    if kind == "quote", text.isEmpty, children.count == 1,
      children[0]["kind"]?.string == "paragraph"
    {
      text = children[0]["text"]?.string ?? ""
      children = []
    }
    // A figure around code or a quotation is that and, for its caption, a paragraph.
    if kind == "figure", children.contains(where: { $0["kind"]?.string != "caption" }) {
      for child in children {
        let isCaption = child["kind"]?.string == "caption"
        add(child, depth, labels, as: isCaption ? "paragraph" : nil, to: &lines)
      }
      return
    }
    // Of a figure whose picture is lost the captions are left.
    let hasPicture = (node["runs"]?.array ?? []).contains { $0["href"]?.string?.isEmpty == false }
    if kind == "figure", !hasPicture {
      for child in children { add(child, depth, labels, to: &lines) }
      return
    }
    if kind == "table" || kind == "poll" { text = "" }
    var line = "\(depth) \(kind) \(text)"
    let fields = [
      "level", "ordered", "start", "checked", "caption", "question", "options", "total",
    ]
    for field in fields { line += " \(shown(node[field]))" }
    if kind == "table" {
      let count = node["column_count"]?.integer ?? 0
      for row in [node["header"]].compactMap({ $0 }) + (node["rows"]?.array ?? []) {
        let cells = (row.array ?? []).map { $0.string ?? "" }
        line +=
          " ["
          + (cells + Array(repeating: "", count: max(0, count - cells.count))).joined(
            separator: "|") + "]"
      }
      // What stands between label and caption may be any mark.
      line += " " + shown(node["label"])
    }
    if kind == "footnote", let label = node["label"]?.string, isWord(label),
      labels[label.lowercased()] == 1
    {
      line += " [\(label)]"
    }
    lines.append(line)
    for child in children { add(child, depth + 1, labels, to: &lines) }
  }

  private func isWord(_ label: String) -> Bool {
    label.utf8.allSatisfy { byte in
      byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }
  }

  private func shown(_ value: JSONValue?) -> String {
    guard let value, value != .null else { return "-" }
    if let options = value.array, options.first?["votes"] != nil || options.first?["percent"] != nil
    {
      return options.map { "\(shown($0["label"])) \(shown($0["votes"])) \(shown($0["percent"]))" }
        .joined(separator: ";")
    }
    var json = JSONWriter()
    json.value(value)
    return String(decoding: json.finish(), as: UTF8.self)
  }
}
