import Glibc

/// Where the lines of a source begin.
///
/// A line ends at LF, CRLF, or, in a source without any LF, at CR.
public struct LineIndex: Sendable {
  /// The offset of the first byte of each line; at least one line.
  public let starts: [UInt32]
  /// The number of bytes in the source.
  public let byteCount: Int

  /// Finds the lines of `bytes` in one pass.
  public init(_ bytes: Span<UInt8>) {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(bytes.count / 48 + 1)
    LineIndex.append(startsAfter: UInt8(ascii: "\n"), in: bytes, to: &starts)
    if starts.count == 1 {
      LineIndex.append(startsAfter: UInt8(ascii: "\r"), in: bytes, to: &starts)
    }
    if starts.count > 1, Int(starts[starts.count - 1]) == bytes.count { starts.removeLast() }
    self.starts = starts
    byteCount = bytes.count
  }

  private static func append(
    startsAfter end: UInt8, in bytes: Span<UInt8>, to starts: inout [UInt32]
  ) {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var offset = 0
      while let found = memchr(base + offset, Int32(end), buffer.count - offset) {
        offset = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
        starts.append(UInt32(truncatingIfNeeded: offset))
      }
    }
  }

  /// The number of lines.
  public var count: Int { starts.count }

  /// The bytes of a line, counted from 0, its end included.
  public func range(ofLine line: Int) -> Range<Int> {
    let end = line + 1 < starts.count ? Int(starts[line + 1]) : byteCount
    return Int(starts[line])..<end
  }

  /// The line that holds a byte, counted from 0; O(log lines).
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The line that holds a byte, where that is likely to be `line` or one of the next: those are looked at first.
  public func line(at offset: Int, near line: Int) -> Int {
    guard offset >= Int(starts[line]) else { return self.line(at: offset) }
    for near in line..<min(line + 4, count)
    where near + 1 == count || offset < Int(starts[near + 1]) {
      return near
    }
    return self.line(at: offset)
  }
}
