/// Reads lines without any escape sequence: from a pipe, a file or a dumb terminal.
struct PlainReader {
  private var bytes: [UInt8] = []
  private var start = 0
  private var searched = 0
  private var hasEnded = false

  /// The next line without its end, or nil where more bytes are needed.
  mutating func takeLine() -> [UInt8]? {
    if let end = bytes[max(start, searched)...].firstIndex(of: 0x0A) {
      var line = bytes[start..<end]
      if line.last == 0x0D { line.removeLast() }
      start = end + 1
      searched = start
      return Array(line)
    }
    searched = bytes.count
    guard hasEnded, start < bytes.count else { return nil }
    defer { start = bytes.count }
    return Array(bytes[start...])
  }

  /// Whether the input ended and all of it was taken.
  var isAtEnd: Bool { hasEnded && start == bytes.count }

  /// Adds bytes that were read; none mean the end of the input.
  mutating func add(_ read: [UInt8]) {
    if read.isEmpty { hasEnded = true }
    if start > 0 {
      bytes.removeFirst(start)
      searched -= start
      start = 0
    }
    bytes += read
  }

  /// Forgets that a terminal's input ended, which Ctrl-D on it does only once.
  mutating func reopen() { hasEnded = false }

  /// Discards an unfinished line, as an interrupt does.
  mutating func clear() {
    bytes = []
    start = 0
    searched = 0
  }
}
