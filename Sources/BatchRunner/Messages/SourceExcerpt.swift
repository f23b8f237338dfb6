/// The part of a source line around a place, with a caret under the place.
struct SourceExcerpt {
  /// The most columns of the line that are shown.
  private static let width = 88
  /// How many of them stand before the place in a line that is cut.
  private static let lead = 40
  /// How many scalars may stand before the place in a line that is shown from its start.
  private static let longestStart = 68

  /// The line and the caret below it, each with its end.
  let text: String

  /// The same without ends.
  var lines: [String] { text.split(separator: "\n").map(String.init) }

  /// Cuts the excerpt.
  ///
  /// - Parameters:
  ///   - line: the bytes of the line in `source`.
  ///   - offset: the byte of the place, in `line` or at its end.
  ///   - number: the line's number, counted from 1.
  init(_ source: [UInt8], line: Range<Int>, offset: Int, number: Int) {
    let place = min(max(offset, line.lowerBound), line.upperBound)
    // Bytes, not columns, bound what is looked at: a line may have 50 MB.
    var start = SourceExcerpt.place(SourceExcerpt.longestStart, before: place, in: source, line)
    if start > line.lowerBound {
      start = SourceExcerpt.place(SourceExcerpt.lead, before: place, in: source, line)
    }
    let before = SourceExcerpt.shown(source[start..<place])
    let after = SourceExcerpt.shown(
      source[place..<min(line.upperBound, place + 4 * SourceExcerpt.width)])
    let prefix = start > line.lowerBound ? "…" : ""
    let caretColumn = ColumnText.width(prefix) + ColumnText.width(before)
    let tail = ColumnText.cut(after, to: SourceExcerpt.width - caretColumn)
    let margin = "\(number)"
    let blank = String(repeating: " ", count: margin.utf8.count)
    text = """
       \(margin) | \(prefix)\(before)\(tail)
       \(blank) | \(String(repeating: " ", count: caretColumn))^

      """
  }

  /// The byte of a column, counted in scalars from 1, in a line.
  static func offset(ofColumn column: Int, in source: [UInt8], _ line: Range<Int>) -> Int {
    var index = line.lowerBound
    for _ in 1..<max(column, 1) where index < line.upperBound {
      index += 1
      while index < line.upperBound, source[index] & 0xC0 == 0x80 { index += 1 }
    }
    return index
  }

  /// The byte that is `count` scalars before a place, or the start of the line.
  private static func place(
    _ count: Int, before place: Int, in source: [UInt8], _ line: Range<Int>
  ) -> Int {
    var index = place
    for _ in 0..<count where index > line.lowerBound {
      index -= 1
      while index > line.lowerBound, source[index] & 0xC0 == 0x80 { index -= 1 }
    }
    return index
  }

  /// The text without the line's end.
  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    let end = bytes.lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard let end else { return "" }
    return ColumnText.oneLine(String(decoding: bytes[...end], as: UTF8.self))
  }
}
