import ArticleModel
import ArticleReaders
import Glibc

/// Files in memory, so that the disk is not measured.
enum Documents {
  struct File {
    var path: String
    var bytes: [UInt8]
  }

  /// Loads a file, or the files of a folder in the order of their names.
  static func load(_ path: String) -> [File] {
    guard let folder = opendir(path) else { return [File(path: path, bytes: bytes(of: path))] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().map { File(path: "\(path)/\($0)", bytes: bytes(of: "\(path)/\($0)")) }
  }

  /// Reads one file as an article and drops it.
  @inline(never)
  static func read(_ file: File) {
    let article = ArticleReader.read(file.bytes, path: file.path)
    precondition(!article.nodes.isEmpty)
  }

  private static func bytes(of path: String) -> [UInt8] {
    let file = fopen(path, "r")
    guard let file else {
      perror(path)
      exit(2)
    }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let count = ftell(file)
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = fread(buffer.baseAddress, 1, count, file)
    }
  }
}
