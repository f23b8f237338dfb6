import ArticleModel

/// The terms that plugins found over all articles, with those that are translated in more than one way.
///
/// A plugin gives them as `terms` with `source` and `target`, as the bundled `glossary` does.
struct CorpusGlossary {
  private struct Pair: Hashable {
    var source: String
    var target: String
  }

  private struct Use {
    var count = 0
    var articles = 0
    var first: (name: String, page: String?)
  }

  private var uses: [Pair: Use] = [:]
  private var targets: [String: Set<String>] = [:]

  var isEmpty: Bool { uses.isEmpty }

  /// Takes the terms of a result.
  mutating func add(_ result: JSONValue, article: String, page: String?) {
    for term in result["terms"]?.array ?? [] {
      guard let source = term["source"]?.string, let target = term["target"]?.string else { return }
      let line = term["line"]?.integer
      let place = line.map { "\(article):\($0)" } ?? article
      let address = page.map { page in line.map { "\(page)#L\($0)" } ?? page }
      let pair = Pair(source: source, target: target)
      uses[pair, default: Use(first: (place, address))].count += term["count"]?.integer ?? 1
      uses[pair]!.articles += 1
      targets[source, default: []].insert(target)
    }
  }

  /// Terms with more than one target.
  var conflicts: ResultTable? { table(title: "Translated in more than one way") { $0 > 1 } }

  /// All other terms.
  var terms: ResultTable? { table(title: "Terms") { $0 == 1 } }

  private func table(title: String, _ isWanted: (Int) -> Bool) -> ResultTable? {
    let chosen = uses.filter { isWanted(targets[$0.key.source]!.count) }
      .sorted { ($0.key.source, $0.key.target) < ($1.key.source, $1.key.target) }
    guard !chosen.isEmpty else { return nil }
    return ResultTable(
      title: title, head: ["source", "target", "count", "articles", "first place"],
      rows: chosen.map { pair, use in
        [
          .string(pair.source), .string(pair.target), .integer(use.count), .integer(use.articles),
          .string(use.first.name),
        ]
      },
      links: chosen.map(\.value.first.page))
  }
}
