import Folders
import Glibc

/// Patterns of paths, such as `notes/*.md`, for shells that leave them to the program. `**` as a part of its own stands for
/// any number of folders, also none, that are neither hidden nor links.
enum PathPattern {
  /// Whether a path has characters that mean something in a pattern.
  static func isOne(_ path: String) -> Bool { path.utf8.contains { "*?[".utf8.contains($0) } }

  /// The paths that a pattern fits, sorted.
  static func matches(_ pattern: String) -> [String] {
    // Without a locale the order is that of the bytes.
    return Set(paths(pattern)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func paths(_ pattern: String) -> [String] {
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
    guard let place = parts.firstIndex(of: "**") else { return simplePaths(pattern) }
    let before = parts[..<place].joined(separator: "/")
    let starts = place == 0 ? [""] : before.isEmpty ? ["/"] : simplePaths(before)
    let folders = starts.flatMap { foldersBelow($0) }
    let rest = parts[(place + 1)...].drop { $0 == "**" || $0.isEmpty }.joined(separator: "/")
    // All that is below a folder is what the folder itself stands for.
    if rest.isEmpty { return starts.map { $0.isEmpty ? "." : $0 } }
    return folders.flatMap { paths(quoted($0) + rest) }
  }

  private static func simplePaths(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, GLOB_NOSORT, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
  }

  /// A folder and all below it, each as the beginning of a path; none where it is no folder.
  private static func foldersBelow(_ folder: String) -> [String] {
    guard let names = try? FolderEntries.names(in: folder.isEmpty ? "." : folder) else { return [] }
    let start = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
    var found = [start]
    for name in names where !name.hasPrefix(".") {
      var status = stat()
      if lstat(start + name, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        found += foldersBelow(start + name)
      }
    }
    return found
  }

  /// A path with backslashes before what means something in a pattern.
  private static func quoted(_ path: String) -> String {
    String(path.flatMap { "*?[\\".contains($0) ? ["\\", $0] : [$0] })
  }
}
