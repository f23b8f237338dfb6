import Glibc
import Synchronization

/// The terminal's raw mode while one editor reads, left on every way out of the process.
///
/// Signals and `exit` may come at any instruction and on any thread, so what they need (the
/// descriptors and the saved settings) lies in memory that is allocated once and never freed, and
/// the handlers call only functions that POSIX names async-signal-safe.
final class RawMode {
  /// Becomes readable when a signal came; `takeSignals()` says which.
  let signals: Int32
  private let terminal: Terminal
  private var isActive = false

  private static let isTaken = Mutex(false)

  /// Takes the process's terminal; only one reader can have it.
  init(_ terminal: Terminal) throws(LineEditorError) {
    let isFree = Self.isTaken.withLock { taken in
      defer { taken = true }
      return !taken
    }
    guard isFree else { throw .busy }
    self.terminal = terminal
    do {
      try SignalState.prepare()
    } catch {
      Self.isTaken.withLock { $0 = false }
      throw error
    }
    signals = signalState.pointee.pipe.read
    takeSignals()
  }

  deinit {
    leave()
    Self.isTaken.withLock { $0 = false }
  }

  /// Enters raw mode and asks for bracketed paste.
  func enter() throws(LineEditorError) {
    guard !isActive else { return }
    var settings = termios()
    guard tcgetattr(terminal.input, &settings) == 0 else {
      throw .terminal(call: "tcgetattr", errno: errno)
    }
    signalState.pointee.input = terminal.input
    signalState.pointee.output = terminal.output
    signalState.pointee.settings = settings
    settings.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON)
    settings.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | ISIG)
    settings.c_cflag |= tcflag_t(CS8)
    withUnsafeMutableBytes(of: &settings.c_cc) { codes in
      codes[Int(VMIN)] = 1
      codes[Int(VTIME)] = 0
    }
    signalState.pointee.isRaw = true
    isActive = true
    SignalState.install(restoring: true)
    guard tcsetattr(terminal.input, TCSADRAIN, &settings) == 0 else {
      let code = errno
      leave()
      throw .terminal(call: "tcsetattr", errno: code)
    }
    try terminal.write("\u{1B}[?2004h")
  }

  /// Gives the terminal back as it was.
  func leave() {
    guard isActive else { return }
    isActive = false
    signalState.pointee.restore()
    SignalState.uninstall()
  }

  /// Watches for interrupts on a terminal that stays as it is.
  func watchOnly() {
    isActive = true
    SignalState.install(restoring: false)
  }

  /// Stops the process group as the shell's Ctrl-Z does, and returns when it is continued.
  func suspend() throws(LineEditorError) {
    leave()
    kill(0, SIGTSTP)
    try enter()
    takeSignals()
  }

  /// The signals that came since the last call.
  @discardableResult
  func takeSignals() -> Set<Int32> {
    var taken: Set<Int32> = []
    var buffer = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(signals, &buffer, buffer.count)
      guard count > 0 else { return taken }
      taken.formUnion(buffer[..<count].map(Int32.init))
    }
  }

  /// Whether a handler gave the terminal back and the process lived on.
  var wasLost: Bool { isActive && !signalState.pointee.isRaw }
}
