/// How a text sets its paragraphs.
struct TextLayout {
  /// Whether a paragraph runs over several lines, as in e-mail and in what lynx writes.
  let isWrapped: Bool
  /// The width that lines are wrapped at, in bytes; 0 where they are not.
  let width: Int
  /// Whether blank lines stand between paragraphs.
  let isSpaced: Bool
  /// The indent of most lines: lynx and elinks set paragraphs three columns to the right of their headings.
  let indent: Int

  /// Whether a text browser or a mail program may have laid out the text for a screen.
  var isForScreen: Bool { isWrapped || indent >= 2 }

  /// A line for each paragraph, and blank lines between them.
  static let paragraphs = TextLayout()

  private init() {
    isWrapped = false
    width = 0
    isSpaced = true
    indent = 0
  }

  /// Judges the layout by the lengths of the lines.
  ///
  /// A wrapped text shows in lines that are followed by another line with content: most of them end close to one
  /// width, mostly between 40 and 100 columns. In a text with one paragraph a line, lengths spread widely.
  init(_ lines: [TextLine], _ source: [UInt8]) {
    var followed: [Int] = []
    var blank = 0
    var long = 0
    for index in lines.indices {
      if lines[index].isBlank { blank += 1 }
      if lines[index].count > 120 { long += 1 }
      if index + 1 < lines.count, TextLayout.isFollowed(lines[index], by: lines[index + 1]) {
        followed.append(index)
      }
    }
    let filled = lines.count - blank
    if let full = TextLayout.wrappedWidth(lines, source, followed, filled: filled, long: long) {
      isWrapped = true
      width = full
    } else {
      isWrapped = false
      width = 0
    }
    indent = TextLayout.commonIndent(lines)
    // A paragraph of a dozen lines has one blank line below it.
    isSpaced = filled > 1 && blank * (isWrapped ? 12 : 3) >= filled
  }

  /// Whether a line of running text has another line with content below it.
  private static func isFollowed(_ line: TextLine, by next: TextLine) -> Bool {
    !line.isBlank && !next.isBlank && !line.has.isDisjoint(with: [.letter, .nonASCII])
      && line.has.isDisjoint(with: [.pipe, .tab])
  }

  /// The width that lines are wrapped at, judged by those that are followed by another; `nil` where they are not wrapped.
  private static func wrappedWidth(
    _ lines: [TextLine], _ source: [UInt8], _ followed: [Int], filled: Int, long: Int
  ) -> Int? {
    guard followed.count >= 4 else { return nil }
    // How many of those lines have each width; what is wider than any wrapped line counts as one width.
    var widths = [Int](repeating: 0, count: widest + 1)
    for index in followed { widths[min(columns(lines[index], source), widest)] += 1 }
    // Nine tenths of the lines are no wider.
    var full = 0
    var narrower = widths[0]
    while narrower <= followed.count * 9 / 10, full < widest {
      full += 1
      narrower += widths[full]
    }
    guard full >= 40, full < widest else { return nil }
    let areFull = {
      followed.count >= 12 && fullLines(lines, source, full) * 10 >= followed.count * 3
    }
    if long * 20 <= filled {
      let near = widths[max(0, full - 16)...min(widest, full + 8)].reduce(0, +)
      return full <= 100 && (near * 2 >= followed.count || full >= 55 && areFull()) ? full : nil
    }
    // Lines as wide as paragraphs are wrapped where the next word would have been too much for many of them.
    let wider = { lines.count { columns($0, source) > full + 8 } }
    return areFull() && wider() * 10 <= filled ? full : nil
  }

  private static func commonIndent(_ lines: [TextLine]) -> Int {
    var counts = [Int](repeating: 0, count: 16)
    for line in lines where !line.isBlank && line.indent < counts.count { counts[line.indent] += 1 }
    return counts.indices.max { counts[$0] < counts[$1] } ?? 0
  }

  /// How many lines are so wide that the first word of the next would not have fitted: in a text that holds much code,
  /// whose lines are of all widths, these show that the rest is wrapped.
  private static func fullLines(_ lines: [TextLine], _ source: [UInt8], _ width: Int) -> Int {
    lines.indices.dropLast().count { index in
      guard !lines[index].isBlank, !lines[index + 1].isBlank,
        lines[index].has.isDisjoint(with: [.pipe, .tab])
      else { return false }
      let next = source[lines[index + 1].content].prefix { $0 > 0x20 }.count
      return columns(lines[index], source) + 1 + next > width
    }
  }

  /// More columns than text browsers wrap at.
  private static let widest = 1024

  /// The column at which a line ends.
  static func columns(_ line: TextLine, _ source: [UInt8]) -> Int {
    guard line.has.contains(.nonASCII), line.count < 512 else { return line.indent + line.count }
    return line.indent + source[line.content].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }
}
