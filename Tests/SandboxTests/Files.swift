import Glibc

/// Small files and folders.
enum Files {
  /// The names in a folder, sorted.
  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The content of a regular file.
  static func read(_ path: String) -> String? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let file = fopen(path, "r")
    else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  static func write(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else { return }
    defer { fclose(file) }
    _ = Array(text.utf8).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
  }

  /// What lies below a folder: kind, size, time of the last change, content or target of a link.
  static func snapshot(of path: String) -> [String: String] {
    var found: [String: String] = [:]
    for name in names(in: path) {
      let inner = "\(path)/\(name)"
      var status = stat()
      guard lstat(inner, &status) == 0 else { continue }
      let changed = "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
      found[name] = "\(status.st_mode) \(status.st_size) \(changed) \(read(inner) ?? "")"
      guard status.st_mode & S_IFMT == S_IFDIR else { continue }
      // A folder's own time changes with what is in it, which is compared by itself.
      found[name] = "folder"
      for (below, text) in snapshot(of: inner) { found["\(name)/\(below)"] = text }
    }
    return found
  }
}
