import CLuaBridge

/// The answer of a host function that is being filled; nothing here raises.
struct HostReply {
  let pointer: OpaquePointer

  func boolean(_ value: Bool) { ibid_reply_boolean(pointer, value) }
  func handle(_ value: Int64) { ibid_reply_handle(pointer, value) }

  func text(_ bytes: [UInt8]) {
    bytes.withCharacters { ibid_reply_bytes(pointer, $0, $1) }
  }

  func json(_ bytes: [UInt8]) {
    bytes.withCharacters { ibid_reply_json(pointer, $0, $1) }
  }

  /// Makes the call raise a message, with the plugin's place in front.
  func fail(_ message: String) {
    Array(message.utf8).withCharacters { ibid_reply_error(pointer, $0, $1) }
  }

  /// Makes the call raise "bad argument".
  func badArgument(_ number: Int32, _ message: String) {
    Array(message.utf8).withCharacters { ibid_reply_argument_error(pointer, number, $0, $1) }
  }
}

/// The arguments that Lua gave to a host function.
struct HostArguments {
  let values: UnsafeBufferPointer<ibid_value>

  /// The bytes of a text argument; empty for another kind.
  func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let value = values[index]
    guard value.kind == IBID_BYTES, value.count > 0 else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let start = UnsafeRawPointer(value.bytes!).assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: start, count: value.count)
  }

  func string(_ index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

  func integer(_ index: Int) -> Int? {
    values[index].kind == IBID_INTEGER ? Int(values[index].integer) : nil
  }

  func boolean(_ index: Int) -> Bool { values[index].integer != 0 }

  func isNil(_ index: Int) -> Bool { values[index].kind == IBID_NIL }
}

extension [UInt8] {
  /// Calls `body` with the bytes as C characters and their count.
  func withCharacters<Result>(_ body: (UnsafePointer<CChar>?, Int) -> Result) -> Result {
    withUnsafeBytes { body($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count) }
  }
}

extension ibid_text {
  /// The bytes; empty for nothing.
  var buffer: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: bytes.map { UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self) },
      count: bytes == nil ? 0 : count)
  }
}

extension ibid_span {
  /// A copy of the bytes.
  var array: [UInt8] {
    guard let bytes, count > 0 else { return [] }
    return Array(UnsafeRawBufferPointer(start: bytes, count: count))
  }
}

extension ibid_ranges {
  /// The ranges, as bounds.
  var bounds: [Range<Int>] {
    (0..<count).map { Int(items[$0].start)..<Int(items[$0].start) + Int(items[$0].count) }
  }
}
