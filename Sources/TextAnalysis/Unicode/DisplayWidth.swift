import CICU

/// How many terminal columns text takes (UAX #11, East Asian Width; ambiguous counts as narrow).
public enum DisplayWidth {
  /// Returns 0 for controls, marks and format characters, 2 for wide ones, 1 for the rest.
  @inline(__always)
  public static func of(_ scalar: Unicode.Scalar) -> Int { of(scalar: scalar.value) }

  static func of(scalar: UInt32) -> Int {
    if scalar < 0x300 { return scalar >= 0x20 && scalar < 0x7F || scalar >= 0xA0 ? 1 : 0 }
    return Int(ibid_display_width(scalar))
  }

  /// Returns the columns of UTF-8 text, in which U+FE0F widens a pictograph, what U+200D joins to a
  /// pictograph takes no room of its own, and two regional indicators make one flag (UTS #51).
  public static func of(_ bytes: Span<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      var columns = 0
      var index = 0
      var previous: UInt32 = 0
      var previousWidth = 0
      var joined = false
      var flagIsOpen = false
      while index < buffer.count {
        let (scalar, length) = UTF8Scalars.decode(base, index, buffer.count)
        index += length
        if scalar < 0x80 {
          let width = scalar >= 0x20 && scalar < 0x7F ? 1 : 0
          columns += width
          (previous, previousWidth, joined, flagIsOpen) = (scalar, width, false, false)
          continue
        }
        if scalar == 0xFE0F {
          if previousWidth == 1, ibid_is_pictographic(previous) { columns += 1 }
          previousWidth = 2
          continue
        }
        if scalar == 0x200D {
          joined = previousWidth == 2
          continue
        }
        var width = of(scalar: scalar)
        if joined, ibid_is_pictographic(scalar) { width = 0 }
        joined = false
        if (0x1F3FB...0x1F3FF).contains(scalar), previousWidth == 2 { width = 0 }  // skin tones
        let isIndicator = (0x1F1E6...0x1F1FF).contains(scalar)
        if isIndicator { width = flagIsOpen ? 0 : 2 }
        flagIsOpen = isIndicator && !flagIsOpen
        columns += width
        if width > 0 { (previous, previousWidth) = (scalar, width) }
      }
      return columns
    }
  }
}
