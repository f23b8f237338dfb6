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
    var followed: [Int] = []
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
        line.has.contains(.letter) || line.has.contains(.nonASCII),
        line.has.isDisjoint(with: [.pipe, .tab])
      {
        followed.append(TextLayout.columns(line, source))
      }
    }
    isSpaced = filled > 1 && blank * 3 >= filled
    followed.sort()
    guard followed.count >= 4, long * 20 <= filled else {
      isWrapped = false
      width = 0
      return
    }
    let full = followed[followed.count * 9 / 10]
    let near = followed.count { $0 >= full - 16 && $0 <= full + 8 }
    isWrapped = full >= 40 && full <= 100 && near * 2 >= followed.count
    width = isWrapped ? full : 0
  }

  private static func columns(_ line: TextLine, _ source: [UInt8]) -> Int {
    guard line.has.contains(.nonASCII), line.count < 512 else { return line.indent + line.count }
    return line.indent + source[line.content].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }
}
