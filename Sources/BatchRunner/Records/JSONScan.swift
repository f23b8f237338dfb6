import Bytes

/// Finds where JSON values end without reading them: a few percent of the cost of parsing, for text that is passed
/// on as it is.
///
/// It looks at strings and brackets only. What else is wrong with a value, its reader will say.
enum JSONScan {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The first place from `start` on that holds no white space.
  static func skipSpace(_ bytes: Bytes, _ start: Int) -> Int {
    var index = start
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    return index
  }

  /// The place behind the string that begins at `start`; `nil` where none does, or it does not end.
  static func stringEnd(_ bytes: Bytes, _ start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { return nil }
    var index = start + 1
    while true {
      index = ByteScan.first(in: bytes.span, from: index, to: bytes.count) {
        $0.equal(UInt8(ascii: "\"")) | $0.equal(UInt8(ascii: "\\"))
      }
      guard index < bytes.count else { return nil }
      if bytes[index] == UInt8(ascii: "\"") { return index + 1 }
      index += 2
    }
  }

  /// The place behind the value that begins at `start`; `nil` where none does, or it does not end.
  static func valueEnd(_ bytes: Bytes, _ start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        guard let end = stringEnd(bytes, index) else { return nil }
        index = end
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        var nesting = JSONNesting()
        guard let end = nesting.end(in: bytes, from: index) else { return nil }
        index = end
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","):
        return index > start ? index : nil
      case let byte where isSpace(byte): return index > start ? index : nil
      default: index += 1
      }
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
