import Glibc

/// Collects bytes and writes them to a descriptor in large pieces.
public final class OutputStream {
  private static let pieceByteCount = 1 << 16

  /// What messages call the target.
  public let name: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Writes to a descriptor, which stays open.
  public init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    buffer.reserveCapacity(OutputStream.pieceByteCount)
  }

  /// Standard output; a closed pipe becomes an error instead of a signal.
  public static func standard() -> OutputStream {
    signal(SIGPIPE, SIG_IGN)
    return OutputStream(descriptor: STDOUT_FILENO, name: "the results")
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
    while written < buffer.count {
      let count = buffer.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + written, $0.count - written)
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
}
