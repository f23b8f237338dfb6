package import Glibc

/// A program on the other side of a pseudo-terminal, and the screen that it draws.
package final class PseudoTerminal {
  package private(set) var screen: VirtualScreen
  /// All bytes that the program wrote.
  package private(set) var output: [UInt8] = []
  package let child: pid_t
  private let master: Int32
  private let slave: Int32

  package struct Failure: Error, CustomStringConvertible {
    package var description: String

    package init(_ description: String) { self.description = description }
  }

  /// Starts a program as the leader of a session on a new terminal.
  package init(
    _ command: [String], environment: [String: String] = [:], columns: Int = 40, rows: Int = 10
  ) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var unlocked: Int32 = 0
    var number: Int32 = 0
    // TIOCSPTLCK and TIOCGPTN: unlockpt and ptsname without the feature macros they need.
    guard master >= 0, ioctl(master, 0x4004_5431, &unlocked) == 0,
      ioctl(master, 0x8004_5430, &number) == 0
    else { throw Failure("no pseudo-terminal: \(errno)") }
    let name = "/dev/pts/\(number)"
    // Held open, so that the settings and the output outlive the program.
    slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    screen = VirtualScreen(columns: columns, rows: rows)
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in Int32(0)...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, name, O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)  // the threads that run tests block most signals
    posix_spawnattr_setsigmask(&attributes, &signals)
    let (newSession, defaultSignals, signalMask): (Int16, Int16, Int16) = (0x80, 0x04, 0x08)
    posix_spawnattr_setflags(&attributes, newSession | defaultSignals | signalMask)
    let variables = ["TERM": "xterm", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    var arguments = command.map { strdup($0) } + [nil]
    var pairs = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + pairs).forEach { free($0) } }
    var pid: pid_t = 0
    let status = posix_spawn(&pid, command[0], &actions, &attributes, &arguments, &pairs)
    guard status == 0 else { throw Failure("\(command[0]): \(status)") }
    child = pid
  }

  deinit {
    kill(child, SIGKILL)
    waitpid(child, nil, 0)
    close(master)
    close(slave)
  }

  /// The path of a program that was built beside the tests.
  package static func built(_ name: String) -> String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    let tests = buffer[..<max(length, 0)]
    let folder = tests[..<(tests.lastIndex(of: 0x2F) ?? 0)]
    return String(decoding: folder, as: UTF8.self) + "/\(name)"
  }

  /// Types bytes as a keyboard would send them.
  package func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(master, bytes, bytes.count)
  }

  /// Changes the terminal's size; the program gets SIGWINCH.
  package func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Reads until the screen is as wanted; after five seconds tells what it shows instead.
  package func wait(for what: String, until isTrue: (VirtualScreen) -> Bool) throws {
    for _ in 0..<500 {
      if isTrue(screen) { return }
      read(milliseconds: 10)
    }
    throw Failure("no \(what); the screen shows \(screen.lines)")
  }

  package func wait(forLines lines: [String]) throws {
    try wait(for: "\(lines)") { $0.lines == lines }
  }

  /// Reads what comes within a time.
  package func read(milliseconds: Int32) {
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, milliseconds) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(master, &buffer, buffer.count)
    guard count > 0 else { return }
    output += buffer[..<count]
    screen.write(Array(buffer[..<count]))
  }

  /// Whether the terminal echoes and gives whole lines, as a shell leaves it.
  package var isCooked: Bool {
    var settings = termios()
    tcgetattr(master, &settings)
    let flags = tcflag_t(ECHO | ICANON | ISIG)
    return settings.c_lflag & flags == flags
  }

  /// Gives the terminal the settings of a shell, behind the program's back.
  package func cook() {
    var settings = termios()
    tcgetattr(master, &settings)
    settings.c_lflag |= tcflag_t(ECHO | ICANON | ISIG)
    tcsetattr(master, TCSANOW, &settings)
  }

  /// The process group that has the terminal.
  package var foreground: pid_t {
    var group: pid_t = 0
    _ = ioctl(master, UInt(TIOCGPGRP), &group)
    return group
  }

  /// Waits for the end of the program and gives its wait status.
  package func waitForEnd() throws -> Int32 {
    var status: Int32 = 0
    for _ in 0..<500 {
      if waitpid(child, &status, WNOHANG) == child {
        read(milliseconds: 0)
        return status
      }
      read(milliseconds: 10)
    }
    throw Failure("the program goes on; the screen shows \(screen.lines)")
  }
}
