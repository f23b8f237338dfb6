import ArticleModel
import Bytes

/// Finds the marker of a note in the source, of which the arena has the text alone.
enum MarkerPlace {
  /// The first place of a marker in a part of the source: its label between signs, not within a tag, a word or an address.
  ///
  /// - Parameter beginsLine: whether it begins a line, as the label of a definition does.
  static func find(
    _ marker: ArraySlice<UInt8>, beginsLine: Bool = false, in range: Range<Int>,
    _ builder: borrowing ArticleBuilder
  ) -> Range<Int>? {
    let label = core(of: marker)
    let source = builder.source
    let isHTML = builder.format == .html
    // A place that has the marker's brackets is best; markup may stand between them and the label.
    var second: Range<Int>?
    var start = range.lowerBound
    while start - (second?.upperBound ?? start) < farthest,
      let found = next(label, in: start..<range.upperBound, of: source, isHTML: isHTML)
    {
      let place = withBrackets(source, found, marker, range)
      start = found.upperBound
      if beginsLine, !self.beginsLine(source, place, isHTML: isHTML) { continue }
      if place.count > found.count || label.count == marker.count { return place }
      if second == nil { second = place }
    }
    return second
  }

  /// How many bytes behind a place without the marker's brackets one with them is looked for.
  private static let farthest = 1024

  /// The next place of a label.
  private static func next(
    _ label: ArraySlice<UInt8>, in range: Range<Int>, of source: [UInt8], isHTML: Bool
  ) -> Range<Int>? {
    guard let first = label.first else { return nil }
    var index = range.lowerBound
    while index + label.count <= range.upperBound {
      if source[index] == UInt8(ascii: "<"), isHTML {
        index = tagEnd(source, index, range.upperBound)
      } else if source[index] == first,
        source[index..<index + label.count].elementsEqual(label),
        standsAlone(source, index..<index + label.count, range)
      {
        return index..<index + label.count
      } else {
        index += 1
      }
    }
    return nil
  }

  /// Whether a line end or a tag stands before a place; in HTML a line end is a space.
  private static func beginsLine(_ source: [UInt8], _ place: Range<Int>, isHTML: Bool) -> Bool {
    var index = place.lowerBound
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || isHTML && byte < 0x20 }
    while index > 0, isSpace(source[index - 1]) { index -= 1 }
    return index == 0 || source[index - 1] == UInt8(ascii: ">") || source[index - 1] < 0x20
  }

  /// A marker without the brackets, spaces and points around its label.
  private static func core(of marker: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isDress(_ byte: UInt8) -> Bool {
      HTMLNoteLabel.isDress(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "^") || byte == UInt8(ascii: "\\")
    }
    let label = marker.drop(while: isDress)
    guard let last = label.lastIndex(where: { !isDress($0) }) else { return [] }
    return label[...last]
  }

  /// The byte after a tag.
  private static func tagEnd(_ source: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start + 1
    while index < end, source[index] != UInt8(ascii: ">") { index += 1 }
    return min(index + 1, end)
  }

  private static func standsAlone(_ source: [UInt8], _ label: Range<Int>, _ range: Range<Int>)
    -> Bool
  {
    if label.upperBound < range.upperBound, source[label.upperBound - 1] < 0x80,
      isWord(source[label.upperBound])
    {
      return false
    }
    guard label.lowerBound > range.lowerBound, source[label.lowerBound] < 0x80 else { return true }
    let before = source[label.lowerBound - 1]
    return !isWord(before) && !"/#=&.".utf8.contains(before)
  }

  private static func isWord(_ byte: UInt8) -> Bool { ASCII.isDigit(byte) || ASCII.isLetter(byte) }

  /// The label with the brackets that the marker has as well.
  private static func withBrackets(
    _ source: [UInt8], _ label: Range<Int>, _ marker: ArraySlice<UInt8>, _ range: Range<Int>
  ) -> Range<Int> {
    var (start, end) = (label.lowerBound, label.upperBound)
    if let open = marker.first, HTMLNoteLabel.isDress(open), open > 0x20 {
      while start > range.lowerBound, source[start - 1] == UInt8(ascii: "\\") { start -= 1 }
      if start > range.lowerBound, source[start - 1] == open { start -= 1 }
      if start > range.lowerBound, source[start - 1] == UInt8(ascii: "\\") { start -= 1 }
    }
    if let close = marker.last, HTMLNoteLabel.isDress(close), close > 0x20 {
      if end < range.upperBound, source[end] == UInt8(ascii: "\\") { end += 1 }
      if end < range.upperBound, source[end] == close { end += 1 }
    }
    return start..<end
  }
}
