import Glibc

/// Paths as a person types them.
enum FilePath {
  /// The path with `~/` replaced by the home folder.
  static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = variable("HOME") else { return path }
    return home + path.dropFirst(1)
  }

  /// The history: `ibid/history` in the folder for state (XDG Base Directory), or none without a home.
  static var history: String? {
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      return "\(state)/ibid/history"
    }
    return variable("HOME").map { "\($0)/.local/state/ibid/history" }
  }

  /// An environment variable that is not empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The names in a folder, sorted, folders with a slash at their end; hidden ones where asked for.
  static func names(in folder: String, hidden: Bool) -> [String] {
    guard let directory = opendir(folder.isEmpty ? "." : expanded(folder)) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." || (name.hasPrefix(".") && !hidden) { continue }
      names.append(isFolder(expanded(folder) + name) ? name + "/" : name)
    }
    return names.sorted()
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
