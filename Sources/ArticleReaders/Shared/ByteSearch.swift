import Glibc

/// Looks for a run of bytes in others.
enum ByteSearch {
  /// Whether `needle` stands somewhere in `haystack`: `memchr` to each place of its first byte, then a comparison.
  static func contains(_ needle: UnsafeRawBufferPointer, in haystack: UnsafeRawBufferPointer)
    -> Bool
  {
    guard let first = needle.first, let target = needle.baseAddress, var base = haystack.baseAddress
    else { return needle.isEmpty }
    var rest = haystack.count - needle.count + 1
    while rest > 0, let found = memchr(base, Int32(first), rest) {
      if memcmp(found, target, needle.count) == 0 { return true }
      rest -= UnsafeRawPointer(found) + 1 - base
      base = UnsafeRawPointer(found) + 1
    }
    return false
  }

  /// Whether the bytes of `needle` stand somewhere in `haystack`.
  static func contains(_ needle: [UInt8], in haystack: UnsafeRawBufferPointer) -> Bool {
    needle.withUnsafeBytes { contains($0, in: haystack) }
  }

  /// Whether the bytes of `needle` stand somewhere in `haystack`.
  ///
  /// Searching a `String` for another takes some fifty times as long, as it compares by grapheme: look here first.
  static func contains(_ needle: [UInt8], in haystack: [UInt8]) -> Bool {
    needle.withUnsafeBytes { needle in
      haystack.withUnsafeBytes { haystack in contains(needle, in: haystack) }
    }
  }
}
