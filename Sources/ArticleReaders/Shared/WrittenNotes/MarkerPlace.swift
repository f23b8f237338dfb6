import ArticleModel
import Bytes

/// Finds the marker of a note in the source, of which the arena has the text alone.
enum MarkerPlace {
  /// The first place of a marker in a part of the source: its label between signs, not within a tag, a word or an address.
  ///
  /// A place that is dressed as a marker is best: with the marker's brackets, or raised. Markup and character references may
  /// stand between them and the label, so that any other place is the second best.
  static func find(
    _ marker: ArraySlice<UInt8>, in range: Range<Int>, _ builder: borrowing ArticleBuilder
  ) -> Range<Int>? {
    let label = core(of: marker)
    let source = builder.source
    var second: Range<Int>?
    var start = range.lowerBound
    while start - (second?.upperBound ?? start) < farthest,
      let found = next(label, in: start..<range.upperBound, of: source, builder.format)
    {
      let place = withBrackets(source, found, marker, range)
      start = found.upperBound
      if place.count > found.count || isDressed(source, found, range) { return place }
      if second == nil { second = place }
    }
    return second
  }

  /// Where the line begins whose first word is a label: behind a line end, a break or the start of a block. The tags
  /// and signs before the label are part of the line.
  static func lineStart(
    of label: ArraySlice<UInt8>, in range: Range<Int>, _ builder: borrowing ArticleBuilder
  ) -> Int? {
    let label = core(of: label)
    let source = builder.source
    var start = range.lowerBound
    while let found = next(label, in: start..<range.upperBound, of: source, builder.format) {
      if let line = lineStart(
        source, before: found.lowerBound, from: range.lowerBound, builder.format)
      {
        return line
      }
      start = found.upperBound
    }
    return nil
  }

  /// How many bytes behind a place without the marker's brackets one with them is looked for.
  private static let farthest = 1024

  /// The next place of a label.
  private static func next(
    _ label: ArraySlice<UInt8>, in range: Range<Int>, of source: [UInt8], _ format: ArticleFormat
  ) -> Range<Int>? {
    guard let first = label.first else { return nil }
    var index = range.lowerBound
    while index + label.count <= range.upperBound {
      if source[index] == UInt8(ascii: "<"), format == .html {
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

  /// Where a line begins before whose label nothing stands but signs, tags and character references; `nil` where a word does.
  private static func lineStart(
    _ source: [UInt8], before label: Int, from start: Int, _ format: ArticleFormat
  ) -> Int? {
    var index = label
    while index > start {
      let byte = source[index - 1]
      if byte == 0x0A || byte == 0x0D, format != .html { return index }
      if byte == UInt8(ascii: ">"), let open = tagStart(source, index - 1, from: start) {
        let name = source[(open + 1)..<index].prefix {
          $0 == UInt8(ascii: "/") || ASCII.isLetter($0)
        }
        let isInline = inlineTags.contains { name.elementsEqual($0) }
        guard isInline else { return index }
        index = open
      } else if byte == UInt8(ascii: ";"),
        let open = source[max(start, index - 10)..<index].lastIndex(of: UInt8(ascii: "&"))
      {
        index = open
      } else if byte <= 0x20 || "[(*_\\>".utf8.contains(byte) {
        index -= 1
      } else {
        return nil
      }
    }
    return index
  }

  private static let inlineTags = ["sup", "b", "strong", "i", "em", "a", "span", "font", "small"]
    .map {
      Array($0.utf8)
    }

  /// The byte that opens the tag which closes at `end`.
  private static func tagStart(_ source: [UInt8], _ end: Int, from start: Int) -> Int? {
    let open = source[max(start, end - longestTag)..<end].lastIndex(of: UInt8(ascii: "<"))
    return open.flatMap { $0 + 1 < end ? $0 : nil }
  }

  private static let longestTag = 256

  /// Whether what stands before a label raises or encloses it: a tag, a character reference, a bracket, a superscript digit.
  private static func isDressed(_ source: [UInt8], _ label: Range<Int>, _ range: Range<Int>) -> Bool
  {
    if source[label.lowerBound] >= 0x80 { return true }
    guard label.lowerBound > range.lowerBound else { return false }
    return ">;[(^\\".utf8.contains(source[label.lowerBound - 1])
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
