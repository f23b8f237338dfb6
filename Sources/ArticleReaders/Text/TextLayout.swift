/// How a text sets its paragraphs.
struct TextLayout {
  /// Whether a paragraph runs over several lines, as in e-mail and in what lynx writes.
  let isWrapped: Bool
  /// The width that lines are wrapped at, in bytes; 0 where they are not.
  let width: Int
  /// Whether blank lines stand between paragraphs.
  let isSpaced: Bool

  /// Judges the layout by the lengths of the lines.
  ///
  /// A wrapped text shows in lines that are followed by another line with content: most of them end close to one
  /// width, between 40 and 100 columns. In a text with one paragraph a line, lengths spread widely.
  init(_ lines: [TextLine], _ source: [UInt8]) {
    var followed = 0
    // How many of those lines have each width; what is wider than any wrapped line counts as one width.
    var widths = [Int](repeating: 0, count: TextLayout.widest + 1)
    var blank = 0
    var filled = 0
    var long = 0
    for (index, line) in lines.enumerated() {
      if line.isBlank {
        blank += 1
        continue
      }
      filled += 1
      if line.count > 120 { long += 1 }
      if index + 1 < lines.count, !lines[index + 1].isBlank,
        !line.has.isDisjoint(with: [.letter, .nonASCII]),
        line.has.isDisjoint(with: [.pipe, .tab])
      {
        followed += 1
        widths[min(TextLayout.columns(line, source), TextLayout.widest)] += 1
      }
    }
    isSpaced = filled > 1 && blank * 3 >= filled
    guard followed >= 4, long * 20 <= filled else {
      isWrapped = false
      width = 0
      return
    }
    // Nine tenths of the lines are no wider.
    var full = 0
    var narrower = widths[0]
    while narrower <= followed * 9 / 10 {
      full += 1
      narrower += widths[full]
    }
    let near = widths[max(0, full - 16)...min(TextLayout.widest, full + 8)].reduce(0, +)
    isWrapped = full >= 40 && full <= 100 && near * 2 >= followed
    width = isWrapped ? full : 0
  }

  /// More columns than any text is wrapped at.
  private static let widest = 120

  private static func columns(_ line: TextLine, _ source: [UInt8]) -> Int {
    guard line.has.contains(.nonASCII), line.count < 512 else { return line.indent + line.count }
    return line.indent + source[line.content].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }
}
