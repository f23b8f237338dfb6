/// Reads `13` as 1–3 and `912` as 9–12, where an extractor lost the dash between two superscripts.
enum LostDash {
  /// The most notes that a range may span.
  private static let longestSpan = 40

  /// The ranges among numbers that are no labels of the series or do not fit into its order, by their offsets.
  ///
  /// - Parameters:
  ///   - candidates: all numbers that may be references, in order.
  ///   - offsets: those that are believed as they stand.
  static func ranges(
    _ candidates: ArraySlice<RawReference>, _ offsets: Set<Int>, _ labels: NoteLabelSet
  ) -> [Int: RawReference] {
    var found: [Int: RawReference] = [:]
    var later: [RawReference] = []
    var highest = 0
    for candidate in candidates {
      if offsets.contains(candidate.range.lowerBound) {
        highest = max(highest, candidate.labels.last?.label.number ?? 0)
        continue
      }
      guard candidate.labels.count == 1, let digits = candidate.labels[0].label.number,
        candidate.certainty != .unlikely, candidate.form == .bare
      else { continue }
      // The range begins where the order goes on.
      if digits > highest + 1, let range = split(candidate, digits, labels, { $0 == highest + 1 }) {
        found[candidate.range.lowerBound] = range
        highest = range.labels[range.labels.count - 1].label.number ?? highest
      } else if candidate.certainty == .sure, !labels.contains(number: digits) {
        later.append(candidate)
      }
    }
    // Where dashes are lost, a number above the last note is a range of notes cited before.
    guard !found.isEmpty else { return [:] }
    for candidate in later {
      let digits = candidate.labels[0].label.number ?? 0
      let range = split(candidate, digits, labels) { $0 >= 1 }
      if let range { found[candidate.range.lowerBound] = range }
    }
    return found
  }

  /// The range that digits give when they are cut in two, the first part being as asked for.
  private static func split(
    _ candidate: RawReference, _ digits: Int, _ labels: NoteLabelSet, _ isFirst: (Int) -> Bool
  ) -> RawReference? {
    var power = 10
    var best: RawReference?
    while power <= digits {
      let (first, last) = (digits / power, digits % power)
      defer { power *= 10 }
      // A part does not begin with 0.
      guard isFirst(first), last > first, last - first <= longestSpan, last >= power / 10,
        (first...last).allSatisfy({ labels.contains(number: $0) })
      else { continue }
      guard best == nil else { return nil }
      let end = candidate.range.upperBound
      let middle = end - String(last).utf8.count
      best = candidate
      best?.labels = CitedLabels(NoteLabel(number: first), at: candidate.range.lowerBound)
      for between in first + 1...last {
        best?.labels.append(NoteLabel(number: between), at: middle)
      }
    }
    return best
  }
}
