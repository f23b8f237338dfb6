import Glibc

/// Bytes from a descriptor, decompressed where need be, chunk by chunk.
struct ByteSource: ~Copyable {
  static let chunkByteCount = 1 << 16

  /// The descriptor, which is closed with the source unless it is standard input.
  let descriptor: Int32
  private var decompressor: (any Decompressor)?
  /// Whether the first bytes are still to tell how the rest is compressed.
  private var asksBytes = false
  /// Compressed bytes, and how many of them are used up.
  private var packed: [UInt8] = []
  private var packedStart = 0
  private var isAtEnd = false
  /// Whether no byte was there yet.
  private var isEmpty = true
  /// Whether the chunk that was read last begins a compressed member.
  private(set) var chunkStartsMember = false

  init(descriptor: Int32, compression: Compression? = nil) {
    self.descriptor = descriptor
    decompressor = ByteSource.decompressor(compression)
  }

  /// Reads a stream without a name, whose first bytes tell how it is compressed.
  init(stream descriptor: Int32) {
    self.init(descriptor: descriptor)
    asksBytes = true
  }

  private static func decompressor(_ compression: Compression?) -> (any Decompressor)? {
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
    if asksBytes {
      asksBytes = false
      let chunk = try readChunk()
      decompressor = ByteSource.decompressor(Compression.of(chunk))
      if decompressor == nil { return chunk }
      packed = chunk
      isEmpty = false
    }
    guard let decompressor else { return try readChunk() }
    chunkStartsMember = false
    while true {
      if packedStart == packed.count, !isAtEnd {
        packed = try readChunk()
        packedStart = 0
        isAtEnd = packed.isEmpty
        isEmpty = isEmpty && isAtEnd
      }
      chunkStartsMember = chunkStartsMember || decompressor.isWhole
      let chunk = try unpack(decompressor)
      if !chunk.isEmpty { return chunk }
      guard isAtEnd else { continue }
      if isEmpty { throw InputProblem("the compressed file is empty") }
      if !decompressor.isWhole { throw InputProblem("the compressed file ends too early") }
      return []
    }
  }

  /// Unpacks a chunk; after a failure the place is behind the first byte that was not understood.
  private mutating func unpack(_ decompressor: any Decompressor) throws(InputProblem) -> [UInt8] {
    let start = packedStart
    do throws(InputProblem) { return try decompressor.unpack(&packed, from: &packedStart) } catch {
      packedStart = min(start + 1, packed.count)
      throw error
    }
  }

  /// Goes to where a compressed member may begin, after bytes that could not be unpacked; false where there is
  /// none.
  mutating func skipToNextMember() -> Bool {
    guard let decompressor else { return false }
    decompressor.reset()
    let magic = decompressor.magic
    while true {
      while let first = packed[packedStart...].firstIndex(of: magic[0]) {
        packedStart = first
        if packed.count - first < magic.count { break }
        if packed[first...].starts(with: magic) { return true }
        packedStart += 1
      }
      let rest = packed[packedStart...].first == magic[0] ? packed[packedStart...] : []
      guard let chunk = try? readChunk(), !chunk.isEmpty else { return false }
      packed = rest + chunk
      packedStart = 0
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
