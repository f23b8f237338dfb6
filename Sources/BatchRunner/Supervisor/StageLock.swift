import Glibc

/// The file by whose lock others know that the run of a stage lives.
///
/// A run holds the lock (`flock`) until it ends, however it ends. NFS and its like tell all machines of it, but some
/// mounts keep it to themselves (`nolock`, `localflock`, most of FUSE). So the file also says which machine made it,
/// and the run touches it: a stage of this machine is abandoned where nobody holds the lock, one of another machine
/// where besides it was not touched for a day.
final class StageLock {
  /// The file's name in the stage, which it has only once it is locked.
  static let name = "lock"
  /// How often it is touched, in milliseconds.
  static let beat = 60_000
  /// After how many seconds without a touch the run of another machine counts as ended.
  static let silence = 24 * 60 * 60

  private let descriptor: Int32
  private var lastTouch = Clock.now()

  /// Makes the file and locks it. Where the file system has no locks, the file has another name, so that nobody
  /// takes the stage for abandoned.
  ///
  /// - Throws: what the system says.
  init(in stage: String) throws(StageProblem) {
    let unlocked = "\(stage)/unlocked"
    descriptor = open(unlocked, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StageProblem(code: errno) }
    // On a full disk the stage is taken for one of another machine, no worse.
    _ = write(descriptor, StageLock.machine, StageLock.machine.count)
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { rename(unlocked, "\(stage)/\(StageLock.name)") }
  }

  deinit { close(descriptor) }

  /// Says that the run goes on, at most once a minute.
  func touch() {
    guard Clock.now() - lastTouch >= StageLock.beat else { return }
    lastTouch = Clock.now()
    futimens(descriptor, nil)
  }

  /// Whether the run of a stage has ended, as seen by one that has this lock: both times are of the file's server.
  func outlived(_ stage: String) -> Bool? {
    let other = open("\(stage)/\(StageLock.name)", O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard other >= 0 else { return nil }
    defer { close(other) }
    guard flock(other, LOCK_EX | LOCK_NB) == 0 else { return false }
    var machine = [UInt8](repeating: 0, count: 64)
    let count = pread(other, &machine, machine.count, 0)
    if count > 0, machine[..<count] == StageLock.machine[...] { return true }
    var (theirs, ours) = (stat(), stat())
    guard fstat(other, &theirs) == 0, fstat(descriptor, &ours) == 0 else { return false }
    return ours.st_mtim.tv_sec - theirs.st_mtim.tv_sec >= StageLock.silence
  }

  /// What Linux calls this machine from one start to the next; containers have that of their host, as they have its
  /// locks.
  static let machine: [UInt8] =
    (try? FileContents.read(path: "/proc/sys/kernel/random/boot_id")) ?? []
}

/// Why a stage cannot be made, as `errno` has it.
struct StageProblem: Error {
  let code: Int32
}
