import CNettle

/// A SHA-256 digest (FIPS 180-4).
struct Digest: Hashable, Sendable {
  static let byteCount = 32

  /// Its bytes as they lie in memory.
  private var words = SIMD4<UInt64>()

  /// Takes the bytes of a digest; `nil` where there are more or fewer.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Digest.byteCount else { return nil }
    withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: bytes) }
  }

  fileprivate init(ending context: inout sha256_ctx) {
    withUnsafeMutableBytes(of: &words) {
      nettle_sha256_digest(
        &context, Digest.byteCount, $0.baseAddress!.assumingMemoryBound(to: UInt8.self))
    }
  }

  /// Its first eight bytes as the number of a row.
  var slot: Int64 { Int64(bitPattern: UInt64(bigEndian: words[0])) }

  /// Its bytes in 64 digits.
  var hexadecimal: String { withBytes { SHA256.hexadecimal(digest: Array($0)) } }

  /// Gives its bytes.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withUnsafeBytes(of: words) { body($0) }
  }

  /// Digests parts in the order in which `add` takes them.
  ///
  /// Texts, byte strings and numbers go in with their length, so that no two sequences of parts give the same
  /// bytes.
  struct Builder {
    private var context = sha256_ctx()

    /// Starts with a word that says what is digested, so that digests of different things never meet.
    init(of purpose: StaticString) {
      nettle_sha256_init(&context)
      add(UnsafeRawBufferPointer(start: purpose.utf8Start, count: purpose.utf8CodeUnitCount))
    }

    mutating func add(_ text: String) {
      var text = text
      text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

    mutating func add(_ digest: Digest) { digest.withBytes { add($0) } }

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
    mutating func finish() -> Digest { Digest(ending: &context) }
  }
}
