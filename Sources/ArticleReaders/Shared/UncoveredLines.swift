import ArticleModel

/// Finds the lines of the source that no node and no metadata hold.
///
/// A reader calls it last, so that nothing is lost: markup that carries no text (link definitions, rules, comments,
/// tags on lines of their own) becomes boilerplate whose reason is `markup`.
enum UncoveredLines {
  /// The runs of neighbouring non-blank lines that no node covers, as ranges of line numbers from 0.
  ///
  /// - Parameter others: bytes that will be covered by nodes which are still to be added.
  static func find(in builder: borrowing ArticleBuilder, besides others: [ByteSpan] = []) -> [Range<
    Int
  >] {
    var covered = [Bool](repeating: false, count: builder.lines.count)
    var line = 0
    func cover(_ span: ByteSpan) {
      guard !span.isEmpty else { return }
      let first = builder.lines.line(at: span.start, near: line)
      line = builder.lines.line(at: span.end - 1, near: first)
      for line in first...line { covered[line] = true }
    }
    for entry in builder.frontMatter { cover(entry.source) }
    for span in others { cover(span) }
    var index = 0
    while index < builder.nodes.count {
      cover(builder.nodes[index].source)
      index = Int(builder.nodes[index].end)
    }
    let owner = builder.source
    let bytes = owner.span
    var runs: [Range<Int>] = []
    for line in 0..<builder.lines.count where !covered[line] {
      guard !isBlank(bytes, builder.lines.range(ofLine: line)) else { continue }
      if let last = runs.last, last.upperBound == line {
        runs[runs.count - 1] = last.lowerBound..<line + 1
      } else {
        runs.append(line..<line + 1)
      }
    }
    return runs
  }

  /// Whether the range holds nothing but white space.
  static func isBlank(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let width = whiteSpaceWidth(bytes, at: index, end: range.upperBound)
      if width == 0 { return false }
      index += width
    }
    return true
  }
}

extension ArticleBuilder {
  /// The bytes of the range without white space at either end.
  func trimmed(_ range: Range<Int>) -> ByteSpan {
    let owner = source
    return ByteSpan(owner.span.trimmed(range))
  }
}
