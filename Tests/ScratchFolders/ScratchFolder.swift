import Glibc
import Synchronization

/// A folder of its own for a test, which is removed with what is in it when nobody holds this any more, and at the end
/// of the process where somebody still does.
package final class ScratchFolder: Sendable {
  package let path: String

  /// Makes `/tmp/NAME-XXXXXX`.
  package init(_ name: String) {
    var template = Array("/tmp/\(name)-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      fatalError("/tmp/\(name)-XXXXXX: \(String(cString: strerror(errno)))")
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    ScratchFolder.folders.withLock { _ = $0.insert(path) }
    _ = ScratchFolder.removesAtExit
  }

  deinit {
    ScratchFolder.remove(path)
    ScratchFolder.folders.withLock { _ = $0.remove(path) }
  }

  /// The folders that are there.
  private static let folders = Mutex<Set<String>>([])

  private static let removesAtExit: Void = {
    atexit {
      for folder in ScratchFolder.folders.withLock({ $0 }) { ScratchFolder.remove(folder) }
    }
  }()

  /// Removes a file, or a folder with what is in it; a link, not what it leads to.
  package static func remove(_ path: String) {
    guard unlink(path) != 0, let directory = opendir(path) else { return }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { remove("\(path)/\(name)") }
    }
    closedir(directory)
    rmdir(path)
  }
}
