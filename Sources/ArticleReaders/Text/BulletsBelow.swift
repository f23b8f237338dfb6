/// Bullets that stand in lines of their own below their items, as trafilatura 1.8 and 1.9 write lists.
///
/// Each such line becomes blank and a part of the line above it, which from then on is an item.
enum BulletsBelow {
  private static let bullet = UInt8(ascii: "-")
  /// The fewest bullets: one alone may be anything.
  private static let fewest = 2

  static func join(_ source: inout [UInt8], _ lines: inout [TextLine]) {
    let found = lines.indices.filter { line in
      line > 0 && lines[line].count == 1 && source[lines[line].content.lowerBound] == bullet
        && lines[line - 1].count > 1
    }
    guard found.count >= fewest else { return }
    for line in found {
      let end = lines[line].content.upperBound
      source[end - 1] = 0x20
      lines[line].content = end..<end
      lines[line].has = .joined
      lines[line - 1].has.insert(.item)
    }
  }
}

extension TextDocument {
  /// The bullet or number of a list item: what the line begins with, or a bullet on the line below it.
  func listMarker(_ line: Int) -> ListMarker? {
    let content = lines[line].content
    guard lines[line].has.contains(.item) else { return ListMarker.parse(source.span, content) }
    return ListMarker(isOrdered: false, number: 0, body: content.lowerBound)
  }
}
