import Glibc

/// The two descriptors of a terminal: its size, and bytes in and out.
struct Terminal {
  let input: Int32
  let output: Int32

  /// Whether both ends are a terminal.
  var isInteractive: Bool { isatty(input) == 1 && isatty(output) == 1 }

  /// Columns and rows; 80 by 24 where the terminal does not know.
  var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return (80, 24)
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// What became ready while waiting.
  enum Event {
    case input
    case signal
    /// The client's own descriptor.
    case client
    case timeout
  }

  /// Waits for input, for a byte in the signal pipe, for a client's descriptor, or for milliseconds;
  /// -1 waits for ever.
  func wait(
    signals: Int32, client: Int32? = nil, milliseconds: Int32
  ) throws(LineEditorError) -> Event {
    var polled = [
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: client ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&polled, 3, milliseconds)
    if count < 0 {
      guard errno == EINTR else { throw .terminal(call: "poll", errno: errno) }
      return .signal
    }
    if polled[0].revents != 0 { return .signal }
    if polled[1].revents != 0 { return .input }
    return polled[2].revents != 0 ? .client : .timeout
  }

  /// The bytes that are there, at most 4096; none at the end of input.
  func read() throws(LineEditorError) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = Glibc.read(input, &buffer, buffer.count)
      if count >= 0 { return Array(buffer[..<count]) }
      switch errno {
      case EINTR, EAGAIN: continue
      case EIO: return []  // the terminal has been hung up
      default: throw .terminal(call: "read", errno: errno)
      }
    }
  }

  /// Writes all bytes.
  func write(_ bytes: [UInt8]) throws(LineEditorError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var polled = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        poll(&polled, 1, -1)
      default: throw .terminal(call: "write", errno: errno)
      }
    }
  }

  func write(_ text: String) throws(LineEditorError) { try write(Array(text.utf8)) }

  /// The system's words for an error number.
  static func describe(_ errno: Int32) -> String { String(cString: strerror(errno)) }
}
