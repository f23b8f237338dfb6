import CICU

/// Caseless forms of text, for comparing and for keys: "Straße" and "STRASSE" fold alike.
public enum CaseFolding {
  /// Returns the full case folding (CaseFolding.txt, C + F) of UTF-8 text, as UTF-8.
  ///
  /// Malformed bytes become U+FFFD. ASCII costs a copy; other text goes through ICU.
  public static func fold(_ bytes: Span<UInt8>) -> [UInt8] {
    bytes.withUnsafeBufferPointer { fold($0) }
  }

  /// Returns the full case folding of UTF-8 text in an array.
  public static func fold(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { fold($0) }
  }

  static func fold(_ buffer: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let ascii = ASCII.prefixCount(buffer)
    if ascii < buffer.count { return ICUTransform.apply(buffer, ibid_fold) }
    return [UInt8](unsafeUninitializedCapacity: buffer.count) { result, count in
      for index in 0..<buffer.count { result[index] = ASCII.lowercased(buffer[index]) }
      count = buffer.count
    }
  }
}
