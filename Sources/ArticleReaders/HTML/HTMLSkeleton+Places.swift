extension HTMLSkeleton {
  /// Finds the pieces of places in the skeleton; places are asked for nearly in order.
  struct Cursor {
    private let pieces: [Piece]
    private let byteCount: Int
    private var last = 0

    init(_ page: HTMLSkeleton) {
      pieces = page.pieces
      byteCount = page.bytes.count
    }

    /// The piece that holds a byte of the skeleton.
    mutating func piece(at kept: Int) -> Int {
      var steps = 0
      while steps < 8, Int(pieces[last].kept) <= kept {
        if last + 1 == pieces.count || Int(pieces[last + 1].kept) > kept { return last }
        last += 1
        steps += 1
      }
      var low = 0
      var high = pieces.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if Int(pieces[middle].kept) <= kept { low = middle } else { high = middle }
      }
      last = low
      return low
    }

    /// The offset in the source of a byte of the skeleton.
    mutating func sourceStart(of kept: Int) -> Int {
      let piece = pieces[piece(at: kept)]
      return min(Int(piece.start) + kept - Int(piece.kept), Int(piece.end))
    }

    /// The offset in the source after the last byte of a part of the skeleton.
    mutating func sourceEnd(of range: Range<Int>) -> Int {
      let index = piece(at: range.upperBound - 1)
      let piece = pieces[index]
      let end = index + 1 < pieces.count ? Int(pieces[index + 1].kept) : byteCount
      if range.upperBound == end { return Int(piece.end) }
      return min(Int(piece.start) + range.upperBound - Int(piece.kept), Int(piece.end))
    }
  }
}
