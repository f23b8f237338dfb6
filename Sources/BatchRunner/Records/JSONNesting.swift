import Bytes

/// Finds where an object or a list ends: whether what was read stands in a string, and between how many brackets.
///
/// Sixty-four bytes at a time, a bit for each: strings of a few bytes, as most are, would cost decisions at both of
/// their ends that are hard to foresee.
struct JSONNesting {
  /// All bits within a string, else none.
  private var inString: UInt64 = 0
  /// Whether the byte before was a backslash that makes the next one a plain byte.
  private var isEscaping = false
  private var depth = 0

  /// The place behind the object or list that begins at `start`; `nil` where it does not end.
  mutating func end(in bytes: JSONScan.Bytes, from start: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var index = start
    while index < bytes.count {
      let end = min(index + SixtyFourBytes.count, bytes.count)
      if end - index == SixtyFourBytes.count, !isEscaping,
        case let block = Block(base + index), let strings = strings(of: block)
      {
        if let bit = passes(block.opening & ~strings, block.closing & ~strings) {
          return index + bit + 1
        }
        index = end
        continue
      }
      while index < end {
        if passes(bytes[index]) { return index + 1 }
        index += 1
      }
    }
    return nil
  }

  /// Takes the next bytes; returns which of them stand in strings, their opening marks with them, or nothing where
  /// they have to be read one by one.
  @inline(__always)
  private mutating func strings(of block: Block) -> UInt64? {
    var quotes = block.quotes
    var escaping: UInt64 = 0
    if block.backslashes != 0 {
      // A backslash behind one that escapes it escapes nothing. The next block must not begin behind one that does.
      var rest = block.backslashes
      while rest != 0 {
        let bit = rest & (0 &- rest)
        escaping |= bit
        rest &= ~(bit | bit << 1)
      }
      if escaping >> 63 != 0 { return nil }
      quotes &= ~(escaping << 1)
    }
    // From each quotation mark to before the next, all bits.
    var strings = quotes
    strings ^= strings << 1
    strings ^= strings << 2
    strings ^= strings << 4
    strings ^= strings << 8
    strings ^= strings << 16
    strings ^= strings << 32
    strings ^= inString
    // Between strings nothing escapes.
    if escaping & ~strings != 0 { return nil }
    inString = UInt64(bitPattern: Int64(bitPattern: strings) >> 63)
    return strings
  }

  /// Takes the brackets among the next bytes; returns the place of the one that ends all.
  @inline(__always)
  private mutating func passes(_ opening: UInt64, _ closing: UInt64) -> Int? {
    let closingCount = closing.nonzeroBitCount
    if closingCount < depth {
      depth += opening.nonzeroBitCount - closingCount
      return nil
    }
    var brackets = opening | closing
    while brackets != 0 {
      let bit = brackets & (0 &- brackets)
      depth += opening & bit != 0 ? 1 : -1
      if depth == 0 { return bit.trailingZeroBitCount }
      brackets ^= bit
    }
    return nil
  }

  /// Takes the next byte; tells whether it is the bracket that ends all.
  private mutating func passes(_ byte: UInt8) -> Bool {
    guard inString == 0 else {
      let isEscaped = isEscaping
      isEscaping = !isEscaped && byte == UInt8(ascii: "\\")
      if !isEscaped, byte == UInt8(ascii: "\"") { inString = 0 }
      return false
    }
    switch byte {
    case UInt8(ascii: "\""): inString = .max
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      return depth == 0
    default: break
    }
    return false
  }

  /// Sixty-four bytes, a bit for each, the first in the lowest.
  private struct Block {
    var quotes: UInt64 = 0
    var opening: UInt64 = 0
    var closing: UInt64 = 0
    var backslashes: UInt64 = 0

    @inline(__always)
    init(_ place: UnsafePointer<UInt8>) {
      for quarter in 0..<4 {
        let sixteen = SixteenBytes(place + 16 &* quarter)
        let shift = UInt64(truncatingIfNeeded: 16 &* quarter)
        quotes |= sixteen.equal(UInt8(ascii: "\"")).bits &<< shift
        backslashes |= sixteen.equal(UInt8(ascii: "\\")).bits &<< shift
        opening |= sixteen.lowered.equal(UInt8(ascii: "{")).bits &<< shift
        closing |= sixteen.lowered.equal(UInt8(ascii: "}")).bits &<< shift
      }
    }
  }
}
