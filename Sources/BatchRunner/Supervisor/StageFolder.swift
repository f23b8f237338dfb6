import Folders
import Glibc

/// A hidden folder of one run, which others know for abandoned once that run has ended, however it ended.
///
/// The run holds a lock on a file in it for as long as it lives (`flock`, which NFS and its like tell all machines
/// of). Only who gets that lock removes the folder of another run; where the file system has no locks nobody does,
/// as nothing tells a run that was killed from one on another machine.
final class StageFolder {
  /// What the names of such folders begin with.
  private static let prefix = ".ibid-stage-"
  /// The file with the lock, which has this name only once it is locked.
  private static let lockName = "lock"

  let path: String
  /// The file that is locked; -1 once the folder is gone.
  private var lock: Int32

  /// Makes a folder with a name that no other has.
  ///
  /// - Throws: what the system says.
  init(in folder: String) throws(InputProblem) {
    var made = try StageFolder.make(in: folder)
    // Another run may take a folder away while it is empty.
    for _ in 0..<StageFolder.mostRetries where made.lock < 0 {
      made = try StageFolder.make(in: folder)
    }
    guard made.lock >= 0 else { throw InputProblem(SystemError.message(ENOENT)) }
    (path, lock) = made
  }

  private static let mostRetries = 100

  deinit { remove() }

  /// Makes a folder and locks it; the lock is -1 where the folder was taken away.
  private static func make(
    in folder: String
  ) throws(InputProblem) -> (path: String, lock: Int32) {
    var template = Array("\(folder)/\(prefix)XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw InputProblem(SystemError.message()) }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let unlocked = "\(path)/unlocked"
    let lock = open(unlocked, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard lock >= 0 || errno == ENOENT else {
      let problem = InputProblem(SystemError.message())
      rmdir(path)
      throw problem
    }
    if lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 { rename(unlocked, "\(path)/\(lockName)") }
    return (path, lock)
  }

  /// Removes the folder with what is in it.
  func remove() {
    guard lock >= 0 else { return }
    // NFS keeps a file that is removed while it is open, under another name in the same folder.
    close(lock)
    lock = -1
    StageFolder.remove(path)
  }

  /// Removes the folders of runs that were killed.
  static func removeAbandoned(in folder: String) {
    for name in (try? FolderEntries.names(in: folder)) ?? [] where name.hasPrefix(prefix) {
      let path = "\(folder)/\(name)"
      if isAbandoned(path) { remove(path) }
    }
  }

  /// Whether nobody holds the lock of a folder. One without a lock is abandoned only where nothing is in it, and
  /// then gone.
  private static func isAbandoned(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return false }
    let lock = open("\(path)/\(lockName)", O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard lock >= 0 else { return errno == ENOENT && rmdir(path) == 0 }
    defer { close(lock) }
    return flock(lock, LOCK_EX | LOCK_NB) == 0
  }

  /// Removes files, the lock last, so that others can go on where this process is stopped, and their folder.
  private static func remove(_ path: String) {
    for name in (try? FolderEntries.names(in: path)) ?? [] where name != lockName {
      unlink("\(path)/\(name)")
    }
    unlink("\(path)/\(lockName)")
    rmdir(path)
  }
}
