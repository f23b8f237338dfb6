import ArticleModel

extension Article {
  /// A text with its runs: `*text*` for a styled one, behind a link's text its target, `[label]` for a reference.
  func marked(_ text: ByteSpan, _ slice: IndexSlice) -> String {
    guard !slice.isEmpty else { return string(text) }
    return runs[slice.range].map { run in
      guard run.reference < 0 else {
        return "[\(string(references[Int(run.reference)].label))]"
      }
      let text = string(run.text)
      return run.style.isEmpty ? text : "*\(text)\(string(run.href))*"
    }.joined()
  }
}
