/// A value on its way to the total of a plugin.
struct PartialValue: Hashable {
  /// JSON text.
  var bytes: [UInt8]
  /// The digest of the line that it came in; `nil` where nobody will ask.
  var source: Digest?
}

/// Merges the results of one plugin in input order, group by group, each group by one request to a worker.
///
/// Groups are formed by the order of the inputs alone, so that the total is the same for any number of workers,
/// also where `merge` is not commutative. What is held is at most one group a level: memory grows with the
/// logarithm of the number of inputs.
struct ReductionTree {
  /// How many values one request merges: so many, or as many as have so many bytes, but two at least.
  ///
  /// Within a group the total stays in Lua; each level above costs JSON and back.
  static let groupSize = 64
  static let groupByteCount = 1 << 20

  /// The place of a group: its level, counted from 0 at the results, and its position there.
  struct Group: Hashable {
    var level: Int
    var position: Int
  }

  /// A group that is ready to be merged.
  struct Request {
    var group: Group
    var values: [PartialValue]
    /// Whether what they merge into is the total.
    var isLast: Bool
  }

  private struct Level {
    /// The values that wait for their group to fill, from position `start` on; `nil` while one is being merged.
    var waiting: [PartialValue?] = []
    var start = 0
    /// Whether no more values come.
    var isClosed = false
    /// Groups that were handed out.
    var groupCount = 0
    /// How many of the first values are there and belong to the next group, and how many bytes they have.
    var readyCount = 0
    var readyByteCount = 0

    var isFull: Bool {
      readyCount == groupSize || (readyCount > 1 && readyByteCount >= groupByteCount)
    }

    /// Takes the values of the next group, once it is full or no more values come.
    mutating func takeGroup() -> [PartialValue]? {
      while !isFull, readyCount < waiting.count, let value = waiting[readyCount] {
        readyCount += 1
        readyByteCount += value.bytes.count
      }
      guard isFull || (isClosed && readyCount == waiting.count), readyCount > 0 else { return nil }
      // Only then is it known whether the first group is the last as well, whatever came when.
      if groupCount == 0, !isClosed, readyCount == waiting.count { return nil }
      let values = waiting[..<readyCount].map { $0! }
      waiting.removeFirst(readyCount)
      start += readyCount
      groupCount += 1
      readyCount = 0
      readyByteCount = 0
      return values
    }
  }

  private var levels = [Level()]
  /// The one value that all were merged into, once there is one.
  private(set) var total: PartialValue?
  private var ready: [Request] = []

  /// Whether no result was ever added.
  var isEmpty: Bool { levels.count == 1 && levels[0].waiting.isEmpty }

  /// Adds the result of the next input.
  mutating func append(_ result: PartialValue) {
    levels[0].waiting.append(result)
    advance(0)
  }

  /// Says that no more results come.
  mutating func close() {
    levels[0].isClosed = true
    advance(0)
  }

  /// Gives the value that a group was merged into.
  mutating func merged(_ group: Group, into value: PartialValue) {
    let above = group.level + 1
    levels[above].waiting[group.position - levels[above].start] = value
    advance(above)
  }

  /// Takes a group that can be merged now.
  mutating func next() -> Request? { ready.popLast() }

  /// Forms groups at a level as far as its values have come in order, and closes the levels that are complete.
  private mutating func advance(_ index: Int) {
    var index = index
    while index < levels.count {
      if isTop(index) {
        total = levels[index].waiting[0]
        return
      }
      while !isTop(index), let values = levels[index].takeGroup() {
        if levels.count == index + 1 { levels.append(Level()) }
        let group = Group(level: index, position: levels[index].groupCount - 1)
        // A place is kept above, so that values stay in order whichever group is merged first.
        if values.count == 1 {
          levels[index + 1].waiting.append(values[0])
        } else {
          levels[index + 1].waiting.append(nil)
          let isLast =
            levels[index].isClosed && levels[index].waiting.isEmpty && group.position == 0
          ready.append(Request(group: group, values: values, isLast: isLast))
        }
      }
      guard levels[index].isClosed, levels[index].waiting.isEmpty, index + 1 < levels.count else {
        return
      }
      levels[index + 1].isClosed = true
      index += 1
    }
  }

  /// Whether a level holds the total, or will: it is above the results, closed, and has had one value.
  private func isTop(_ index: Int) -> Bool {
    index > 0 && levels[index].isClosed && levels[index].waiting.count == 1
      && levels[index].groupCount == 0
  }
}
