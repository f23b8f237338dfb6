import Folders
import Glibc

/// A hidden folder of one run, which the next run in the same place removes where this one was killed.
final class StageFolder {
  /// What the names of such folders begin with.
  private static let prefix = ".ibid-stage-"

  let path: String
  /// The lock of the folder; `nil` once that is gone.
  private var lock: StageLock?

  /// Makes a folder with a name that no other has, and removes those of runs that were killed.
  ///
  /// - Throws: what the system says.
  init(in folder: String) throws(InputProblem) {
    var made = try StageFolder.make(in: folder)
    // Another run may take a folder away while it is empty.
    for _ in 0..<StageFolder.mostRetries where made.lock == nil {
      made = try StageFolder.make(in: folder)
    }
    guard let lock = made.lock else { throw InputProblem(SystemError.message(ENOENT)) }
    (path, self.lock) = (made.path, lock)
    for name in (try? FolderEntries.names(in: folder)) ?? [] {
      let other = "\(folder)/\(name)"
      if name.hasPrefix(StageFolder.prefix), other != path { StageFolder.clean(other, lock) }
    }
  }

  private static let mostRetries = 100

  deinit { remove() }

  /// Makes a folder and locks it; the lock is `nil` where the folder was taken away.
  private static func make(
    in folder: String
  ) throws(InputProblem) -> (path: String, lock: StageLock?) {
    let path = try UniqueName.makeFolder("\(folder)/\(prefix)")
    do throws(StageProblem) { return (path, try StageLock(in: path)) } catch {
      if error.code == ENOENT { return (path, nil) }
      rmdir(path)
      throw InputProblem(SystemError.message(error.code))
    }
  }

  /// Says that the run goes on.
  func touch() { lock?.touch() }

  /// Removes the folder with what is in it.
  func remove() {
    guard lock != nil else { return }
    // NFS keeps a file that is removed while it is open, under another name in the same folder.
    lock = nil
    StageFolder.remove(path)
  }

  /// Removes the folder of another run of this user, if that has ended; one without a lock only where nothing is in it.
  private static func clean(_ path: String, _ lock: StageLock) {
    withOwnFolder(path) { folder in
      if lock.outlived(folder) == true { empty(folder) }
    }
    // Where something is left in it, it stays.
    rmdir(path)
  }

  private static func remove(_ path: String) {
    withOwnFolder(path, empty)
    rmdir(path)
  }

  /// Removes the files of a folder, the lock last, so that others can go on where this process is stopped.
  private static func empty(_ folder: String) {
    for name in (try? FolderEntries.names(in: folder)) ?? [] where name != StageLock.name {
      unlink("\(folder)/\(name)")
    }
    unlink("\(folder)/\(StageLock.name)")
  }

  /// Calls `body` with a path to a folder that belongs to this user; nobody can put another folder or a link in its place.
  private static func withOwnFolder(_ path: String, _ body: (String) -> Void) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_uid == geteuid() else { return }
    body("/proc/self/fd/\(descriptor)")
  }
}
