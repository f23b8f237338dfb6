import ArticleModel
import TextAnalysis

/// Turns the bytes of a file into valid UTF-8.
enum SourceDecoder {
  /// The decoded bytes, and what was wrong with the file.
  struct Decoded {
    var bytes: [UInt8]
    var diagnostics: [Diagnostic] = []
  }

  /// Decodes UTF-8, or UTF-16 with a byte order mark, or the character set that was declared; bytes that do not
  /// fit become U+FFFD.
  ///
  /// What is valid UTF-8 is taken for it whatever was declared: no text of another set is so by chance. The source
  /// is then the file itself, byte for byte, so offsets are those of the file.
  ///
  /// - Parameter declared: what came with the bytes or stands in them, asked for only when they are not UTF-8.
  static func decode(_ bytes: [UInt8], declared: @autoclosure () -> CharacterSet? = nil) -> Decoded
  {
    if bytes.starts(with: [0xFF, 0xFE]) { return decodeUTF16(bytes, isLittleEndian: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return decodeUTF16(bytes, isLittleEndian: false) }
    if UTF8Check.isValid(bytes.span) { return Decoded(bytes: bytes) }
    let (repaired, isMostlyUTF8) = repair(bytes)
    if !isMostlyUTF8, let set = declared(), let text = set.utf8(bytes) {
      return Decoded(bytes: text, diagnostics: [converted(from: set.name)])
    }
    return repaired
  }

  private static func converted(from name: String) -> Diagnostic {
    Diagnostic(
      .encodingConverted, .info, "converted from \(name); byte offsets count in the UTF-8 text",
      at: 0)
  }

  private static func decodeUTF16(_ bytes: [UInt8], isLittleEndian: Bool) -> Decoded {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      isLittleEndian
        ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
        : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
    }
    var decoded = Decoded(bytes: Array(String(decoding: units, as: UTF16.self).utf8))
    let order = isLittleEndian ? "little-endian" : "big-endian"
    decoded.diagnostics.append(converted(from: "UTF-16 (\(order))"))
    if bytes.count % 2 == 1 {
      decoded.diagnostics.append(
        Diagnostic(
          .encodingInvalid, .warning, "the last byte is half a UTF-16 unit and was dropped",
          at: max(0, decoded.bytes.count - 1)))
    }
    return decoded
  }

  /// Replaces each maximal ill-formed sequence by U+FFFD (Unicode 15, section 3.9, best practice).
  ///
  /// A text cut in the middle of a scalar, or with a quotation from elsewhere, is still UTF-8: in other character
  /// sets nearly every letter beyond ASCII is ill-formed, not one in eight.
  private static func repair(_ bytes: [UInt8]) -> (Decoded, isMostlyUTF8: Bool) {
    var decoded = Decoded(bytes: [])
    decoded.bytes.reserveCapacity(bytes.count + 64)
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var beyondASCII = 0
    var replaced = 0
    var firstOffset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar):
        decoded.bytes.append(contentsOf: scalar)
        if scalar.count > 1 { beyondASCII += 1 }
      case .error:
        if replaced == 0 { firstOffset = decoded.bytes.count }
        replaced += 1
        decoded.bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
      case .emptyInput:
        let what =
          replaced == 1
          ? "a byte sequence is not UTF-8 and stands"
          : "\(replaced) byte sequences are not UTF-8 and stand"
        decoded.diagnostics.append(
          Diagnostic(
            .encodingInvalid, .warning, "\(what) as U+FFFD; the first is here",
            at: firstOffset))
        return (decoded, isMostlyUTF8: replaced * 8 <= beyondASCII)
      }
    }
  }
}
