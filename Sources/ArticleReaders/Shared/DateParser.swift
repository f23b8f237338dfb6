import Bytes

/// Reads a line that is a date, in the forms of the main European and East Asian languages.
enum DateParser {
  struct Parsed {
    /// ISO 8601: `2014-08-07`, or `2014-08` where no day is given.
    var date: String
    /// Whether day and month could be meant the other way round (`03/04/2015`).
    var isAmbiguous = false
  }

  /// Reads a line in lower case; `nil` where it holds anything but a date, a weekday, a time and words around them.
  static func parse(_ folded: [UInt8]) -> Parsed? {
    var line = folded[...]
    if let prefix = Lexicon.shared.prefix(of: line, meaning: .date) {
      line = line.dropFirst(prefix.length).drop { $0 == UInt8(ascii: ":") || $0 == 0x20 }
    }
    if line.contains(0xE3) { line = withPlainSpaces(line)[...] }
    guard line.count <= 96, mayHoldYear(line) else { return nil }
    line = firstPart(line)
    return line.count <= 64 ? whole(line) : nil
  }

  /// A line with a space for each that is as wide as an ideograph.
  static func withPlainSpaces(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(line.count)
    var index = line.startIndex
    while index < line.endIndex {
      let isWide = line[index...].starts(with: [0xE3, 0x80, 0x80])
      plain.append(isWide ? 0x20 : line[index])
      index += isWide ? 3 : 1
    }
    return plain
  }

  /// A line up to where the date of a change, the time that reading takes or the name of a newspaper stands:
  /// `3 March 2019 | Updated: 5 March 2019`, `4 March 2021 • 5 min read`, `2021-05-03 来源：北方日报`.
  private static func firstPart(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var part = line
    for index in line.indices.dropFirst().reversed() where partMarkStarts.contains(line[index]) {
      guard let mark = partMarks.first(where: { line[index...].starts(with: $0) }),
        mark.count > 1 || line[index] != 0x20 || mayHoldYear(line[..<index])
      else { continue }
      // What follows may itself be followed, or hold what was cut off: `mis à jour le 06/03/2019`.
      let rests = [part[min(index + mark.count, part.endIndex)...], line[(index + mark.count)...]]
        .map { $0.drop { $0 == 0x20 } }
      if rests.contains(where: { isReadingTime($0) || isLaterDate($0) || isSource($0) }) {
        part = line[..<index]
      }
    }
    return part
  }

  /// Whether the name of a newspaper is all there is, without the author behind it.
  private static func isSource(_ part: ArraySlice<UInt8>) -> Bool {
    Lexicon.shared.prefix(of: part, meaning: .source) != nil
      && !part.indices.contains { index in
        part[index] == 0x20
          && Lexicon.shared.prefix(of: part[(index + 1)...], meaning: .byline) != nil
      }
  }

  private static func isReadingTime(_ part: ArraySlice<UInt8>) -> Bool {
    part.first.map(ASCII.isDigit) == true
      && part.withUnsafeBytes { ByteSearch.contains(minutes, in: $0) }
  }

  /// Whether a word such as *Updated* and a date are all there is.
  private static func isLaterDate(_ part: ArraySlice<UInt8>) -> Bool {
    guard let prefix = Lexicon.shared.prefix(of: part, meaning: .date) else { return false }
    let date = part.dropFirst(prefix.length).drop { $0 == UInt8(ascii: ":") || $0 == 0x20 }
    return date.count <= 64 && whole(date) != nil || isSpanOfTime(date)
  }

  /// `2 hours ago`, `há 2 anos`
  private static func isSpanOfTime(_ text: ArraySlice<UInt8>) -> Bool {
    text.count <= 32 && text.contains(where: ASCII.isDigit) && text.count { $0 == 0x20 } <= 3
  }

  private static let partMarks = ["|", "·", "•", ", ", "– ", "- ", "(", " "].map { Array($0.utf8) }
  /// The bytes that those begin with.
  private static let partMarkStarts: ByteSet = {
    var starts = ByteSet()
    for mark in partMarks { starts.insert(mark[0]) }
    return starts
  }()
  /// How most languages begin the word, or shorten it.
  private static let minutes = Array("min".utf8)

  /// Whether four digits stand in a row, or a digit beyond ASCII anywhere, in any case: a look that turns most lines away.
  static func mayHoldYear(_ line: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    for byte in line {
      if byte == 0xD9 || byte == 0xEF { return true }
      digits = ASCII.isDigit(byte) ? digits + 1 : 0
      if digits == 4 { return true }
    }
    // The years of an era are counted from its first.
    guard line.count > 9, let first = line.first else { return false }
    return first >= 0xE4 && first <= 0xE6 && line.contains(where: ASCII.isDigit)
  }
}
