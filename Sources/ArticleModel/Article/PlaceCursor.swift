/// Turns byte offsets into lines and columns; linear over offsets that rise.
///
/// Columns count Unicode scalars, so a place far into a 50 MB line costs a scan of that line: the cursor
/// goes on from the place that it found last instead of starting again.
struct PlaceCursor {
  private var offset = 0
  private var column: UInt32 = 1
  /// The line that holds the place found last, counted from 0.
  private(set) var line = 0

  /// The line and column, both counted from 1, of the scalar that holds byte `target`.
  mutating func place(
    of target: Int, in source: Span<UInt8>, lines: LineIndex
  ) -> (line: UInt32, column: UInt32) {
    let found = lines.line(at: target, near: line)
    if found != line || target < offset {
      line = found
      offset = Int(lines.starts[line])
      column = 1
    }
    let stop = min(target, source.count)
    column += UInt32(PlaceCursor.scalars(in: source, offset, stop))
    offset = max(offset, stop)
    return (UInt32(line + 1), column)
  }

  /// The number of scalars that start within a range of bytes: all but the continuation bytes, sixteen at a time.
  private static func scalars(in source: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard start < end else { return 0 }
    return source.withUnsafeBytes { bytes in
      var index = start
      var count = end - start
      while index + 16 <= end {
        // So many that no lane of the sums is full.
        let last = min(end - 16, index + 254 * 16)
        var sums = SIMD16<UInt8>()
        while index <= last {
          // Continuation bytes are the lowest of signed ones.
          let isContinuation =
            bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<Int8>.self)
            .< SIMD16<Int8>(repeating: -64)
          sums &-= unsafeBitCast(isContinuation, to: SIMD16<UInt8>.self)
          index += 16
        }
        count -= Int(SIMD16<UInt16>(truncatingIfNeeded: sums).wrappedSum())
      }
      while index < end {
        if bytes[index] & 0xC0 == 0x80 { count -= 1 }
        index += 1
      }
      return count
    }
  }
}
