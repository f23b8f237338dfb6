/// Counts the scalars of a text and those of them that are white space.
enum CharacterCount {
  private typealias Bytes = SIMD32<UInt8>

  /// Returns both counts; a malformed byte is no scalar unless it looks like a first byte.
  static func count(_ text: UnsafeBufferPointer<UInt8>) -> (scalars: Int, blanks: Int) {
    guard let base = text.baseAddress else { return (0, 0) }
    var scalars = 0
    var blanks = 0
    var seen = Bytes()
    var index = 0
    // 32 bytes at a time; a lane would overflow after 255 rounds.
    while index + 32 <= text.count {
      var starts = Bytes()
      var spaces = Bytes()
      let end = min(text.count - 31, index + 255 * 32)
      while index < end {
        let bytes = UnsafeRawPointer(base + index).loadUnaligned(as: Bytes.self)
        seen |= bytes
        starts &+= Bytes(repeating: 0).replacing(
          with: 1, where: (bytes & Bytes(repeating: 0xC0)) .!= Bytes(repeating: 0x80))
        let isControl = (bytes &- Bytes(repeating: 9)) .< Bytes(repeating: 5)
        let isBlank = (bytes .== Bytes(repeating: 0x20)) .| isControl
        spaces &+= Bytes(repeating: 0).replacing(with: 1, where: isBlank)
        index += 32
      }
      for lane in 0..<32 {
        scalars += Int(starts[lane])
        blanks += Int(spaces[lane])
      }
    }
    var rest: UInt8 = seen.max()
    while index < text.count {
      let byte = base[index]
      rest |= byte
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if byte == 0x20 || byte &- 9 < 5 { blanks += 1 }
      index += 1
    }
    if rest >= 0x80 { blanks += otherBlanks(base, text.count) }
    return (scalars, blanks)
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
