import Bytes

/// The forms in which dates are written.
extension DateParser {
  /// Reads what holds no other date.
  static func whole(_ line: ArraySlice<UInt8>) -> Parsed? {
    guard let first = line.first else { return nil }
    // Before these bytes stand the scripts that write dates with letters.
    if line.contains(where: { $0 >= 0xE3 }) {
      let text = String(decoding: line, as: UTF8.self)
      if let found = eastAsian(text) ?? (first >= 0xE4 ? japaneseEra(text) : nil) { return found }
    }
    let beginsWithDigit = ASCII.isDigit(first) || first == 0xD9 || first == 0xEF
    return (beginsWithDigit ? numeric(line) : nil) ?? worded(words(line))
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
      if let digit = value(ofDigit: scalar) {
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
    let number = year == "元" ? 1 : self.number(Array(year.utf8).drop { $0 == 0x20 })
    guard let number, (1...99).contains(number) else { return nil }
    return eastAsian("\(before + number)" + rest.dropFirst(year.count))
  }

  /// `2014-08-07`, `07.08.2014`, `8/7/2014`, with a time after it.
  private static func numeric(_ line: ArraySlice<UInt8>) -> Parsed? {
    let head = line.split {
      $0 == 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "t") || $0 == UInt8(ascii: "|")
    }
    guard let first = head.first,
      head.dropFirst().allSatisfy({ isTime($0) || fillers.contains($0) })
    else { return nil }
    for separator in "-./".utf8 {
      let written = first.split(separator: separator)
      let parts = written.compactMap { number($0) }
      guard written.count == 3, parts.count == 3 else { continue }
      if parts[0] > 999 { return iso(parts[0], parts[1], parts[2]).map { Parsed(date: $0) } }
      guard parts[2] > 999 else { return nil }
      if separator != UInt8(ascii: "/") || parts[0] > 12 {
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
  private static func worded(_ words: [ArraySlice<UInt8>]) -> Parsed? {
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
      } else if let value = self.month(word), month == nil {
        month = value
      } else if isTime(word) || fillers.contains(word) {
        continue
      } else if let value = ordinal(word), day == nil {
        day = value
      } else {
        unknown += 1  // one word may be the weekday
        if unknown > 1 || word.count > 24 { return nil }
      }
    }
    guard let year, let month else { return nil }
    if unknown > 0, day == nil { return nil }
    return iso(year, month, day).map { Parsed(date: $0) }
  }

  private static let fillers = PhraseTable([
    "de", "del", "of", "the", "г", "года", "le", "den", "der", "am", "at", "um", "uhr", "h", "on",
    "à", "a\u{300}", "kl", "est", "gmt", "utc",
    "pm", "a.m", "p.m", "م", "year", "@", "|", "-", "–", "·",
  ])

  /// The words behind the number of an hour.
  private static let hourWords = PhraseTable(["uhr", "am", "pm", "a.m", "p.m", "h"])

  // MARK: Words

  /// The words between spaces, commas and brackets, without the full stops at their ends.
  private static func words(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var start = line.startIndex
    var index = start
    while index < line.endIndex {
      let width = gapWidth(line[index...])
      if width > 0 {
        append(line[start..<index], to: &words)
        start = index + width
      }
      index += max(width, 1)
    }
    append(line[start...], to: &words)
    return words
  }

  /// The bytes of what parts two words, where a text begins with it: a space, a comma, a bracket; else 0.
  private static func gapWidth(_ text: ArraySlice<UInt8>) -> Int {
    switch text.first {
    case 0x20, UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"): 1
    case 0xC2 where text.dropFirst().first == 0xA0: 2
    default: 0
    }
  }

  private static func append(_ word: ArraySlice<UInt8>, to words: inout [ArraySlice<UInt8>]) {
    guard !word.isEmpty else { return }
    var word = word
    while word.last == UInt8(ascii: ".") { word.removeLast() }
    words += parts(ofDate: word)
  }

  /// The parts of `04-mar-2021`; a word that is none stays whole.
  private static func parts(ofDate word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let parts = word.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
    return parts.count == 3 && month(parts[1]) != nil ? parts : [word]
  }

  private static func month(_ word: ArraySlice<UInt8>) -> Int? {
    word.withUnsafeBufferPointer { Lexicon.shared.month($0) }
  }

  private static func number(_ word: ArraySlice<UInt8>) -> Int? {
    var value = 0
    var rest = word
    while !rest.isEmpty {
      guard let digit = digit(rest), value < 10_000 else { return nil }
      value = value * 10 + digit.value
      rest = rest.dropFirst(digit.width)
    }
    return word.isEmpty ? nil : value
  }

  private static func ordinal(_ word: ArraySlice<UInt8>) -> Int? {
    for suffix in ordinalSuffixes where word.suffix(suffix.count).elementsEqual(suffix) {
      return number(word.dropLast(suffix.count))
    }
    return nil
  }

  private static let ordinalSuffixes = ["st", "nd", "rd", "th", "er", "º", "ª"].map {
    Array($0.utf8)
  }

  /// `09:41`, `14h30`, `11.15`
  private static func isTime(_ word: ArraySlice<UInt8>) -> Bool {
    guard digit(word) != nil,
      word.contains(where: {
        $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "h") || $0 == UInt8(ascii: ".")
      })
    else { return false }
    var rest = word
    while let first = rest.first {
      guard let width = digit(rest)?.width ?? (":.+-zh".utf8.contains(first) ? 1 : nil) else {
        return false
      }
      rest = rest.dropFirst(width)
    }
    return true
  }

  /// The value of the decimal digit that a text begins with, and its bytes: European, Arabic-Indic or full width.
  private static func digit(_ text: ArraySlice<UInt8>) -> (value: Int, width: Int)? {
    guard let first = text.first else { return nil }
    if first < 0x80 { return ASCII.isDigit(first) ? (Int(first) - 0x30, 1) : nil }
    if first == 0xD9 {
      let second = text.dropFirst().first ?? 0
      return second >= 0xA0 && second <= 0xA9 ? (Int(second) - 0xA0, 2) : nil
    }
    guard text.starts(with: [0xEF, 0xBC]), let third = text.dropFirst(2).first,
      third >= 0x90 && third <= 0x99
    else { return nil }
    return (Int(third) - 0x90, 3)
  }

  private static func value(ofDigit scalar: Unicode.Scalar) -> Int? {
    digit(Array(String(scalar).utf8)[...])?.value
  }
}
