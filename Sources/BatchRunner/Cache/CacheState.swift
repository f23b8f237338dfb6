import Folders
import Glibc

/// What is in the folder of a cache, and whether more can be put there.
public struct CacheState {
  /// Bytes of all files; `nil` where there is no folder yet.
  public private(set) var byteCount: Int?
  /// Why nothing can be written there; `nil` where it can.
  public private(set) var problem: String?

  /// Looks at a folder, which need not be there.
  public init(folder: String) {
    guard PathKind.of(folder) != .missing else {
      // What will be made is made in the first folder above that is there.
      var above = Substring(folder)
      while PathKind.of(String(above)) == .missing, let slash = above.lastIndex(of: "/") {
        above = slash == above.startIndex ? "/" : above[..<slash]
      }
      problem = CacheState.problem(writingIn: String(above))
      return
    }
    problem = CacheState.problem(writingIn: folder)
    guard let names = try? FolderEntries.names(in: folder) else { return }
    var sum = 0
    for name in names {
      var status = stat()
      if lstat("\(folder)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG {
        sum += Int(status.st_size)
      }
    }
    byteCount = sum
  }

  private static func problem(writingIn folder: String) -> String? {
    if PathKind.of(folder) != .folder { return "\(folder) is not a folder" }
    return access(folder, W_OK | X_OK) == 0 ? nil : SystemError.message()
  }
}
