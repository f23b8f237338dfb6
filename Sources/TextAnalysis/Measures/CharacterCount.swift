/// Counts the scalars of a text and those of them that are white space.
enum CharacterCount {
  /// Returns both counts; a malformed byte is no scalar unless it looks like a first byte.
  static func count(_ text: UnsafeBufferPointer<UInt8>) -> (scalars: Int, blanks: Int) {
    guard let base = text.baseAddress else { return (0, 0) }
    var continuations = 0
    var blanks = 0
    var seen: UInt64 = 0
    var index = 0
    while index + 8 <= text.count {
      // Each byte of the sums holds what 255 words add.
      let end = index + min(255, (text.count - index) / 8) * 8
      var (continuing, blank): (UInt64, UInt64) = (0, 0)
      while index < end {
        let eight = EightBytes(base + index)
        seen |= eight.notASCII
        continuing &+= eight.continuations >> 7
        blank &+= eight.blanks >> 7
        index += 8
      }
      continuations += sum(continuing)
      blanks += sum(blank)
    }
    // Zeros behind the last bytes are neither.
    let rest = EightBytes(base + index, count: text.count - index)
    continuations += rest.continuations.nonzeroBitCount
    blanks += rest.blanks.nonzeroBitCount
    if seen | rest.notASCII != 0 { blanks += otherBlanks(base, text.count) }
    return (text.count - continuations, blanks)
  }

  /// The sum of eight bytes.
  private static func sum(_ bytes: UInt64) -> Int {
    let pairs = (bytes & 0x00FF_00FF_00FF_00FF) + (bytes >> 8 & 0x00FF_00FF_00FF_00FF)
    return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
  }

  private static func otherBlanks(_ base: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var blanks = 0
    for index in 0..<count where base[index] >= 0xC2 && base[index] <= 0xE3 {
      let isLead = base[index] == 0xC2 || base[index] >= 0xE1
      if isLead, WhiteSpace.contains(UTF8Scalars.decode(base, index, count).scalar) { blanks += 1 }
    }
    return blanks
  }
}
