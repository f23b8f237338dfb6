import ArticleModel

/// The lines of an article's source, counted from 1, that hold text and that neither a node nor the metadata hold.
func uncoveredLines(_ article: Article) -> [Int] {
  var covered = Set<Int>()
  func cover(_ span: ByteSpan) {
    guard !span.isEmpty else { return }
    for line in article.lines.line(at: span.start)...article.lines.line(at: span.end - 1) {
      covered.insert(line)
    }
  }
  for node in article.nodes { cover(node.source) }
  for entry in article.frontMatter { cover(entry.source) }
  return (0..<article.lines.count).filter { line in
    !covered.contains(line) && !isBlank(article, article.lines.range(ofLine: line))
  }.map { $0 + 1 }
}

private func isBlank(_ article: Article, _ range: Range<Int>) -> Bool {
  let source = article.source
  let bytes = source.span
  var index = range.lowerBound
  while index < range.upperBound {
    let width = whiteSpaceWidth(bytes, at: index, end: range.upperBound)
    if width == 0 { return false }
    index += width
  }
  return true
}

/// Pieces of boilerplate whose bytes a leaf of the article, a footnote or another piece holds as well.
func repeatedTexts(_ article: Article) -> [String] {
  let leaves = article.nodes.indices.filter { index in
    Int(article.nodes[index].end) == index + 1 && !article.nodes[index].text.isEmpty
  }
  var repeated: [String] = []
  for piece in leaves where article.nodes[piece].kind == .boilerplate {
    let range = article.nodes[piece].source.range
    for other in leaves where other != piece && article.nodes[other].kind != .caption {
      let leaf = article.nodes[other].source.range
      // A block may hold a dropped element; only the reverse is a text in two places.
      if range.lowerBound <= leaf.lowerBound && leaf.upperBound <= range.upperBound {
        repeated.append(article.sourceString(article.nodes[other].source))
      }
    }
  }
  return repeated
}

/// What must hold for every article, whatever its source is: spans within the source, texts that are UTF-8, lists of
/// items.
func brokenSpans(_ article: Article) -> [String] {
  var broken: [String] = []
  for (index, node) in article.nodes.enumerated() {
    if node.source.end > article.source.count {
      broken.append("node \(index) ends after the source")
    }
    if node.text.end > article.text.count {
      broken.append("the text of node \(index) ends after the arena")
    }
    if String(validating: article.text[node.text.range], as: UTF8.self) == nil {
      broken.append("the text of node \(index) is not UTF-8")
    }
    if Int(node.end) <= index || Int(node.end) > article.nodes.count {
      broken.append("node \(index) has no end")
    }
    if node.kind == .list,
      article.children(of: index).contains(where: { article.nodes[$0].kind != .item })
    {
      broken.append("list \(index) holds what is no item")
    }
  }
  for cell in article.cells
  where String(validating: article.source[cell.source.range], as: UTF8.self) == nil {
    broken.append("a cell cuts a scalar")
  }
  for reference in article.references where reference.source.end > article.source.count {
    broken.append("a reference ends after the source")
  }
  return broken
}

/// A small generator of numbers that gives the same ones on every machine (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
