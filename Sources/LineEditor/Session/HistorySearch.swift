/// An incremental search through the history.
///
/// A pattern without capitals finds capitals too.
struct HistorySearch {
  private(set) var pattern = ""
  /// The block before the search, to return to.
  let original: EditBuffer
  /// The entry that is shown, and where the pattern stands in it.
  private(set) var found: (index: Int, range: Range<Int>)?
  private(set) var hasFailed = false

  init(original: EditBuffer) { self.original = original }

  /// The matched bytes of the shown entry.
  var match: Range<Int>? { found?.range }

  /// Lengthens the pattern and searches on from the shown entry.
  mutating func append(_ text: String, in history: HistoryCursor) {
    pattern += text
    refine(history, from: found?.index)
  }

  /// Shortens the pattern by a cluster and searches again from the newest entry.
  mutating func removeLast(in history: HistoryCursor) {
    guard !pattern.isEmpty else { return }
    pattern.removeLast()
    refine(history, from: nil)
  }

  /// Goes to an older match.
  mutating func older(in history: HistoryCursor) {
    settle(pattern.isEmpty ? nil : history.lastMatch(before: found?.index, find))
  }

  /// Goes to a newer match.
  mutating func newer(in history: HistoryCursor) {
    guard let found, !pattern.isEmpty else { return }
    settle(history.firstMatch(after: found.index, find))
  }

  /// The line under the block that shows the pattern.
  func rows(columns: Int, metrics: Metrics) -> [Frame.Row] {
    var builder = FrameBuilder(columns: columns, metrics: metrics)
    builder.appendFitting(hasFailed ? "no match: " : "search: ", hasFailed ? .error : .status)
    builder.appendFitting(pattern, .text)
    return builder.rows
  }

  private mutating func refine(_ history: HistoryCursor, from index: Int?) {
    guard !pattern.isEmpty else {
      found = nil
      hasFailed = false
      return
    }
    settle(history.lastMatch(before: index.map { $0 + 1 }, find))
  }

  private mutating func settle(_ result: (Int, Range<Int>)?) {
    hasFailed = result == nil && !pattern.isEmpty
    if let result { found = (result.0, result.1) }
  }

  /// The last place of the pattern in an entry, in UTF-8 bytes.
  private func find(_ entry: String) -> Range<Int>? {
    let ignoresCase = pattern == pattern.lowercased()
    // Folding may change the length in bytes, so clusters are compared, but only where a quick
    // look at the bytes of the folded entry promises a match.
    let folded = ignoresCase ? entry.lowercased() : entry
    guard Self.contains(Array(folded.utf8), Array(pattern.utf8)) else { return nil }
    let clusters = Array(entry)
    let wanted = Array(pattern)
    guard clusters.count >= wanted.count else { return nil }
    for start in (0...clusters.count - wanted.count).reversed() {
      let part = clusters[start..<start + wanted.count]
      let isMatch = zip(part, wanted).allSatisfy {
        $0 == $1 || (ignoresCase && $0.lowercased() == $1.lowercased())
      }
      guard isMatch else { continue }
      let offset = clusters[..<start].reduce(0) { $0 + $1.utf8.count }
      return offset..<part.reduce(offset) { $0 + $1.utf8.count }
    }
    return nil
  }

  private static func contains(_ bytes: [UInt8], _ pattern: [UInt8]) -> Bool {
    guard let first = pattern.first, bytes.count >= pattern.count else { return pattern.isEmpty }
    for start in 0...bytes.count - pattern.count where bytes[start] == first {
      if bytes[start..<start + pattern.count].elementsEqual(pattern) { return true }
    }
    return false
  }
}
