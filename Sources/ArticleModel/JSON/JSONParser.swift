/// Reads JSON text (RFC 8259) into a `JSONValue`.
///
/// Nesting is bounded, so that no input overflows the stack.
public struct JSONParser: ~Copyable {
  /// The deepest nesting that is read.
  public static let maximumDepth = 512

  private let bytes: [UInt8]
  private var index: Int
  private let end: Int
  private var depth = 0

  /// Reads the one value that `bytes` holds.
  public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    try parse(bytes, in: 0..<bytes.count)
  }

  /// Reads the one value that a range of `bytes` holds; offsets in errors count from the start of the range.
  public static func parse(_ bytes: [UInt8], in range: Range<Int>) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes: bytes, index: range.lowerBound, end: range.upperBound)
    do throws(JSONError) {
      parser.skipSpace()
      let value = try parser.value()
      parser.skipSpace()
      guard parser.index == parser.end else { throw parser.fault("text after the value") }
      return value
    } catch {
      throw JSONError(offset: error.offset - range.lowerBound, problem: error.problem)
    }
  }

  /// Reads the string that a range of `bytes` holds, and keeps bytes of it that are no UTF-8.
  public static func stringBytes(
    _ bytes: [UInt8], in range: Range<Int>
  ) throws(JSONError) -> [UInt8] {
    var parser = JSONParser(bytes: bytes, index: range.lowerBound, end: range.upperBound)
    parser.skipSpace()
    guard parser.next == UInt8(ascii: "\"") else { throw parser.fault("a string is expected") }
    return try parser.string { Array($0) }
  }

  private init(bytes: [UInt8], index: Int, end: Int) {
    self.bytes = bytes
    self.index = index
    self.end = end
  }

  private func fault(_ problem: String) -> JSONError { JSONError(offset: index, problem: problem) }

  private var next: UInt8? { index < end ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case .some(UInt8(ascii: "0")...UInt8(ascii: "9")), UInt8(ascii: "-"): return try number()
    case nil: throw fault("the text ends where a value is expected")
    default: throw fault("a value is expected")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError)
    -> JSONValue
  {
    for offset in 0..<word.utf8CodeUnitCount
    where index + offset >= end || bytes[index + offset] != word.utf8Start[offset] {
      throw fault("a value is expected")
    }
    index += word.utf8CodeUnitCount
    return value
  }

  private mutating func enter() throws(JSONError) {
    depth += 1
    if depth > JSONParser.maximumDepth {
      throw fault("nested deeper than \(JSONParser.maximumDepth)")
    }
    index += 1
    skipSpace()
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    try enter()
    defer { depth -= 1 }
    var elements: [JSONValue] = []
    if next == UInt8(ascii: "]") {
      index += 1
      return .array(elements)
    }
    while true {
      elements.append(try value())
      if try endsAfterElement(UInt8(ascii: "]")) { return .array(elements) }
    }
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    try enter()
    defer { depth -= 1 }
    var members: [JSONMember] = []
    if next == UInt8(ascii: "}") {
      index += 1
      return .object(members)
    }
    while true {
      guard next == UInt8(ascii: "\"") else { throw fault("a key in quotation marks is expected") }
      let key = try string()
      skipSpace()
      guard next == UInt8(ascii: ":") else { throw fault("':' is expected after a key") }
      index += 1
      skipSpace()
      members.append(JSONMember(key, try value()))
      if try endsAfterElement(UInt8(ascii: "}")) { return .object(members) }
    }
  }

  private mutating func endsAfterElement(_ bracket: UInt8) throws(JSONError) -> Bool {
    skipSpace()
    if next == bracket {
      index += 1
      return true
    }
    guard next == UInt8(ascii: ",") else {
      throw fault("',' or '\(Character(Unicode.Scalar(bracket)))' is expected")
    }
    index += 1
    skipSpace()
    return false
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = index
    if next == UInt8(ascii: "-") { index += 1 }
    let firstDigit = index
    skipDigits()
    guard index > firstDigit, bytes[firstDigit] != UInt8(ascii: "0") || index == firstDigit + 1
    else {
      throw fault("not a number")
    }
    var isWhole = true
    if next == UInt8(ascii: ".") {
      isWhole = false
      index += 1
      try requireDigits()
    }
    if let byte = next, byte | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      index += 1
      if let sign = next, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { index += 1 }
      try requireDigits()
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isWhole, let value = Int(text) { return .integer(value) }
    return .number(Double(text) ?? 0)
  }

  private mutating func skipDigits() {
    while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { index += 1 }
  }

  private mutating func requireDigits() throws(JSONError) {
    let start = index
    skipDigits()
    if index == start { throw fault("a digit is expected") }
  }

  private mutating func string() throws(JSONError) -> String {
    try string { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads a string and makes something of its bytes, which are copied where it has escapes alone.
  private mutating func string<Result>(
    _ make: (ArraySlice<UInt8>) -> Result
  ) throws(JSONError) -> Result {
    index += 1
    var text: [UInt8] = []
    while true {
      let start = index
      while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
        index += 1
      }
      let run = bytes[start..<index]
      switch next {
      case UInt8(ascii: "\""):
        index += 1
        if text.isEmpty { return make(run) }
        text += run
        return make(text[...])
      case UInt8(ascii: "\\"):
        index += 1
        text += run
        try appendEscaped(to: &text)
      case nil: throw fault("a string without its end")
      default: throw fault("a control character in a string")
      }
    }
  }

  private mutating func appendEscaped(to text: inout [UInt8]) throws(JSONError) {
    guard let byte = next else { throw fault("a string without its end") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try escapedScalar()).utf8)
    default: throw fault("an unknown escape")
    }
  }

  /// A `\u` escape, or a pair of them for a scalar beyond U+FFFF; U+FFFD for half a pair.
  private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
    let first = try hexadecimal()
    guard first & 0xFC00 == 0xD800, index + 1 < end, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    let back = index
    index += 2
    let second = try hexadecimal()
    guard second & 0xFC00 == 0xDC00 else {
      index = back
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    guard index + 4 <= end,
      let value = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw fault("four hexadecimal digits are expected") }
    index += 4
    return value
  }
}

/// What is wrong with a JSON text, and where.
public struct JSONError: Error, Hashable, CustomStringConvertible {
  /// The byte at which it was noticed, counted from 0.
  public var offset: Int
  /// What is wrong.
  public var problem: String

  public var description: String { "not valid JSON at byte \(offset + 1): \(problem)" }
}
