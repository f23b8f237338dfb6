import Bytes

/// Counts the scalars of a text and those of them that are white space.
enum CharacterCount {
  private typealias Block = SIMD16<UInt8>

  /// Returns both counts; a malformed byte is no scalar unless it looks like a first byte.
  static func count(_ text: UnsafeBufferPointer<UInt8>) -> (scalars: Int, blanks: Int) {
    guard let base = text.baseAddress else { return (0, 0) }
    var (continuations, blanks, index) = (0, 0, 0)
    var seen = Block()
    while index + Block.scalarCount <= text.count {
      // Each byte of the sums holds what 255 blocks add.
      let blocks = min(255, (text.count - index) / Block.scalarCount)
      let end = index + blocks * Block.scalarCount
      var (continuing, inked) = (Block(), Block())
      while index < end {
        let block = UnsafeRawPointer(base + index).loadUnaligned(as: Block.self)
        seen |= block
        continuing &+= (block &>> 7) & (~block &>> 6)
        inked &+= CharacterCount.inked(block)
        index &+= Block.scalarCount
      }
      continuations += sum(continuing)
      blanks += blocks * Block.scalarCount - sum(inked)
    }
    var isASCII = seen.max() < 0x80
    for byte in text[index...] {
      isASCII = isASCII && byte < 0x80
      if byte & 0xC0 == 0x80 { continuations += 1 }
      if byte == 0x20 || byte &- 0x09 < 5 { blanks += 1 }
    }
    if !isASCII { blanks += otherBlanks(base, text.count) }
    return (text.count - continuations, blanks)
  }

  /// 1 in each byte that is no ASCII white space. Arithmetic, because masks are made of single bytes.
  @inline(__always)
  private static func inked(_ block: Block) -> Block {
    let (space, control) = (block ^ 0x20, block &- 0x09)
    // The highest bit tells what is not 0, and what is not below 5.
    return ((space | (0 &- space)) & (control | (control &+ 0x7B))) &>> 7
  }

  private static func sum(_ bytes: Block) -> Int {
    Int(SIMD16<UInt16>(truncatingIfNeeded: bytes).wrappedSum())
  }

  /// The white space that is not ASCII: in most texts a few quotes stand between long runs of ASCII.
  private static func otherBlanks(_ base: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var (blanks, index) = (0, 0)
    while index < count {
      if index + 8 <= count, EightBytes(base + index).notASCII == 0 {
        index += 8
        continue
      }
      if base[index] >= 0x80, WhiteSpace.length(base, index, count) > 0 { blanks += 1 }
      index += 1
    }
    return blanks
  }
}
