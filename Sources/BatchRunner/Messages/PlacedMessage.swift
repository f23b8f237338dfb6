import ArticleModel

/// A message about a place in a file, as compilers print theirs: place, level, message, code; then the source line with
/// a caret, and a hint.
public struct PlacedMessage {
  /// The lines of the message, each with its end.
  public let text: String

  /// Renders a message.
  ///
  /// - Parameters:
  ///   - source: the bytes of the file; `nil` where they are not at hand.
  ///   - offset: the byte of the place; `nil` for the file as a whole.
  ///   - level: a severity, or `note` for a place that belongs to the message before.
  public init(
    path: String, source: [UInt8]?, offset: Int?, level: String, message: String,
    code: String? = nil, hint: String? = nil
  ) {
    var place = path
    var excerpt = ""
    if let source, let offset {
      let offset = min(offset, source.count)
      let start = source[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let end = source[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count
      let number = source[..<start].count { $0 == UInt8(ascii: "\n") } + 1
      let column = source[start..<offset].count { $0 & 0xC0 != 0x80 } + 1
      place += ":\(number):\(column)"
      excerpt = SourceExcerpt(source, line: start..<end, offset: offset, number: number).text
    }
    text =
      "\(place): \(level): \(ColumnText.oneLine(message))\(code.map { " [\($0)]" } ?? "")\n"
      + excerpt
      + (hint.map { "  hint: \($0)\n" } ?? "")
  }
}
