import CNettle

/// The hash function SHA-256 (FIPS 180-4).
public enum SHA256 {
  /// The hash of bytes, in 32 bytes.
  public static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    nettle_sha256_update(&context, bytes.count, bytes)
    var digest = [UInt8](repeating: 0, count: 32)
    nettle_sha256_digest(&context, digest.count, &digest)
    return digest
  }

  /// The hash of bytes in 64 hexadecimal digits, as `sha256sum` prints it.
  static func hexadecimal(_ bytes: [UInt8]) -> String { hexadecimal(digest: digest(bytes)) }

  /// A hash that was made elsewhere.
  static func hexadecimal(digest: [UInt8]) -> String {
    digest.map { byte in
      let text = String(byte, radix: 16)
      return text.utf8.count == 2 ? text : "0" + text
    }.joined()
  }
}
