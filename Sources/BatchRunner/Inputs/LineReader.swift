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
  /// Whether the source failed: what follows is not known.
  private(set) var hasFailed = false
  /// The most bytes that a line may have.
  private let byteLimit: Int

  init(descriptor: Int32, byteLimit: Int = FileContents.maximumByteCount) {
    source = ByteSource(descriptor: descriptor)
    self.byteLimit = byteLimit
  }

  /// Reads a stream, which may be compressed.
  init(stream descriptor: Int32) {
    source = ByteSource(stream: descriptor)
    byteLimit = FileContents.maximumByteCount
  }

  /// Opens a file, which may be compressed.
  init(path: String) throws(InputProblem) {
    source = try ByteSource(path: path)
    byteLimit = FileContents.maximumByteCount
  }

  /// The descriptor that lines come from.
  var descriptor: Int32 { source.descriptor }

  /// Whether the next line can be taken without a call that may wait.
  var hasLine: Bool {
    isAtEnd || source.hasBuffered || buffer[max(position, searched)...].contains(UInt8(ascii: "\n"))
  }

  /// The next line without its end, or `nil` after the last.
  ///
  /// - Throws: where a line is too long, and the next call gives the one behind it; or the source fails, and there
  ///   are no more lines.
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
      guard buffer.count - position <= byteLimit else {
        try skipLine()
        throw InputProblem("the line is longer than \(byteLimit >> 30) GB")
      }
      try fill()
    }
  }

  /// Passes over the line that has begun.
  private mutating func skipLine() throws(InputProblem) {
    repeat {
      position = buffer.count
      try fill()
    } while lineEnd() == nil && !isAtEnd
    position = lineEnd().map { $0 + 1 } ?? buffer.count
    number += 1
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

  /// The next bytes; after a failure there are none, and the line that has begun counts as the one that failed.
  private mutating func nextChunk() throws(InputProblem) -> [UInt8] {
    do throws(InputProblem) { return try source.next() } catch {
      isAtEnd = true
      hasFailed = true
      position = buffer.count
      number += 1
      throw error
    }
  }
}
