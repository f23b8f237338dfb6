/// Checks whether bytes are UTF-8.
///
/// The standard library leaves its fast path at the first byte beyond ASCII; a text in a language of Europe has one in
/// every second sentence. Here sixteen ASCII bytes are passed at a time wherever they stand.
enum UTF8Check {
  /// Whether bytes are well-formed UTF-8 (Unicode 15, table 3-7).
  static func isValid(_ bytes: Span<UInt8>) -> Bool {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return true }
      let end = bytes.count
      var index = 0
      while index < end {
        if bytes[index] < 0x80 {
          index += 1
          while index + 16 <= end {
            let pair =
              base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
              | base.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
            if pair & 0x8080_8080_8080_8080 != 0 { break }
            index += 16
          }
          while index < end, bytes[index] < 0x80 { index += 1 }
          continue
        }
        let width = width(bytes, index)
        if width == 0 { return false }
        index += width
      }
      return true
    }
  }

  /// The bytes of the well-formed scalar beyond ASCII at `index`, or 0 where none stands.
  @inline(__always)
  private static func width(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
    let lead = bytes[index]
    guard index + 1 < bytes.count else { return 0 }
    let second = bytes[index + 1]
    guard second & 0xC0 == 0x80 else { return 0 }
    if lead >= 0xC2, lead < 0xE0 { return 2 }
    guard lead >= 0xE0, index + 2 < bytes.count, bytes[index + 2] & 0xC0 == 0x80 else { return 0 }
    if lead < 0xF0 {
      // No overlong forms, no surrogates.
      if lead == 0xE0 && second < 0xA0 || lead == 0xED && second >= 0xA0 { return 0 }
      return 3
    }
    guard lead <= 0xF4, index + 3 < bytes.count, bytes[index + 3] & 0xC0 == 0x80 else { return 0 }
    if lead == 0xF0 && second < 0x90 || lead == 0xF4 && second >= 0x90 { return 0 }
    return 4
  }
}
