import Glibc

/// What a path leads to, links followed.
enum PathKind {
  /// A pipe, device or socket, which can be read only once or without end.
  case file, folder, special, missing

  static func of(_ path: String) -> PathKind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .missing }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .special
    }
  }
}
