import CProcess
import Glibc

/// Bytes as a file without a place on disk, which another process of the same user can open.
///
/// It is for what can be read only once, such as standard input, and may be in any encoding, so that it does
/// not fit into a line of JSON.
struct MemoryFile {
  let descriptor: Int32
  /// The path under which a worker opens it, as long as the descriptor is open here.
  var path: String { "/proc/\(getpid())/fd/\(descriptor)" }

  /// Writes the bytes; `nil` where the system has no room for them.
  init?(_ bytes: [UInt8]) {
    descriptor = ibid_open_memory()
    guard descriptor >= 0 else { return nil }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress! + written, $0.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        close(descriptor)
        return nil
      }
      written += count
    }
  }
}
