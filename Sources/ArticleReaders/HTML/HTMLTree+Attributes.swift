import CHTML
import Glibc

extension HTMLTree {
  /// The attributes of an element as they stand in the source.
  func attributes(of index: Int) -> ArraySlice<HTMLSkeleton.Attribute> {
    let piece = Int(elements[index].piece)
    guard piece >= 0 else { return [] }
    let first = Int(page.pieces[piece].attributes)
    let end =
      piece + 1 < page.pieces.count
      ? Int(page.pieces[piece + 1].attributes) : page.attributes.count
    return page.attributes[first..<max(first, end)]
  }

  /// The value of an attribute, or `nil` where the element does not have it.
  func attribute(_ name: StaticString, of index: Int) -> UnsafeBufferPointer<UInt8>? {
    guard elements[index].piece >= 0 else { return nil }
    let attributes = attributes(of: index)
    for position in attributes.indices where isNamed(name, attributes[position]) {
      return value(of: position)
    }
    return nil
  }

  /// The value of an attribute as a string, or `nil`.
  func string(_ name: StaticString, of index: Int) -> String? {
    attribute(name, of: index).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether an attribute has a name, written here in lower case.
  func isNamed(_ name: StaticString, _ attribute: HTMLSkeleton.Attribute) -> Bool {
    guard Int(attribute.nameCount) == name.utf8CodeUnitCount else { return false }
    let start = Int(attribute.nameStart)
    for offset in 0..<name.utf8CodeUnitCount
    where HTMLTagName.lower(source[start + offset]) != name.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The value of an attribute of the page, with character references replaced.
  func value(of position: Int) -> UnsafeBufferPointer<UInt8> {
    let attribute = page.attributes[position]
    let start = Int(attribute.valueStart)
    let raw = slice(start..<start + Int(attribute.valueCount))
    guard let base = raw.baseAddress, memchr(base, Int32(UInt8(ascii: "&")), raw.count) != nil
    else {
      return raw
    }
    if let known = decodedValues[position] { return known }
    let decoded = HTMLAttributeValue.decode(raw)
    let kept = decoded.withUnsafeBufferPointer { arena.joined([$0]) }
    decodedValues[position] = kept
    return kept
  }
}
