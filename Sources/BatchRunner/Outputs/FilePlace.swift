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

  /// A path with its links followed; itself where nothing is there.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
