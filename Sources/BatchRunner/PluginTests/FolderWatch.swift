import Glibc

/// Notices that files below folders change, by looking at their times and sizes four times a second.
///
/// Looking works on every file system, also on those over a network, which tell of no changes.
public struct FolderWatch {
  private static let pause = timespec(tv_sec: 0, tv_nsec: 250_000_000)

  private let folders: [String]
  private var seen: [String: Stamp]

  private struct Stamp: Hashable {
    var inode: UInt
    var size: Int
    var seconds: Int
    var nanoseconds: Int
  }

  /// Remembers what is there now.
  public init(folders: [String]) {
    self.folders = folders
    seen = FolderWatch.stamps(folders)
  }

  /// Waits until something is different from what was there at the last look, and rests again.
  ///
  /// - Returns: the first file that was changed, made or removed.
  public mutating func wait() -> String {
    while true {
      FolderWatch.rest()
      let now = FolderWatch.stamps(folders)
      guard now != seen else { continue }
      let changed =
        now.filter { seen[$0.key] != $0.value }.keys.min()
        ?? seen.keys.filter { now[$0] == nil }.min() ?? ""
      // An editor may still be writing: wait for a look that sees the same.
      var last = now
      while true {
        FolderWatch.rest()
        let next = FolderWatch.stamps(folders)
        if next == last { break }
        last = next
      }
      seen = last
      return changed
    }
  }

  /// Takes what is there now as known: the changes of the program itself.
  public mutating func look() { seen = FolderWatch.stamps(folders) }

  private static func rest() {
    var pause = pause
    nanosleep(&pause, nil)
  }

  private static func stamps(_ folders: [String]) -> [String: Stamp] {
    var stamps: [String: Stamp] = [:]
    for folder in folders {
      for name in (try? FolderFiles.names(below: folder)) ?? [] {
        var status = stat()
        let path = "\(folder)/\(name)"
        guard stat(path, &status) == 0 else { continue }
        stamps[path] = Stamp(
          inode: UInt(status.st_ino), size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
          nanoseconds: status.st_mtim.tv_nsec)
      }
    }
    return stamps
  }
}
