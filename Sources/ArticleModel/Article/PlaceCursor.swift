/// Turns byte offsets into lines and columns; linear over offsets that rise.
///
/// Columns count Unicode scalars, so a place far into a 50 MB line costs a scan of that line: the cursor
/// goes on from the place that it found last instead of starting again.
struct PlaceCursor {
  private var offset = 0
  private var column: UInt32 = 1
  private var line = 0

  /// The line and column, both counted from 1, of the scalar that holds byte `target`.
  mutating func place(
    of target: Int, in source: Span<UInt8>, lines: LineIndex
  ) -> (line: UInt32, column: UInt32) {
    let end = line + 1 < lines.count ? Int(lines.starts[line + 1]) : Int.max
    if target < offset || target >= end {
      line = lines.line(at: target)
      offset = Int(lines.starts[line])
      column = 1
    }
    let stop = min(target, source.count)
    while offset < stop {
      if source[offset] & 0xC0 != 0x80 { column += 1 }
      offset += 1
    }
    return (UInt32(line + 1), column)
  }
}
