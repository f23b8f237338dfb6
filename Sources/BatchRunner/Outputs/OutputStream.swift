import Glibc

/// Collects bytes and writes them to a descriptor in large pieces.
public final class OutputStream {
  private static let pieceByteCount = 1 << 16

  /// What messages call the target.
  public let name: String
  private let descriptor: Int32
  /// Whether the descriptor is closed with the stream.
  private let isOwner: Bool
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
    var status = stat()
    let mayWait = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    self.interrupts = mayWait ? interrupts : nil
    self.name = name
    buffer.reserveCapacity(OutputStream.pieceByteCount)
  }

  /// Writes to a file, which is closed with the stream.
  init(owning descriptor: Int32, name: String) {
    self.descriptor = descriptor
    isOwner = true
    interrupts = nil
    self.name = name
  }

  deinit { if isOwner { close(descriptor) } }

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
      let limit = try waitForReader()
      let count = buffer.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + written, min(limit, $0.count - written))
      }
      if count < 0 && errno == EINTR { continue }
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
      pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0),
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
