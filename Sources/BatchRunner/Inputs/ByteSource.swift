import Glibc

/// Bytes from a descriptor, decompressed where need be, chunk by chunk.
struct ByteSource: ~Copyable {
  static let chunkByteCount = 1 << 16

  /// The descriptor, which is closed with the source unless it is standard input.
  let descriptor: Int32
  private let decompressor: (any Decompressor)?
  /// Compressed bytes, and how many of them are used up.
  private var packed: [UInt8] = []
  private var packedStart = 0
  private var isAtEnd = false

  init(descriptor: Int32, compression: Compression? = nil) {
    self.descriptor = descriptor
    decompressor =
      switch compression {
      case .gzip?: GzipDecompressor()
      case .zstd?: ZstdDecompressor()
      case nil: nil
      }
  }

  /// Opens a file; its name tells how it is compressed.
  init(path: String) throws(InputProblem) {
    self.init(
      descriptor: try FileContents.descriptor(of: path),
      compression: Compression.of(path)?.compression)
  }

  deinit { if descriptor > STDERR_FILENO { close(descriptor) } }

  /// Whether bytes can be taken without reading the descriptor.
  var hasBuffered: Bool { decompressor != nil && packedStart < packed.count }

  /// The next bytes; empty at the end.
  mutating func next() throws(InputProblem) -> [UInt8] {
    guard let decompressor else { return try readChunk() }
    while true {
      if packedStart == packed.count, !isAtEnd {
        packed = try readChunk()
        packedStart = 0
        isAtEnd = packed.isEmpty
      }
      let chunk = try decompressor.unpack(&packed, from: &packedStart)
      if !chunk.isEmpty { return chunk }
      guard isAtEnd else { continue }
      if !decompressor.isWhole { throw InputProblem("the compressed file ends too early") }
      return []
    }
  }

  private func readChunk() throws(InputProblem) -> [UInt8] {
    var got = 0
    var failure: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: ByteSource.chunkByteCount) { target, filled in
      repeat {
        got = read(descriptor, target.baseAddress!, target.count)
      } while got < 0
        && errno == EINTR
      failure = got < 0 ? errno : 0
      filled = max(0, got)
    }
    if failure != 0 { throw InputProblem(SystemError.message(failure)) }
    return chunk
  }
}
