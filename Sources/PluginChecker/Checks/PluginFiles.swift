import Folders
import Glibc

/// The files of a plugin's folder.
enum PluginFiles {
  /// Why a file cannot be read.
  struct Problem: Error, CustomStringConvertible {
    var description: String
  }

  /// The largest source that is looked at, in bytes.
  private static let maximumSize = 4 << 20

  static func read(_ path: String) throws(Problem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Problem(description: String(cString: strerror(errno)).lowercased())
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Problem(description: "not a regular file")
    }
    guard status.st_size <= maximumSize else {
      throw Problem(description: "larger than \(maximumSize >> 20) MB")
    }
    let size = Int(status.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(descriptor, buffer.baseAddress! + count, size - count)
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        count += got
      }
    }
  }

  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The names in a folder in order, without hidden ones; none where there is no folder.
  static func names(in folder: String) -> [String] {
    let names = try? FolderEntries.names(in: folder.isEmpty ? "." : folder)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }
}
