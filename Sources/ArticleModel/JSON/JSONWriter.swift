/// Writes JSON text into a byte array, without white space.
///
/// Commas are placed by the writer; the caller opens and closes objects and arrays in pairs.
public struct JSONWriter: ~Copyable {
  /// The text written so far.
  public private(set) var bytes: [UInt8]
  private var needsComma = false

  /// Starts a text; what `bytes` holds already stays in front.
  public init(appendingTo bytes: consuming [UInt8] = []) {
    self.bytes = bytes
  }

  /// Gives the text away.
  public consuming func finish() -> [UInt8] { bytes }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// Starts an object as the next value.
  public mutating func beginObject() { begin(UInt8(ascii: "{")) }
  /// Ends the object that was started last.
  public mutating func endObject() { end(UInt8(ascii: "}")) }
  /// Starts an array as the next value.
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }
  /// Ends the array that was started last.
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  /// Writes a key; the next call writes its value.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: ":")])
    needsComma = false
  }

  /// Writes a key that is known only at run time.
  public mutating func key(_ name: String) {
    value(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes a boolean.
  public mutating func value(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes an integer.
  public mutating func value(_ value: Int) {
    separate()
    var digits: InlineArray<20, UInt8> = .init(repeating: 0)
    var count = 0
    var rest = value.magnitude
    repeat {
      digits[count] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    while count > 0 {
      count -= 1
      bytes.append(digits[count])
    }
  }

  /// Writes a number in the shortest form that reads back the same; whole numbers without a fraction.
  ///
  /// NaN and infinities, which JSON cannot say, become `null`.
  public mutating func value(_ value: Double) {
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53 { return self.value(whole) }
    guard value.isFinite else { return null() }
    separate()
    bytes.append(contentsOf: value.description.utf8)
  }

  /// Writes a string.
  public mutating func value(_ text: String) {
    separate()
    appendQuoted(text.utf8Span.span)
  }

  /// Writes a string that is given as UTF-8.
  public mutating func value(utf8 text: Span<UInt8>) {
    separate()
    appendQuoted(text)
  }

  /// Writes part of an array of UTF-8 as a string.
  public mutating func value(_ span: ByteSpan, in arena: [UInt8]) {
    separate()
    appendQuoted(arena.span.extracting(span.range))
  }

  /// Writes text that is JSON already.
  public mutating func raw(_ json: some Collection<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
  }

  private mutating func appendQuoted(_ text: Span<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    text.withUnsafeBufferPointer { text in
      var plain = 0
      var index = 0
      while index < text.count {
        let byte = text[index]
        if byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F
        {
          index += 1
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain..<index]))
        appendEscape(of: byte)
        index += 1
        plain = index
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscape(of byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
    case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
    default:
      let hex = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(hex[Int(byte >> 4)])
      bytes.append(hex[Int(byte & 15)])
    }
  }
}
