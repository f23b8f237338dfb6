import CICU

/// The Word_Break class of a scalar, in the groups that the byte path tells apart.
enum WordClass {
  static let other = UInt8(IBID_WORD_OTHER)
  static let letter = UInt8(IBID_WORD_LETTER)
  static let hebrew = UInt8(IBID_WORD_HEBREW)
  static let atSign = UInt8(IBID_WORD_AT_SIGN)
  static let numeric = UInt8(IBID_WORD_NUMERIC)
  static let extendNumLet = UInt8(IBID_WORD_EXTEND_NUM_LET)
  static let extend = UInt8(IBID_WORD_EXTEND)
  static let midLetter = UInt8(IBID_WORD_MID_LETTER)
  static let midNum = UInt8(IBID_WORD_MID_NUM)
  static let midNumLet = UInt8(IBID_WORD_MID_NUM_LET)
  static let singleQuote = UInt8(IBID_WORD_SINGLE_QUOTE)
  static let doubleQuote = UInt8(IBID_WORD_DOUBLE_QUOTE)
  static let complex = UInt8(IBID_WORD_COMPLEX)

  /// Letters, digits and connectors follow each other without a break (WB5, 8–10, 13a, 13b).
  @inline(__always)
  static func isWordPart(_ wordClass: UInt8) -> Bool { wordClass &- letter < 5 }

  /// Letters, and the at sign, which ICU's rules take as one (`name@example.org` is a word).
  @inline(__always)
  static func isLetter(_ wordClass: UInt8) -> Bool { wordClass &- letter < 3 }

  /// Tells whether a segment with this class in it is a word.
  @inline(__always)
  static func makesWord(_ wordClass: UInt8) -> Bool {
    wordClass == letter || wordClass == numeric || wordClass == hebrew
  }

  /// For each byte: 1 where it is an ASCII letter or digit, which makes a word, 2 where it only
  /// stands in one (`_`, `@`), 0 for all others.
  nonisolated(unsafe) static let parts: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    table.initialize(repeating: 0, count: 256)
    for byte in 0..<128 where isWordPart(ScalarTables.wordClasses[byte]) {
      table[byte] = makesWord(ScalarTables.wordClasses[byte]) ? 1 : 2
    }
    return UnsafePointer(table)
  }()

  /// What a byte above 0x7F reads as in the tables for bytes: decode it.
  private static let notASCII: UInt8 = 255

  /// Classes of ASCII bytes.
  nonisolated(unsafe) static let bytes = byteTable(colon: other)

  /// Classes of ASCII bytes where a colon joins letters.
  nonisolated(unsafe) static let bytesWithColon = byteTable(colon: midLetter)

  private static func byteTable(colon: UInt8) -> UnsafePointer<UInt8> {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    table.initialize(repeating: notASCII, count: 256)
    table.update(from: ScalarTables.wordClasses, count: 128)
    table[0x3A] = colon
    return UnsafePointer(table)
  }
}
