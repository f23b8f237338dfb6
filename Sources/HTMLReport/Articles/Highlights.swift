import ArticleModel
import Glibc

/// Which parts of an article's texts the results of plugins point at: summary sentences and glossary terms.
///
/// Any plugin can give them: a result with `sentences` and `places` (a list with the `line` of each) marks
/// sentences; one with `terms` that have `source`, `target` and `places` (lines) marks terms.
struct Highlights {
  enum Kind: Hashable { case summary, term }

  /// A marked part of the article's text arena.
  struct Mark {
    var range: Range<Int>
    var kind: Kind
    /// What a term is in the other language.
    var tip: String?
  }

  /// The marks of each node, by its index.
  private(set) var marks: [Int: [Mark]] = [:]
  private(set) var kinds: Set<Kind> = []
  private let article: Article
  /// How many marks a page has at most.
  private static let limit = 5000
  private var count = 0

  /// Finds what results point at.
  init(_ article: Article, results: [JSONValue]) {
    self.article = article
    for result in results {
      addSentences(of: result)
      addTerms(of: result)
    }
  }

  private mutating func addSentences(of result: JSONValue) {
    guard let sentences = result["sentences"]?.array, let places = result["places"]?.array else {
      return
    }
    for (sentence, place) in zip(sentences, places) {
      guard let text = sentence.string, let line = place["line"]?.integer else { continue }
      mark(text, at: line, .summary, tip: nil, once: true)
    }
  }

  private mutating func addTerms(of result: JSONValue) {
    for term in result["terms"]?.array ?? [] {
      guard let source = term["source"]?.string, let target = term["target"]?.string else {
        continue
      }
      var lines = Set(term["places"]?.array?.compactMap { $0.integer ?? $0["line"]?.integer } ?? [])
      if let line = term["line"]?.integer { lines.insert(line) }
      for line in lines.sorted() {
        mark(source, at: line, .term, tip: "→ \(target)", once: false)
        mark(target, at: line, .term, tip: "← \(source)", once: false)
      }
    }
  }

  private mutating func mark(_ text: String, at line: Int, _ kind: Kind, tip: String?, once: Bool) {
    let needle = Array(text.utf8)
    guard !needle.isEmpty else { return }
    for index in nodes(at: line) {
      for range in Highlights.occurrences(
        of: needle, in: article.text, article.nodes[index].text.range)
      {
        guard count < Highlights.limit else { return }
        let isKnown = marks[index]?.contains { $0.kind == kind && $0.range == range } ?? false
        if !isKnown {
          marks[index, default: []].append(Mark(range: range, kind: kind, tip: tip))
          kinds.insert(kind)
          count += 1
        }
        if once { return }
      }
    }
  }

  /// The nodes that cover a line; nodes are in the order of the source within blocks and within footnotes.
  private func nodes(at line: Int) -> [Int] {
    article.nodes.indices.filter {
      let node = article.nodes[$0]
      return Int(node.line) <= line && line <= Int(node.lastLine) && !node.text.isEmpty
    }
  }

  /// Where the needle stands in a part of the bytes, from left to right without overlap.
  private static func occurrences(of needle: [UInt8], in bytes: [UInt8], _ range: Range<Int>)
    -> [Range<Int>]
  {
    var found: [Range<Int>] = []
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      var start = range.lowerBound
      while start + needle.count <= range.upperBound {
        let room = range.upperBound - start - needle.count + 1
        guard let first = memchr(base + start, Int32(needle[0]), room) else { return }
        start = UnsafeRawPointer(first) - base
        if memcmp(base + start, needle, needle.count) == 0 {
          found.append(start..<start + needle.count)
          start += needle.count
        } else {
          start += 1
        }
      }
    }
    return found
  }
}
