import Glibc

extension HTMLSkeleton {
  /// Reads the attributes of a tag as the standard does (HTML 13.2.5.32 to 13.2.5.40). Returns the offset after its `>`,
  /// or `nil` where the page ends before.
  mutating func readAttributes(
    from start: Int, _ source: UnsafeBufferPointer<UInt8>
  ) -> (end: Int, closesItself: Bool)? {
    var index = start
    var isSlash = false
    let limit = attributes.count + HTMLSkeleton.mostAttributes
    while index < source.count {
      switch source[index] {
      case 0x3E: return (index + 1, isSlash)
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
        isSlash = false
        index += 1
      case 0x2F:
        isSlash = true
        index += 1
      default:
        isSlash = false
        guard let attribute = attribute(at: &index, source) else { return nil }
        if attributes.count <= limit { attributes.append(attribute) }
      }
    }
    return nil
  }

  func attribute(
    at index: inout Int, _ source: UnsafeBufferPointer<UInt8>
  ) -> Attribute? {
    let name = index
    index += 1  // even `=` begins a name
    name: while index < source.count {
      switch source[index] {
      case 0x3D, 0x3E, 0x2F, 0x20, 0x09, 0x0A, 0x0C, 0x0D: break name
      default: index += 1
      }
    }
    var attribute = Attribute(
      nameStart: UInt32(name), nameCount: UInt32(index - name), valueStart: UInt32(index),
      valueCount: 0)
    var next = index
    while next < source.count, HTMLSkeleton.isSpace(source[next]) { next += 1 }
    guard next < source.count else { return nil }
    guard source[next] == 0x3D else { return attribute }
    next += 1
    while next < source.count, HTMLSkeleton.isSpace(source[next]) { next += 1 }
    guard next < source.count else { return nil }
    let quote = source[next]
    if quote == 0x22 || quote == 0x27 {
      next += 1
      guard
        let close = memchr(source.baseAddress! + next, Int32(quote), source.count - next)
      else { return nil }
      attribute.valueStart = UInt32(next)
      index = UnsafeRawPointer(close) - UnsafeRawPointer(source.baseAddress!)
      attribute.valueCount = UInt32(index - next)
      index += 1
    } else {
      index = next
      while index < source.count, source[index] != 0x3E, !HTMLSkeleton.isSpace(source[index]) {
        index += 1
      }
      attribute.valueStart = UInt32(next)
      attribute.valueCount = UInt32(index - next)
    }
    return attribute
  }

  /// The offset after the `>` of a tag whose attributes do not matter, or `nil` where the page ends before.
  mutating func tagEnd(
    from start: Int, _ source: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    if start < source.count, source[start] == 0x3E { return start + 1 }
    let count = attributes.count
    defer { attributes.removeSubrange(count...) }
    return readAttributes(from: start, source)?.end
  }

  func isLinkedData(_ tag: Range<Int>, _ source: UnsafeBufferPointer<UInt8>) -> Bool {
    find(
      "ld+json", from: tag.lowerBound, in: UnsafeBufferPointer(rebasing: source[..<tag.upperBound]))
      != nil
  }
}
