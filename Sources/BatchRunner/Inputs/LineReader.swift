import Glibc

/// Reads lines from a descriptor, holding one line and a chunk.
struct LineReader: ~Copyable {
  private static let chunkByteCount = 1 << 16

  /// The number of the line that was read last, counted from 1.
  private(set) var number = 0
  /// The descriptor, which is closed with the reader unless it is standard input.
  let descriptor: Int32
  private var buffer: [UInt8] = []
  private var position = 0
  /// Up to where the buffer is known to have no line end.
  private var searched = 0
  private var isAtEnd = false

  init(descriptor: Int32) { self.descriptor = descriptor }

  init(path: String) throws(InputProblem) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputProblem(SystemError.message()) }
  }

  deinit { if descriptor > STDERR_FILENO { close(descriptor) } }

  /// Whether the next line can be taken without a call that may wait.
  var hasLine: Bool { isAtEnd || buffer[max(position, searched)...].contains(UInt8(ascii: "\n")) }

  /// The next line without its end, or `nil` after the last.
  mutating func next() throws(InputProblem) -> [UInt8]? {
    let line = try peek()
    if let line {
      position = min(position + line.count + 1, buffer.count)
      number += 1
    }
    return line
  }

  /// The line that `next()` will return.
  mutating func peek() throws(InputProblem) -> [UInt8]? {
    while true {
      if let end = lineEnd() { return Array(buffer[position..<end]) }
      if isAtEnd { return position < buffer.count ? Array(buffer[position...]) : nil }
      guard buffer.count - position <= FileContents.maximumByteCount else {
        isAtEnd = true
        position = buffer.count
        number += 1
        throw InputProblem("the line is longer than 1 GB")
      }
      try fill()
    }
  }

  /// Everything that was not taken as lines.
  mutating func rest() throws(InputProblem) -> [UInt8] {
    defer { position = buffer.count }
    var bytes = Array(buffer[position...])
    if !isAtEnd { bytes += try FileContents.read(descriptor: descriptor) }
    isAtEnd = true
    return bytes
  }

  private mutating func lineEnd() -> Int? {
    let from = max(position, searched)
    let count = buffer.count
    let found: Int? = buffer.withUnsafeBytes { bytes in
      guard from < count, let hit = memchr(bytes.baseAddress! + from, 0x0A, count - from) else {
        return nil
      }
      return UnsafeRawPointer(hit) - bytes.baseAddress!
    }
    searched = found ?? count
    return found
  }

  private mutating func fill() throws(InputProblem) {
    if position > 0 {
      buffer.removeSubrange(..<position)
      searched -= position
      position = 0
    }
    let size = LineReader.chunkByteCount
    var got = 0
    repeat {
      let chunk = [UInt8](unsafeUninitializedCapacity: size) { target, filled in
        got = read(descriptor, target.baseAddress!, size)
        filled = max(0, got)
      }
      buffer += chunk
    } while got < 0 && errno == EINTR
    isAtEnd = got <= 0
    if got < 0 { throw InputProblem(SystemError.message()) }
  }
}
