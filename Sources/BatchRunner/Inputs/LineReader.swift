import Glibc

/// Reads lines from a descriptor, holding one line and a chunk.
struct LineReader: ~Copyable {
  /// The number of the line that was read last, counted from 1.
  private(set) var number = 0
  private var source: ByteSource
  private var buffer: [UInt8] = []
  private var position = 0
  /// Up to where the buffer is known to have no line end.
  private var searched = 0
  private var isAtEnd = false

  init(descriptor: Int32) {
    source = ByteSource(descriptor: descriptor)
  }

  /// Opens a file, which may be compressed.
  init(path: String) throws(InputProblem) {
    source = try ByteSource(path: path)
  }

  /// The descriptor that lines come from.
  var descriptor: Int32 { source.descriptor }

  /// Whether the next line can be taken without a call that may wait.
  var hasLine: Bool {
    isAtEnd || source.hasBuffered || buffer[max(position, searched)...].contains(UInt8(ascii: "\n"))
  }

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
    while !isAtEnd {
      let chunk = try source.next()
      isAtEnd = chunk.isEmpty
      bytes += chunk
      guard bytes.count <= FileContents.maximumByteCount else {
        throw InputProblem("is larger than 1 GB")
      }
    }
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
    let chunk = try nextChunk()
    isAtEnd = chunk.isEmpty
    buffer += chunk
  }

  /// The next bytes; after a failure there are none.
  private mutating func nextChunk() throws(InputProblem) -> [UInt8] {
    do throws(InputProblem) { return try source.next() } catch {
      isAtEnd = true
      number += 1
      throw error
    }
  }
}
