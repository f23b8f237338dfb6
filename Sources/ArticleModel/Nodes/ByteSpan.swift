/// A run of bytes in an article's source or in its text arena.
///
/// Offsets count bytes from 0 and fit in 32 bits: a source is at most 4 GiB.
public struct ByteSpan: Hashable, Sendable {
  /// The first byte, counted from 0.
  public var offset: UInt32
  /// The number of bytes.
  public var count: UInt32

  /// Makes a span of `count` bytes that starts at `offset`.
  public init(offset: Int, count: Int) {
    self.offset = UInt32(truncatingIfNeeded: offset)
    self.count = UInt32(truncatingIfNeeded: count)
  }

  /// Makes the span that covers `range`.
  public init(_ range: Range<Int>) {
    self.init(offset: range.lowerBound, count: range.count)
  }

  /// The span of no bytes at offset 0.
  public static let empty = ByteSpan(offset: 0, count: 0)

  /// The same bytes as a range of indices.
  public var range: Range<Int> { start..<end }
  /// The index of the first byte.
  public var start: Int { Int(offset) }
  /// The index after the last byte.
  public var end: Int { Int(offset) + Int(count) }
  /// Whether the span holds no byte.
  public var isEmpty: Bool { count == 0 }
}

/// A slice of one of the article's flat arrays: runs, references, cells, options.
public struct IndexSlice: Hashable, Sendable {
  /// The first index, counted from 0.
  public var start: UInt32
  /// The number of elements.
  public var count: UInt32

  /// Makes the slice of `count` elements that starts at `start`.
  public init(start: Int, count: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.count = UInt32(truncatingIfNeeded: count)
  }

  /// The slice of no elements.
  public static let empty = IndexSlice(start: 0, count: 0)

  /// The same elements as a range of indices.
  public var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  /// Whether the slice holds no element.
  public var isEmpty: Bool { count == 0 }
}
