import Glibc

/// Cuts the bytes that come from a pipe into lines.
struct LineSplitter {
  private var bytes: [UInt8] = []
  private var searched = 0

  mutating func add(_ chunk: ArraySlice<UInt8>) { bytes += chunk }

  /// The next line without its end, or `nil` where more bytes are needed.
  mutating func take() -> [UInt8]? {
    guard let end = bytes[searched...].firstIndex(of: 0x0A) else {
      searched = bytes.count
      return nil
    }
    let line = Array(bytes[..<end])
    bytes.removeSubrange(...end)
    searched = 0
    return line
  }

  /// Reads what is there from a descriptor; false at the end.
  mutating func read(_ descriptor: Int32) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count > 0 {
        add(buffer[..<count])
        return true
      }
      if count < 0, errno == EINTR { continue }
      return count < 0 && errno == EAGAIN
    }
  }
}
