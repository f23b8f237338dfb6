/// Chooses among numbers behind words those that are references, by their order.
///
/// Notes are cited in rising order. The heaviest rising chain of candidates, sure ones weighing more than doubtful ones,
/// holds the first citation of each note (the heaviest increasing subsequence: Jacobson and Vo 1992). A number that was
/// cited already is believed again where it is sure.
enum CitationChain {
  struct Accepted {
    var labels = NoteLabelSet()
    /// The offsets of the markers that are references.
    var offsets: Set<Int> = []
  }

  /// How far a doubtful number may run ahead of the notes cited so far.
  private static let longestLead = 3

  static func accepted(
    _ references: ArraySlice<RawReference>, _ labels: NoteLabelSet
  ) -> Accepted {
    let candidates = references.filter { $0.labels.allSatisfy { labels.contains($0.label) } }
    let chain = heaviestChain(candidates)
    var accepted = Accepted()
    var highest = 0
    var inChain = chain[...]
    for (index, candidate) in candidates.enumerated() {
      let number = candidate.labels[0].label.number ?? 0
      let isNext = inChain.first == index
      if isNext { inChain.removeFirst() }
      // A doubtful candidate far ahead of its turn (`SHA256`, `Python3`) needs the next one close behind it.
      let isFollowed =
        inChain.first.map { (candidates[$0].labels[0].label.number ?? 0) <= number + longestLead }
        ?? false
      let isFar = isNext && candidate.isDoubtful && number > highest + longestLead && !isFollowed
      guard isNext && !isFar || !candidate.isDoubtful && number <= highest else { continue }
      accepted.offsets.insert(candidate.range.lowerBound)
      for (label, _) in candidate.labels { accepted.labels.insert(label) }
      highest = max(highest, candidate.labels.last?.label.number ?? 0)
    }
    return accepted
  }

  /// The references, in their order, once it is known that a series is cited in order: those of the chain, and what
  /// else is likely.
  ///
  /// Each note is cited somewhere. So a label that the chain left out is found at the surest of its candidates; and a
  /// number that nothing speaks against is believed again where it is too high to be a count.
  static func references(
    in all: ArraySlice<RawReference>, _ labels: NoteLabelSet
  ) -> [RawReference] {
    var accepted = accepted(all, labels)
    // A few numbers of a long series are chance: `pAD25`, `rom-3`.
    guard accepted.labels.count * leastShare >= labels.count else { return [] }
    let ranges = LostDash.ranges(all, accepted.offsets, labels)
    for range in ranges.values { for (label, _) in range.labels { accepted.labels.insert(label) } }
    complete(&accepted, from: all, labels)
    return all.compactMap { candidate in
      let offset = candidate.range.lowerBound
      return ranges[offset] ?? (accepted.offsets.contains(offset) ? candidate : nil)
    }
  }

  private static func complete(
    _ accepted: inout Accepted, from all: ArraySlice<RawReference>, _ labels: NoteLabelSet
  ) {
    let isUsual = accepted.labels.count * 2 >= labels.count
    let rest = all.filter {
      !accepted.offsets.contains($0.range.lowerBound) && $0.certainty != .unlikely
        && $0.labels.allSatisfy { labels.contains($0.label) }
    }
    var left = NoteLabelMap()
    for candidate in rest where candidate.certainty == .open {
      let label = candidate.labels[0].label
      left[label] = (left[label] ?? 0) + 1
    }
    for candidate in rest {
      let label = candidate.labels[0].label
      let isNew = !candidate.labels.contains { accepted.labels.contains($0.label) }
      let isHigh = (label.number ?? 0) >= leastRepeated
      let isReference =
        candidate.certainty == .sure
        ? isNew : isUsual && (isNew && left[label] == 1 || isHigh)
      if isReference { accepted.offsets.insert(candidate.range.lowerBound) }
    }
  }

  /// At least one label in so many must be cited.
  private static let leastShare = 4
  /// The lowest number that is believed to be a note's again without a sign of it.
  private static let leastRepeated = 10

  /// The indices of the heaviest strictly rising subsequence; O(n log m) for numbers up to m.
  private static func heaviestChain(_ candidates: [RawReference]) -> [Int] {
    let highest = candidates.reduce(0) { max($0, $1.labels[0].label.number ?? 0) }
    var best = PrefixMaximum(count: highest + 1)
    var previous = [Int](repeating: -1, count: candidates.count)
    for (index, candidate) in candidates.enumerated() {
      guard let number = candidate.labels[0].label.number, number > 0 else { continue }
      let before = best.maximum(upTo: number - 1)
      previous[index] = before.index
      best.raise(number, to: before.weight + (candidate.isDoubtful ? 1 : 4), index)
    }
    var chain: [Int] = []
    var index = best.maximum(upTo: highest).index
    while index >= 0 {
      chain.append(index)
      index = previous[index]
    }
    return chain.reversed()
  }

  /// The heaviest chain that ends at or before each number, as a binary indexed tree (Fenwick 1994).
  private struct PrefixMaximum {
    private var weights: [Int]
    private var indices: [Int]

    init(count: Int) {
      weights = [Int](repeating: 0, count: count + 1)
      indices = [Int](repeating: -1, count: count + 1)
    }

    func maximum(upTo number: Int) -> (weight: Int, index: Int) {
      var found = (weight: 0, index: -1)
      var position = number
      while position > 0 {
        if weights[position] > found.weight { found = (weights[position], indices[position]) }
        position -= position & -position
      }
      return found
    }

    mutating func raise(_ number: Int, to weight: Int, _ index: Int) {
      var position = number
      while position < weights.count {
        if weight > weights[position] { (weights[position], indices[position]) = (weight, index) }
        position += position & -position
      }
    }
  }
}
