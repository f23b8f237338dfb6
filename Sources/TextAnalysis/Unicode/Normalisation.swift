import Bytes
import CICU

/// Brings text that looks alike to the same bytes.
public enum Normalisation {
  /// Returns UTF-8 text in Normalization Form KC (UAX #15): full-width letters become ASCII,
  /// ligatures their letters, marks are composed. Malformed bytes become U+FFFD.
  public static func nfkc(_ bytes: Span<UInt8>) -> [UInt8] {
    bytes.withUnsafeBufferPointer { nfkc($0) }
  }

  /// Returns UTF-8 text of an array in Normalization Form KC.
  public static func nfkc(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { nfkc($0) }
  }

  private static func nfkc(_ buffer: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    if ASCII.prefixCount(buffer) == buffer.count { return Array(buffer) }
    return ICUTransform.apply(buffer, ibid_nfkc)
  }

  /// Returns UTF-8 text without white space at its ends and with each run of it (White_Space of
  /// PropList.txt: also no-break and ideographic space, line and paragraph separator) as one space.
  ///
  /// All other bytes stay as they are, well-formed or not.
  public static func collapseWhitespace(_ bytes: Span<UInt8>) -> [UInt8] {
    bytes.withUnsafeBufferPointer { collapseWhitespace($0) }
  }

  /// Returns UTF-8 text of an array with white space collapsed.
  public static func collapseWhitespace(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { collapseWhitespace($0) }
  }

  private static func collapseWhitespace(_ buffer: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard let base = buffer.baseAddress else { return [] }
    return [UInt8](unsafeUninitializedCapacity: buffer.count) { result, count in
      var written = 0
      var index = 0
      while index < buffer.count {
        let blank = WhiteSpace.length(base, index, buffer.count)
        if blank == 0 {
          result[written] = base[index]
          written += 1
          index += 1
          continue
        }
        index += blank
        if written > 0, result[written - 1] != 0x20 {
          result[written] = 0x20
          written += 1
        }
      }
      count = written > 0 && result[written - 1] == 0x20 ? written - 1 : written
    }
  }
}
