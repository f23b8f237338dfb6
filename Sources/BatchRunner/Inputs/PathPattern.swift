import Glibc

/// Patterns of paths, such as `notes/*.md`, for shells that leave them to the program.
enum PathPattern {
  /// The paths that a pattern fits, sorted; none where it is no pattern.
  static func matches(_ pattern: String) -> [String] {
    guard pattern.utf8.contains(where: { "*?[".utf8.contains($0) }) else { return [] }
    var found = glob_t()
    defer { globfree(&found) }
    // Without a locale the order is that of the bytes.
    guard glob(pattern, GLOB_NOSORT, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
      .sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
  }
}
