extension RawReferenceScanner {
  /// A marker with the markup that belongs to it: `[[12]](#n12)`, `<sup>[12]</sup>`, `^[12]`.
  func wrapping(_ marker: Range<Int>, in range: Range<Int>) -> Range<Int> {
    let linked = link(around: marker, in: range) ?? marker
    if linked.lowerBound >= range.lowerBound + Self.openTag.count,
      holds(Self.openTag, at: linked.lowerBound - Self.openTag.count, range),
      holds(Self.closeTag, at: linked.upperBound, range)
    {
      return linked.lowerBound - Self.openTag.count..<linked.upperBound + Self.closeTag.count
    }
    let isRaised =
      linked.lowerBound > range.lowerBound && bytes[linked.lowerBound - 1] == UInt8(ascii: "^")
    return isRaised ? linked.lowerBound - 1..<linked.upperBound : linked
  }

  /// Numbers between tags that some extractors keep: `<sup>12</sup>`, `<sup>1,2</sup>`.
  func tagged(at index: Int, in range: Range<Int>) -> RawReference? {
    guard index > range.lowerBound, holds(Self.openTag, at: index, range) else { return nil }
    return list(
      bytes.span, index + Self.openTag.count, range.upperBound, close: Self.closeTag, .superscript,
      open: index)
  }

  /// The link of Markdown whose text a marker is and which leads to a place on the same page.
  private func link(around marker: Range<Int>, in range: Range<Int>) -> Range<Int>? {
    var (start, end) = (marker.lowerBound, marker.upperBound)
    if start > range.lowerBound, bytes[start - 1] == UInt8(ascii: "["), end < range.upperBound,
      bytes[end] == UInt8(ascii: "]")
    {
      (start, end) = (start - 1, end + 1)
    }
    guard holds(Self.anchor, at: end, range) else { return nil }
    let close = bytes[end..<min(range.upperBound, end + 80)].firstIndex(of: UInt8(ascii: ")"))
    return close.map { start..<$0 + 1 }
  }

  private static let openTag = Array("<sup>".utf8)
  private static let closeTag = Array("</sup>".utf8)
  private static let anchor = Array("(#".utf8)

  private func holds(_ pattern: [UInt8], at index: Int, _ range: Range<Int>) -> Bool {
    index >= range.lowerBound && index + pattern.count <= range.upperBound
      && bytes[index..<index + pattern.count].elementsEqual(pattern)
  }
}
