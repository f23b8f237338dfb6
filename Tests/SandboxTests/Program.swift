import Glibc
import ScratchFolders

/// A folder with three articles, `a.txt`, `b.txt` and `c.txt`, in which the executable is run.
struct Scratch: ~Copyable {
  private let folder = ScratchFolder("ibid-sandbox")
  var path: String { folder.path }

  init() {
    for name in ["a", "b", "c"] {
      let text =
        "Title \(name)\n\nThe article \(name) has a few words.\n\nAnd a second paragraph.\n"
      Files.write(text, to: "\(path)/\(name).txt")
    }
  }

  /// Starts `ibid` with these arguments.
  func start(_ arguments: [String]) -> Program { Program(arguments, in: path) }

  /// Runs `ibid` to its end.
  func run(_ arguments: [String]) -> Program.End { start(arguments).wait() }

  /// Runs plugins on the three articles with one worker. The limits have to end them: the clock on the wall, which
  /// ends a worker on a busy machine too, gives a minute.
  func run(_ plugins: [String], limits: [String: String], more: [String] = []) -> Program.End {
    let limit = limits.map { "\($0)=\($1)" }.sorted().joined(separator: ",")
    let plugins = plugins.joined(separator: ",")
    return run(
      ["run", plugins, "a.txt", "b.txt", "c.txt", "-j", "1", "-q", "--deadline", "60"]
        + (limit.isEmpty ? [] : ["--limit", limit]) + more)
  }
}

/// A run of the built executable: the one that `IBID` names, or the one beside the tests.
final class Program {
  /// How a run ended.
  struct End {
    /// The exit status, or 128 and the signal.
    var status: Int32
    /// Processor seconds of the process and of those that it waited for.
    var seconds: Double
    /// The most memory that one of them had, in MiB.
    var megabytes: Int
    var output: String
    var errors: String
    /// Whether it took longer than a test waits, and was killed.
    var isLate: Bool
  }

  let identifier: pid_t
  private let output: String
  private let errors: String

  private static let executable: String = {
    if let path = getenv("IBID") { return String(cString: path) }
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count))
    let tests = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return String(tests[..<(tests.lastIndex(of: "/") ?? tests.startIndex)]) + "/ibid"
  }()

  /// The seconds that a run has: a minute, or what `IBID_PATIENCE` says.
  private static let patience =
    getenv("IBID_PATIENCE").flatMap { Double(String(cString: $0)) } ?? 60

  private nonisolated(unsafe) static var count = 0
  private nonisolated(unsafe) static var lock = pthread_mutex_t()

  /// Starts the executable in a folder, with outputs beside that folder.
  init(_ arguments: [String], in folder: String) {
    pthread_mutex_lock(&Program.lock)
    Program.count += 1
    let name = "\(folder).\(Program.count)"
    pthread_mutex_unlock(&Program.lock)
    output = "\(name).out"
    errors = "\(name).err"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, errors, flags, 0o644)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    // The test's own process may ignore signals that the run has to hear.
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let environment = ["HOME=\(folder)", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"]
    var identifier: pid_t = 0
    // `env` changes the folder and becomes the program.
    // Each run is a run: nothing comes from an earlier one, and nothing is kept in the home folder.
    let fresh = arguments.first == "run" ? ["--no-cache"] : []
    let argv =
      (["env", "-C", folder, Program.executable] + arguments + fresh).map { strdup($0) } + [nil]
    let envp = environment.map { strdup($0) } + [nil]
    posix_spawn(&identifier, "/usr/bin/env", &actions, &attributes, argv, envp)
    for text in argv + envp { free(text) }
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
    self.identifier = identifier
  }

  deinit {
    unlink(output)
    unlink(errors)
  }

  /// What it has printed so far.
  var printed: String { Files.read(output) ?? "" }

  /// Waits until `condition` holds, as long as a run may take; whether it held.
  func wait(until condition: () -> Bool) -> Bool {
    for _ in 0..<Int(Program.patience * 100) {
      if condition() { return true }
      usleep(10_000)
    }
    return false
  }

  /// Waits for the end.
  func wait() -> End {
    var status: Int32 = 0
    var usage = rusage()
    let ended = wait { wait4(identifier, &status, WNOHANG, &usage) != 0 }
    if !ended {
      kill(identifier, SIGKILL)
      wait4(identifier, &status, 0, &usage)
    }
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return End(
      status: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F,
      seconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      megabytes: usage.ru_maxrss / 1024, output: printed, errors: Files.read(errors) ?? "",
      isLate: !ended)
  }
}
