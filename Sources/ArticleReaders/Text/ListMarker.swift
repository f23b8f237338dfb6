import ArticleModel

/// The bullet or number that a list item begins with.
struct ListMarker {
  var isOrdered: Bool
  /// The number of an ordered item; 0 for a bullet.
  var number: Int
  /// The first byte of the item's text.
  var body: Int

  /// Reads the marker of a line's content: `- `, `* `, `• `, `3. `, `3) `; `nil` where there is none.
  static func parse(_ bytes: Span<UInt8>, _ content: Range<Int>) -> ListMarker? {
    guard content.count > 2 else { return nil }
    let start = content.lowerBound
    switch bytes[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      guard bytes[start + 1] == 0x20 || bytes[start + 1] == 0x09 else { return nil }
      return ListMarker(
        isOrdered: false, number: 0, body: skipSpace(bytes, start + 1, content.upperBound))
    case 0xE2:
      let scalar = (bytes[start + 1], bytes[start + 2])
      // • ‣ – — ▪ ● ■ □ ◦
      let isBullet =
        scalar == (0x80, 0xA2) || scalar == (0x80, 0xA3) || scalar == (0x80, 0x93)
        || scalar == (0x80, 0x94)
        || scalar == (0x96, 0xAA) || scalar == (0x97, 0x8F) || scalar == (0x96, 0xA0)
        || scalar == (0x97, 0xA6)
      guard isBullet, start + 3 < content.upperBound,
        whiteSpaceWidth(bytes, at: start + 3, end: content.upperBound) > 0
      else { return nil }
      return ListMarker(
        isOrdered: false, number: 0, body: skipSpace(bytes, start + 3, content.upperBound))
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      guard let (value, after) = NoteLabelParser.number(bytes, start, content.upperBound),
        after + 1 < content.upperBound,
        bytes[after] == UInt8(ascii: ".") || bytes[after] == UInt8(ascii: ")"),
        bytes[after + 1] == 0x20
      else { return nil }
      return ListMarker(
        isOrdered: true, number: value, body: skipSpace(bytes, after + 1, content.upperBound))
    default: return nil
    }
  }

  private static func skipSpace(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, case let width = whiteSpaceWidth(bytes, at: index, end: end), width > 0 {
      index += width
    }
    return index
  }
}
