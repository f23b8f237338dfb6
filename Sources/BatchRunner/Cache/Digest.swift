import CNettle

/// A SHA-256 digest (FIPS 180-4).
struct Digest: Hashable, Sendable {
  static let byteCount = 32

  let bytes: [UInt8]

  /// Its first eight bytes as the number of a row.
  var slot: Int64 {
    Int64(bitPattern: bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// Its bytes in 64 digits.
  var hexadecimal: String { SHA256.hexadecimal(digest: bytes) }

  /// Digests parts in the order in which `add` takes them.
  ///
  /// Texts, byte strings and numbers go in with their length, so that no two sequences of parts give the same
  /// bytes.
  struct Builder {
    private var context = sha256_ctx()

    /// Starts with a word that says what is digested, so that digests of different things never meet.
    init(of purpose: StaticString) {
      nettle_sha256_init(&context)
      add("\(purpose)")
    }

    mutating func add(_ text: String) {
      var text = text
      text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

    mutating func add(_ digest: Digest) { add(digest.bytes) }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
      add(bytes.count)
      addPiece(bytes)
    }

    mutating func add(_ number: Int) {
      withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).littleEndian) { addPiece($0) }
    }

    /// Adds a piece of something longer, without its length.
    mutating func addPiece(_ bytes: UnsafeRawBufferPointer) {
      guard let start = bytes.baseAddress else { return }
      nettle_sha256_update(&context, bytes.count, start.assumingMemoryBound(to: UInt8.self))
    }

    /// The digest of what was added; ends the builder.
    mutating func finish() -> Digest {
      Digest(
        bytes: [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
          nettle_sha256_digest(&context, byteCount, buffer.baseAddress)
          count = byteCount
        })
    }
  }
}
