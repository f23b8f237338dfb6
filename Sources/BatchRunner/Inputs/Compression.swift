/// How a file is compressed, by the end of its name.
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
}
