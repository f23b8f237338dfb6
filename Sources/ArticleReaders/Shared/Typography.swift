import ArticleModel

/// How texts are set, where the model does not keep it: notes that are written without links show by it.
struct Typography {
  /// More bytes than that are no label of a note.
  static let longestRaised = 24

  /// Raised pieces, in rising order.
  var raised: [Range<Int>] = []
  /// Where a line of the source begins within a text, in rising order.
  var lineEnds: [Int] = []

  mutating func removeAll() {
    raised.clear()
    lineEnds.clear()
  }

  /// Moves everything to the left, as the first bytes of the text were taken off.
  mutating func removeFirst(_ count: Int) {
    for index in raised.indices {
      let piece = raised[index]
      raised[index] = max(0, piece.lowerBound - count)..<max(0, piece.upperBound - count)
    }
    for index in lineEnds.indices { lineEnds[index] = max(0, lineEnds[index] - count) }
  }

  /// Ends everything at `end`, as the last bytes of the text were taken off.
  mutating func clamp(to end: Int) {
    for index in raised.indices.reversed() {
      guard raised[index].upperBound > end else { break }
      raised[index] = min(raised[index].lowerBound, end)..<end
    }
    for index in lineEnds.indices.reversed() {
      guard lineEnds[index] > end else { break }
      lineEnds[index] = end
    }
  }

  /// Adds what is known of a text that went to the arena.
  mutating func append(_ other: Typography, of text: ByteSpan) {
    for piece in other.raised where piece.lowerBound < text.range.count {
      let end = min(piece.upperBound, text.range.count)
      raised.append(text.start + piece.lowerBound..<text.start + end)
    }
    for offset in other.lineEnds where offset < text.range.count {
      lineEnds.append(text.start + offset)
    }
  }
}

extension Array {
  /// Removes all elements and keeps the room; where there are none, which is often so, without the work of a change.
  mutating func clear() {
    if !isEmpty { removeAll(keepingCapacity: true) }
  }
}
