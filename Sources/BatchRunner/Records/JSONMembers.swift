import Glibc

/// Goes through the members of the JSON object that a line holds, without reading their values.
///
/// It finds the ends of strings and brackets only: a few percent of the cost of parsing, for lines that are
/// passed on as they are. What else is wrong with a value, its reader will say.
struct JSONMembers: Sequence, IteratorProtocol {
  /// A key without its quotation marks, escapes left as they are, and the bytes of its value.
  struct Member {
    var key: Range<Int>
    var value: Range<Int>
  }

  private let bytes: [UInt8]
  private var index: Int
  private let end: Int
  /// Whether all members were seen and nothing follows the object.
  private(set) var isWhole = false

  /// Starts at the first member; `nil` where the bytes, or those in `range`, do not begin an object.
  init?(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    index = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
    skipSpace()
    guard byte == UInt8(ascii: "{") else { return nil }
    index += 1
    skipSpace()
    if byte == UInt8(ascii: "}") { finish() }
  }

  mutating func next() -> Member? {
    guard !isWhole, let quoted = string() else { return nil }
    skipSpace()
    guard byte == UInt8(ascii: ":") else { return nil }
    index += 1
    skipSpace()
    let start = index
    guard skipValue(), index > start else { return nil }
    let value = start..<index
    skipSpace()
    switch byte {
    case UInt8(ascii: ","):
      index += 1
      skipSpace()
    case UInt8(ascii: "}"): finish()
    default: return nil
    }
    return Member(key: quoted.lowerBound + 1..<quoted.upperBound - 1, value: value)
  }

  private var byte: UInt8? { index < end ? bytes[index] : nil }

  private mutating func finish() {
    index += 1
    skipSpace()
    isWhole = index == end
  }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  /// Passes over a string; its range with both quotation marks.
  private mutating func string() -> Range<Int>? {
    guard byte == UInt8(ascii: "\"") else { return nil }
    let start = index
    index += 1
    while let byte {
      index += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == UInt8(ascii: "\"") { return start..<index }
    }
    return nil
  }

  private mutating func skipValue() -> Bool {
    var depth = 0
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        guard string() != nil else { return false }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        index += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return true }
        depth -= 1
        index += 1
      case UInt8(ascii: ",") where depth == 0: return true
      case 0x20 where depth == 0, 0x0A where depth == 0, 0x0D where depth == 0,
        0x09 where depth == 0:
        return true
      default: index += 1
      }
    }
    return false
  }
}
