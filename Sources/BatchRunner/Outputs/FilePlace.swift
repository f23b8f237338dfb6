import Glibc

/// Where a file is to appear, and what is written until it is whole.
struct FilePlace {
  /// The file, links followed: a link stays one.
  let path: String
  /// The file beside it that is written first; `nil` for a pipe or a device, which is written to.
  let temporary: String?

  /// Finds out what a path leads to.
  init(_ path: String) {
    let kind = PathKind.of(path)
    self.path = kind == .file ? FilePlace.resolved(path) : path
    temporary = kind == .special ? nil : "\(self.path).ibid-\(getpid()).tmp"
  }

  /// A path with its links followed; where nothing is there, those of the folders above it that are.
  static func resolved(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = path[(slash.map(path.index(after:)) ?? path.startIndex)...]
    if folder == path { return path }
    let above = resolved(folder)
    return above == "/" ? "/\(name)" : "\(above)/\(name)"
  }
}
