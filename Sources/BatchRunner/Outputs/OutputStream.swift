import Glibc

/// Collects bytes and writes them to a descriptor in large pieces.
public final class OutputStream {
  private static let pieceByteCount = 1 << 16

  /// What messages call the target.
  public let name: String
  private let descriptor: Int32
  /// Whether the descriptor is closed with the stream.
  private let isOwner: Bool
  /// What takes the bytes: `descriptor`, or the same pipe opened once more so that writing to it never waits.
  private let target: Int32
  private var buffer: [UInt8] = []
  /// Called before bytes are written: what else is on the same terminal makes way.
  public var makeWay: (() -> Void)?
  /// Ends a wait for a reader that takes nothing.
  private let interrupts: Interrupts?

  /// Whether it is standard output.
  public var isStandard: Bool { descriptor == STDOUT_FILENO }

  /// Writes to a descriptor, which stays open.
  public init(descriptor: Int32, name: String, interrupts: Interrupts? = nil) {
    self.descriptor = descriptor
    isOwner = false
    self.interrupts = OutputStream.mayWait(descriptor) ? interrupts : nil
    target = self.interrupts.flatMap { _ in OutputStream.openPipe(descriptor) } ?? descriptor
    self.name = name
    buffer.reserveCapacity(OutputStream.pieceByteCount)
  }

  /// Writes to a file, which is closed with the stream.
  init(owning descriptor: Int32, name: String) {
    self.descriptor = descriptor
    isOwner = true
    target = descriptor
    interrupts = nil
    self.name = name
  }

  deinit {
    if isOwner { close(descriptor) }
    if target != descriptor { close(target) }
  }

  /// Whether who reads at the other end can keep a write waiting: of files and of the null device there is none.
  private static func mayWait(_ descriptor: Int32) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return false
    case S_IFCHR: return isatty(descriptor) != 0
    default: return true
    }
  }

  /// Opens the pipe behind a descriptor once more, for writes that do not wait: the descriptor itself is shared with
  /// other processes, which may not expect that of it. `nil` where it is no pipe.
  private static func openPipe(_ descriptor: Int32) -> Int32? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else { return nil }
    let own = open("/proc/self/fd/\(descriptor)", O_WRONLY | O_NONBLOCK | O_CLOEXEC)
    return own < 0 ? nil : own
  }

  /// Standard output; a closed pipe becomes an error instead of a signal.
  public static func standard(_ interrupts: Interrupts? = nil) -> OutputStream {
    signal(SIGPIPE, SIG_IGN)
    return OutputStream(descriptor: STDOUT_FILENO, name: "the results", interrupts: interrupts)
  }

  /// Adds bytes; they are written when enough have come together.
  public func write(_ bytes: [UInt8]) throws(RunError) {
    buffer += bytes
    if buffer.count >= OutputStream.pieceByteCount { try flush() }
  }

  /// Adds text.
  public func write(_ text: String) throws(RunError) {
    buffer += text.utf8
    if buffer.count >= OutputStream.pieceByteCount { try flush() }
  }

  /// Writes what was collected.
  public func flush() throws(RunError) {
    var written = 0
    if !buffer.isEmpty { makeWay?() }
    while written < buffer.count {
      // What takes bytes without a wait is asked only once it has no room left.
      let limit = target == descriptor ? try waitForReader() : .max
      let count = buffer.withUnsafeBytes {
        Glibc.write(target, $0.baseAddress! + written, min(limit, $0.count - written))
      }
      if count < 0 && errno == EINTR { continue }
      if count < 0 && errno == EAGAIN && target != descriptor {
        _ = try waitForReader()
        continue
      }
      guard count >= 0 else {
        buffer.removeAll()
        throw .output(path: name, reason: SystemError.message())
      }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Waits until bytes can be written; returns how many, without a wait inside the call.
  ///
  /// Signals are blocked while a run reads them from a descriptor, so a write must not wait for ever.
  private func waitForReader() throws(RunError) -> Int {
    guard let interrupts else { return .max }
    var descriptors = [
      pollfd(fd: target, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: interrupts.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&descriptors, 2, -1) < 0 && errno == EINTR {}
    if descriptors[0].revents == 0, let signal = interrupts.take() {
      buffer.removeAll()
      throw .interrupted(signal)
    }
    return Int(PIPE_BUF)
  }
}
