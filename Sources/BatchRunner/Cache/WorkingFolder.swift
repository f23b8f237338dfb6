import Glibc

/// The folder from which relative paths lead.
enum WorkingFolder {
  /// Its absolute path at the start of the process; empty where the system does not tell.
  static let path: String = {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }()
}
