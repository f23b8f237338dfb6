/// Sixteen bytes of a text in one vector: what a search for the next byte of a kind looks at together.
@frozen public struct SixteenBytes {
  /// The comparisons below are instructions of the processor only where the type of both sides is written out.
  public typealias Lanes = SIMD16<UInt8>

  /// Which of the bytes pass a test.
  @frozen public struct Passed {
    /// Not 0 where a byte passes.
    @usableFromInline let lanes: Lanes

    @inlinable @inline(__always)
    init(_ lanes: Lanes) { self.lanes = lanes }

    @inlinable @inline(__always)
    public static func | (first: Passed, second: Passed) -> Passed {
      Passed(first.lanes | second.lanes)
    }

    /// A bit for each byte, the first in the lowest.
    @inlinable @inline(__always)
    public var bits: UInt64 {
      let halves = unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
      return SixtyFourBytes.packed(halves.x & EightBytes.high)
        | SixtyFourBytes.packed(halves.y & EightBytes.high) << 8
    }

    /// The place of the first byte that passes; `nil` where none does.
    @inlinable @inline(__always)
    public var first: Int? {
      let halves = unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
      if halves.x | halves.y == 0 { return nil }
      return halves.x != 0 ? EightBytes.first(halves.x) : 8 &+ EightBytes.first(halves.y)
    }
  }

  @usableFromInline let lanes: Lanes

  @inlinable @inline(__always)
  init(lanes: Lanes) { self.lanes = lanes }

  /// The sixteen bytes at `place`.
  @inlinable @inline(__always)
  public init(_ place: UnsafePointer<UInt8>) {
    lanes = UnsafeRawPointer(place).loadUnaligned(as: Lanes.self)
  }

  /// The first `count` bytes (0 to 15) at `place`, zeros behind them; reads no others.
  @inlinable
  public init(_ place: UnsafePointer<UInt8>, count: Int) {
    let head = EightBytes(place, count: min(count, 8))
    let tail = count > 8 ? EightBytes(place + 8, count: count - 8) : EightBytes(bits: 0)
    lanes = unsafeBitCast(
      SIMD2(head.bits.littleEndian, tail.bits.littleEndian), to: Lanes.self)
  }

  /// The bytes that are `byte`.
  @inlinable @inline(__always)
  public func equal(_ byte: UInt8) -> Passed {
    let isSame = lanes .== Lanes(repeating: byte)
    return Passed(unsafeBitCast(isSame, to: Lanes.self))
  }

  /// The bytes from `first` on, `count` of them.
  @inlinable @inline(__always)
  public func within(_ first: UInt8, _ count: UInt8) -> Passed {
    let isWithin = lanes &- Lanes(repeating: first) .< Lanes(repeating: count)
    return Passed(unsafeBitCast(isWithin, to: Lanes.self))
  }

  /// ASCII digits.
  @inlinable @inline(__always)
  public var digits: Passed { within(0x30, 10) }

  /// Bytes above 0x7F.
  @inlinable @inline(__always)
  public var notASCII: Passed { Passed(lanes & Lanes(repeating: 0x80)) }

  /// The bytes with the bit that tells the case of letters, and `{|}` from `[\]`.
  @inlinable @inline(__always)
  public var lowered: SixteenBytes { SixteenBytes(lanes: lanes | Lanes(repeating: 0x20)) }
}
