import CHTML

/// Replaces the character references in the value of an attribute.
enum HTMLAttributeValue {
  /// The value with references replaced, as the HTML standard does it in attributes (13.2.5.73).
  ///
  /// The few references that addresses and titles are full of are replaced here; a value with any other is left to gumbo,
  /// which knows the 2,231 names.
  static func decode(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(value.count)
    var index = 0
    while index < value.count {
      guard value[index] == UInt8(ascii: "&") else {
        decoded.append(value[index])
        index += 1
        continue
      }
      var end = index + 1
      if end < value.count, value[end] == UInt8(ascii: "#") { return parsed(value) }
      while end < value.count, isLetterOrDigit(value[end]) { end += 1 }
      if end == index + 1 || end < value.count && value[end] == UInt8(ascii: "=") {
        decoded.append(value[index])  // `?a=1&b=2`
        index += 1
        continue
      }
      guard end < value.count, value[end] == UInt8(ascii: ";"),
        let character = common(value[index + 1..<end])
      else { return parsed(value) }
      decoded.append(character)
      index = end + 1
    }
    return decoded
  }

  private static func common(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> UInt8? {
    if name.elementsEqual("amp".utf8) { return UInt8(ascii: "&") }
    if name.elementsEqual("quot".utf8) { return UInt8(ascii: "\"") }
    if name.elementsEqual("lt".utf8) { return UInt8(ascii: "<") }
    if name.elementsEqual("gt".utf8) { return UInt8(ascii: ">") }
    return nil
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  /// What gumbo makes of the value.
  private static func parsed(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let quote = value.contains(UInt8(ascii: "\"")) ? UInt8(ascii: "'") : UInt8(ascii: "\"")
    guard !value.contains(quote) else { return Array(value) }
    let tag = Array("<a b=".utf8) + [quote] + Array(value) + [quote] + Array(">".utf8)
    let arena = HTMLArena()
    var options = kGumboDefaultOptions
    options.max_errors = 0
    arena.use(in: &options)
    return tag.withUnsafeBufferPointer { buffer in
      let text = UnsafeRawPointer(buffer.baseAddress!).assumingMemoryBound(to: CChar.self)
      var node = gumbo_parse_with_options(&options, text, buffer.count)?.pointee.root
      // html, body, a: the element is the last child each time.
      while let element = node {
        if element.pointee.v.element.tag == GUMBO_TAG_A {
          guard let found = gumbo_get_attribute(&element.pointee.v.element.attributes, "b") else {
            break
          }
          return Array(UnsafeBufferPointer(cString: found.pointee.value))
        }
        let children = element.pointee.v.element.children
        guard children.length > 0 else { break }
        node = children.data[Int(children.length) - 1]?.assumingMemoryBound(to: GumboNode.self)
      }
      return Array(value)
    }
  }
}
