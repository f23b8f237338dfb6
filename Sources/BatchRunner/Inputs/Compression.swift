/// How a file is compressed, by the end of its name or by its first bytes.
enum Compression {
  case gzip, zstd

  /// The compression that a path names, and the name of what is inside.
  static func of(_ path: String) -> (compression: Compression, inside: String)? {
    for (suffix, compression) in [(".gz", Compression.gzip), (".zst", .zstd)] {
      if path.hasSuffix(suffix), path.utf8.count > suffix.utf8.count {
        return (compression, String(path.dropLast(suffix.utf8.count)))
      }
    }
    return nil
  }

  /// The compression that the first bytes of a stream show.
  static func of(_ bytes: [UInt8]) -> Compression? {
    if bytes.starts(with: [0x1F, 0x8B, 0x08]) { return .gzip }
    return bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) ? .zstd : nil
  }
}
