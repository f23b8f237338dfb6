import ArticleModel

/// Turns the bytes of a file into valid UTF-8.
enum SourceDecoder {
  /// The decoded bytes, and what was wrong with the file.
  struct Decoded {
    var bytes: [UInt8]
    var diagnostics: [Diagnostic] = []
  }

  /// Decodes UTF-8, or UTF-16 with a byte order mark; bytes that fit neither become U+FFFD.
  ///
  /// The source of a file in valid UTF-8 is the file itself, byte for byte, so offsets are those of the file.
  static func decode(_ bytes: [UInt8]) -> Decoded {
    if bytes.starts(with: [0xFF, 0xFE]) { return decodeUTF16(bytes, isLittleEndian: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return decodeUTF16(bytes, isLittleEndian: false) }
    if UTF8Check.isValid(bytes.span) { return Decoded(bytes: bytes) }
    return repair(bytes)
  }

  private static func decodeUTF16(_ bytes: [UInt8], isLittleEndian: Bool) -> Decoded {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      isLittleEndian
        ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
        : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
    }
    var decoded = Decoded(bytes: Array(String(decoding: units, as: UTF16.self).utf8))
    let order = isLittleEndian ? "little-endian" : "big-endian"
    decoded.diagnostics.append(
      Diagnostic(
        .encodingConverted, .info,
        "converted from UTF-16 (\(order)); byte offsets count in the UTF-8 text", at: 0))
    if bytes.count % 2 == 1 {
      decoded.diagnostics.append(
        Diagnostic(
          .encodingInvalid, .warning, "the last byte is half a UTF-16 unit and was dropped",
          at: max(0, decoded.bytes.count - 1)))
    }
    return decoded
  }

  /// Replaces each maximal ill-formed sequence by U+FFFD (Unicode 15, section 3.9, best practice).
  private static func repair(_ bytes: [UInt8]) -> Decoded {
    var decoded = Decoded(bytes: [])
    decoded.bytes.reserveCapacity(bytes.count + 64)
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var replaced = 0
    var firstOffset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): decoded.bytes.append(contentsOf: scalar)
      case .error:
        if replaced == 0 { firstOffset = decoded.bytes.count }
        replaced += 1
        decoded.bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
      case .emptyInput:
        let what = replaced == 1 ? "a byte sequence is" : "\(replaced) byte sequences are"
        decoded.diagnostics.append(
          Diagnostic(
            .encodingInvalid, .warning, "\(what) not UTF-8 and stand as U+FFFD; the first is here",
            at: firstOffset))
        return decoded
      }
    }
  }
}
