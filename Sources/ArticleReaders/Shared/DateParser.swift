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
    var line = folded
    if let prefix = Lexicon.shared.prefix(of: folded, meaning: .date) {
      line = Array(folded[prefix.length...].drop { $0 == UInt8(ascii: ":") || $0 == 0x20 })
    }
    if line.contains(0xE3) { line = withPlainSpaces(line) }
    guard line.count <= 96, mayHoldYear(line) else { return nil }
    line.removeSubrange(firstPart(line).endIndex...)
    return line.count <= 64 ? whole(line) : nil
  }

  /// A line with a space for each that is as wide as an ideograph.
  static func withPlainSpaces(_ line: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(line.count)
    var index = 0
    while index < line.count {
      let isWide = line[index...].starts(with: [0xE3, 0x80, 0x80])
      plain.append(isWide ? 0x20 : line[index])
      index += isWide ? 3 : 1
    }
    return plain
  }

  /// Reads what holds no other date.
  private static func whole(_ line: [UInt8]) -> Parsed? {
    guard let first = line.first else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    let beginsWithDigit = ASCII.isDigit(first) || first == 0xD9 || first == 0xEF
    return eastAsian(text) ?? (first >= 0xE4 ? japaneseEra(text) : nil)
      ?? (beginsWithDigit ? numeric(text) : nil) ?? worded(words(text))
  }

  /// A line up to where the date of a change, the time that reading takes or the name of a newspaper stands:
  /// `3 March 2019 | Updated: 5 March 2019`, `4 March 2021 • 5 min read`, `2021-05-03 来源：北方日报`.
  private static func firstPart(_ line: [UInt8]) -> ArraySlice<UInt8> {
    var part = line[...]
    for index in line.indices.dropFirst().reversed() where partMarkStarts.contains(line[index]) {
      guard let mark = partMarks.first(where: { line[index...].starts(with: $0) }),
        mark.count > 1 || line[index] != 0x20 || mayHoldYear(Array(line[..<index]))
      else { continue }
      // What follows may itself be followed, or hold what was cut off: `mis à jour le 06/03/2019`.
      let rests = [part[min(index + mark.count, part.endIndex)...], line[(index + mark.count)...]]
        .map { Array($0.drop { $0 == 0x20 }) }
      if rests.contains(where: { isReadingTime($0) || isLaterDate($0) || isSource($0) }) {
        part = line[..<index]
      }
    }
    return part
  }

  /// Whether the name of a newspaper is all there is, without the author behind it.
  private static func isSource(_ part: [UInt8]) -> Bool {
    Lexicon.shared.prefix(of: part, meaning: .source) != nil
      && !part.indices.contains { index in
        part[index] == 0x20
          && Lexicon.shared.prefix(of: Array(part[(index + 1)...]), meaning: .byline) != nil
      }
  }

  private static func isReadingTime(_ part: [UInt8]) -> Bool {
    part.first.map(ASCII.isDigit) == true && ByteSearch.contains(minutes, in: part)
  }

  /// Whether a word such as *Updated* and a date are all there is.
  private static func isLaterDate(_ part: [UInt8]) -> Bool {
    guard let prefix = Lexicon.shared.prefix(of: part, meaning: .date) else { return false }
    let date = part[prefix.length...].drop { $0 == UInt8(ascii: ":") || $0 == 0x20 }
    return date.count <= 64 && whole(Array(date)) != nil || isSpanOfTime(date)
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

  /// Whether four digits stand in a row, or a digit beyond ASCII anywhere: a look that turns most lines away.
  private static func mayHoldYear(_ line: [UInt8]) -> Bool {
    var digits = 0
    for byte in line {
      if byte == 0xD9 || byte == 0xEF { return true }
      digits = ASCII.isDigit(byte) ? digits + 1 : 0
      if digits == 4 { return true }
    }
    // The years of an era are counted from its first.
    return line.count > 9 && line[0] >= 0xE4 && line[0] <= 0xE6
      && line.contains(where: ASCII.isDigit)
  }

  private static func iso(_ year: Int, _ month: Int, _ day: Int?) -> String? {
    guard (1000...2199).contains(year), (1...12).contains(month),
      day.map({ (1...31).contains($0) }) ?? true
    else { return nil }
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(two(month))" + (day.map { "-" + two($0) } ?? "")
  }

  /// `2019年5月12日`, `2019년 5월 12일`; a weekday in brackets may follow.
  private static func eastAsian(_ text: String) -> Parsed? {
    var numbers: [Int] = []
    var marks: [Unicode.Scalar] = []
    var current: Int?
    for scalar in text.unicodeScalars {
      if let digit = digit(scalar) {
        current = (current ?? 0) * 10 + digit
        if current! > 9999 { return nil }
        continue
      }
      switch scalar {
      case "年", "년", "月", "월", "日", "일":
        guard let number = current else {
          if marks.count >= 2 { continue }  // the 日 of a weekday
          return nil
        }
        numbers.append(number)
        marks.append(scalar)
        current = nil
      case " ", "\u{A0}", "(", ")", "（", "）", "曜", "火", "水", "木", "金", "土", "요", "화", "수", "목", "금",
        "토", "星", "期", "一",
        "二", "三", "四", "五", "六", ":", "时", "時", "分", "秒", "시", "분", "초":
        if scalar != " ", scalar != ":", marks.isEmpty { return nil }
        current = scalar == ":" || marks.count >= 2 ? nil : current
      default: return nil
      }
    }
    guard numbers.count >= 2, marks.count >= 2 else { return nil }
    return iso(numbers[0], numbers[1], numbers.count > 2 ? numbers[2] : nil).map {
      Parsed(date: $0)
    }
  }

  /// The eras of modern Japan and the years before their first.
  private static let eras: [(String, Int)] = [
    ("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("明治", 1867),
  ]

  /// `令和3年3月5日`, `平成元年1月8日`
  private static func japaneseEra(_ text: String) -> Parsed? {
    guard let (era, before) = eras.first(where: { text.hasPrefix($0.0) }) else { return nil }
    let rest = text.dropFirst(era.count)
    let year = rest.prefix { $0 != "年" }
    let number = year == "元" ? 1 : self.number(year.drop { $0 == " " })
    guard let number, (1...99).contains(number) else { return nil }
    return eastAsian("\(before + number)" + rest.dropFirst(year.count))
  }

  /// `2014-08-07`, `07.08.2014`, `8/7/2014`, with a time after it.
  private static func numeric(_ text: String) -> Parsed? {
    let head = text.split { $0 == " " || $0 == "," || $0 == "t" || $0 == "|" }
    guard let first = head.first else { return nil }
    for rest in head.dropFirst() where !isTime(rest) && !fillers.contains(String(rest)) {
      return nil
    }
    for separator in ["-", ".", "/"] as [Character] {
      let parts = first.split(separator: separator).compactMap { part in number(part) }
      guard parts.count == 3, first.split(separator: separator).count == 3 else { continue }
      if parts[0] > 999 { return iso(parts[0], parts[1], parts[2]).map { Parsed(date: $0) } }
      guard parts[2] > 999 else { return nil }
      if separator != "/" || parts[0] > 12 {
        return iso(parts[2], parts[1], parts[0]).map { Parsed(date: $0) }
      }
      if parts[1] > 12 { return iso(parts[2], parts[0], parts[1]).map { Parsed(date: $0) } }
      return iso(parts[2], parts[1], parts[0]).map {
        Parsed(date: $0, isAmbiguous: parts[0] != parts[1])
      }
    }
    return nil
  }

  /// `August 7, 2014`, `7 août 2014`, `12 мая 2019 г.`, `3 de marzo de 2020`
  private static func worded(_ words: [Substring]) -> Parsed? {
    var year: Int?
    var month: Int?
    var day: Int?
    var unknown = 0
    for (index, word) in words.enumerated() {
      if let value = number(word) {
        // `10 Uhr`
        if year != nil, day != nil, value <= 24, index + 1 < words.count,
          hourWords.contains(words[index + 1])
        {
          continue
        }
        if value > 999 {
          guard year == nil else { return nil }
          year = value
        } else {
          guard day == nil, value <= 31 else { return nil }
          day = value
        }
      } else if let value = Lexicon.shared.month(Array(word.utf8)), month == nil {
        month = value
      } else if isTime(word) || fillers.contains(String(word)) {
        continue
      } else if let value = ordinal(word), day == nil {
        day = value
      } else {
        unknown += 1  // one word may be the weekday
        if unknown > 1 || word.utf8.count > 24 { return nil }
      }
    }
    guard let year, let month else { return nil }
    if unknown > 0, day == nil { return nil }
    return iso(year, month, day).map { Parsed(date: $0) }
  }

  private static let fillers: Set<String> = [
    "de", "del", "of", "the", "г", "года", "le", "den", "der", "am", "at", "um", "uhr", "h", "on",
    "à", "kl", "est", "gmt", "utc",
    "pm", "a.m", "p.m", "م", "year", "@", "|", "-", "–", "·",
  ]

  /// The words behind the number of an hour.
  private static let hourWords: Set<Substring> = ["uhr", "am", "pm", "a.m", "p.m", "h"]

  /// The parts of `04-mar-2021`; a word that is none stays whole.
  private static func parts(ofDate word: Substring) -> [Substring] {
    let parts = word.split { $0 == "-" || $0 == "/" }
    guard parts.count == 3, Lexicon.shared.month(Array(parts[1].utf8)) != nil else { return [word] }
    return parts
  }

  /// The words between spaces, commas and brackets, without the full stops at their ends.
  private static func words(_ text: String) -> [Substring] {
    text.unicodeScalars
      .split { $0 == " " || $0 == "," || $0 == "\u{A0}" || $0 == "(" || $0 == ")" }
      .map { word in
        var word = Substring(word)
        while word.utf8.last == UInt8(ascii: ".") { word.unicodeScalars.removeLast() }
        return word
      }
      .flatMap { parts(ofDate: $0) }
  }

  private static func number(_ word: Substring) -> Int? {
    var value = 0
    for scalar in word.unicodeScalars {
      guard let digit = digit(scalar), value < 10_000 else { return nil }
      value = value * 10 + digit
    }
    return word.isEmpty ? nil : value
  }

  private static func ordinal(_ word: Substring) -> Int? {
    for suffix in ["st", "nd", "rd", "th", "er", "º", "ª"] where word.hasSuffix(suffix) {
      return number(word.dropLast(suffix.count))
    }
    return nil
  }

  /// `09:41`, `14h30`, `11.15`
  private static func isTime(_ word: Substring) -> Bool {
    word.contains { ":h.".contains($0) } && word.first?.isNumber == true
      && word.unicodeScalars.allSatisfy { digit($0) != nil || ":.+-zh".unicodeScalars.contains($0) }
  }

  /// The value of a decimal digit: European, Arabic-Indic or full width.
  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0x660...0x669: Int(scalar.value - 0x660)
    case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
    default: nil
    }
  }
}
