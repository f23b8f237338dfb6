import Glibc

/// Looks for a run of bytes in others.
public enum ByteSearch {
  /// Where `needle` first stands in `haystack`: `memchr` to each place of its first byte, then a comparison.
  public static func first(_ needle: UnsafeRawBufferPointer, in haystack: UnsafeRawBufferPointer)
    -> Int?
  {
    guard let byte = needle.first, let target = needle.baseAddress, let base = haystack.baseAddress
    else { return needle.isEmpty ? 0 : nil }
    var start = 0
    while case let rest = haystack.count - needle.count + 1 - start, rest > 0,
      let found = memchr(base + start, Int32(byte), rest)
    {
      if memcmp(found, target, needle.count) == 0 { return UnsafeRawPointer(found) - base }
      start = UnsafeRawPointer(found) - base + 1
    }
    return nil
  }

  /// Whether `needle` stands somewhere in `haystack`.
  public static func contains(_ needle: UnsafeRawBufferPointer, in haystack: UnsafeRawBufferPointer)
    -> Bool
  { first(needle, in: haystack) != nil }

  /// Whether the bytes of `needle` stand somewhere in `haystack`.
  public static func contains(_ needle: [UInt8], in haystack: UnsafeRawBufferPointer) -> Bool {
    needle.withUnsafeBytes { contains($0, in: haystack) }
  }

  /// Whether the bytes of `needle` stand somewhere in `haystack`.
  ///
  /// Searching a `String` for another takes some fifty times as long, as it compares by grapheme: look here first.
  public static func contains(_ needle: [UInt8], in haystack: [UInt8]) -> Bool {
    needle.withUnsafeBytes { needle in
      haystack.withUnsafeBytes { haystack in contains(needle, in: haystack) }
    }
  }
}
