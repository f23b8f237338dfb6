import ArticleModel
import Bytes

/// The figures of one answer of a poll: `33 (31%)`, `46% (305 votes)`, `(37%, 323 Votes)`.
struct VoteFigures {
  var votes: Int?
  var percent: Double?
  /// The digits after the decimal mark of the percentage: how finely it is rounded.
  var decimals = 0
  /// The bytes that the figures take, brackets included.
  var range: Range<Int>
  /// Whether a word such as `votes` stands with the number.
  var hasVoteWord = false

  /// The first figures in a range of bytes.
  ///
  /// Figures hold a percentage, or a number with a word for votes; a number alone is none. Thousands may be
  /// separated by commas, dots, apostrophes or spaces.
  static func first(in bytes: Span<UInt8>, _ range: Range<Int>) -> VoteFigures? {
    var index = range.lowerBound
    while index < range.upperBound {
      let isStart =
        ASCII.isDigit(bytes[index])
        && (index == range.lowerBound
          || !ASCII.isDigit(bytes[index - 1]) && !isWordByte(bytes[index - 1])
          || isAfterGlue(bytes, index, range))
      if isStart, let found = parse(bytes, index, range) { return found }
      index += 1
    }
    return nil
  }

  /// Whether a word that counts votes, or a sign of per cent beyond ASCII, follows a number: a quick look that turns most
  /// lines without `%` away.
  static func mayStand(in bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let end = range.upperBound
    let initials = Lexicon.shared.tables.voteInitials
    var index = range.lowerBound
    while case let digit = ByteScan.nextDigit(in: bytes, from: index, to: end), digit < end {
      index = ByteScan.digitsEnd(in: bytes, from: digit + 1, to: end)
      var next = index
      while next < end, case let width = joinerWidth(bytes, next, end), width > 0 { next += width }
      guard next < end, initials.contains(bytes[next]) else { continue }
      if isVoteWord(bytes, next..<wordEnd(bytes, next, end)) || percentEnd(bytes, next, end) != nil
      {
        return true
      }
    }
    return false
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || byte >= 0x80
  }

  /// Cells that an extractor glued together: `Mostly yes14%91`.
  private static func isAfterGlue(_ bytes: Span<UInt8>, _ index: Int, _ range: Range<Int>) -> Bool {
    isWordByte(bytes[index - 1])
  }

  private static func parse(_ bytes: Span<UInt8>, _ start: Int, _ range: Range<Int>) -> VoteFigures?
  {
    var figures = VoteFigures(range: start..<start)
    var bare: Int?
    var index = start
    scan: while index < range.upperBound {
      if ASCII.isDigit(bytes[index]) {
        guard let number = number(bytes, index, range.upperBound) else { break }
        if number.isPercent {
          if figures.percent != nil { break scan }
          figures.percent = number.value
          figures.decimals = number.decimals
        } else {
          if bare != nil || figures.votes != nil || number.decimals > 0 { break scan }
          bare = Int(number.value)
        }
        index = number.end
        figures.range = start..<index
        continue
      }
      let width = joinerWidth(bytes, index, range.upperBound)
      if width > 0 {
        if bytes[index] == UInt8(ascii: ")") || bytes[index] == UInt8(ascii: "]") {
          figures.range = start..<index + 1
          // What follows a closed bracket belongs to the next answer, unless a number is still missing.
          if figures.percent != nil, bare != nil { break scan }
        }
        index += width
        continue
      }
      let end = wordEnd(bytes, index, range.upperBound)
      guard end > index, bare != nil,
        isVoteWord(bytes, index..<end)
      else { break }
      figures.hasVoteWord = true
      figures.range = start..<end
      index = end
    }
    figures.votes = bare
    guard figures.percent != nil || figures.hasVoteWord else { return nil }
    figures.range = widened(bytes, figures.range, range)
    return figures
  }

  private static func isVoteWord(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer {
      Lexicon.shared.isVoteWord(UnsafeBufferPointer(rebasing: $0[word]))
    }
  }

  /// Takes in the bracket, and the dash or colon, that stand around the figures.
  private static func widened(_ bytes: Span<UInt8>, _ range: Range<Int>, _ limit: Range<Int>)
    -> Range<Int>
  {
    var start = range.lowerBound
    if start > limit.lowerBound,
      bytes[start - 1] == UInt8(ascii: "(") || bytes[start - 1] == UInt8(ascii: "[")
    {
      start -= 1
    }
    return start..<range.upperBound
  }

  private static func joinerWidth(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ";"),
      UInt8(ascii: ":"),
      UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "="),
      UInt8(ascii: "."):
      return 1
    case 0xC2 where index + 1 < end && bytes[index + 1] == 0xB7: return 2  // ·
    case 0xE2 where index + 2 < end && (bytes[index + 1] == 0x80 || bytes[index + 1] == 0x96):
      return 3  // – — • █ ░
    case 0xEF
    where index + 2 < end && bytes[index + 1] == 0xBC
      && (bytes[index + 2] == 0x88 || bytes[index + 2] == 0x89):
      return 3  // （ ）
    default: return whiteSpaceWidth(bytes, at: index, end: end)
    }
  }

  private static func wordEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, isWordByte(bytes[index]), joinerWidth(bytes, index, end) == 0 { index += 1 }
    return index
  }

  struct Number {
    var value: Double
    var isPercent: Bool
    var decimals: Int
    var end: Int
  }

  /// Reads a number with thousands separators or decimals, and a percent sign after it.
  static func number(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Number? {
    var value = 0.0
    var index = start
    var digits = 0
    while index < end, ASCII.isDigit(bytes[index]) {
      value = value * 10 + Double(bytes[index] - UInt8(ascii: "0"))
      digits += 1
      index += 1
    }
    guard digits > 0, digits < 12 else { return nil }
    while digits <= 3, value < 1e12, let (next, group) = thousands(bytes, index, end) {
      value = value * 1000 + Double(group)
      index = next
    }
    var decimals = 0
    if index + 1 < end, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ","),
      ASCII.isDigit(bytes[index + 1])
    {
      var next = index + 1
      var scale = 0.1
      var fraction = 0.0
      while next < end, ASCII.isDigit(bytes[next]) {
        fraction += Double(bytes[next] - UInt8(ascii: "0")) * scale
        scale /= 10
        next += 1
      }
      // A fraction is a fraction only before a percent sign; `5,12` elsewhere is two numbers.
      if let after = percentEnd(bytes, next, end) {
        decimals = next - index - 1
        let rounded = (value + fraction) * 1e6
        return Number(
          value: rounded.rounded() / 1e6, isPercent: true, decimals: decimals, end: after)
      }
    }
    if let after = percentEnd(bytes, index, end) {
      return Number(value: value, isPercent: true, decimals: 0, end: after)
    }
    return Number(value: value, isPercent: false, decimals: 0, end: index)
  }

  private static func thousands(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> (Int, Int)? {
    guard index < end else { return nil }
    var next = index
    switch bytes[index] {
    case UInt8(ascii: ","), UInt8(ascii: "."), 0x20, UInt8(ascii: "'"): next += 1
    case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA0: next += 2
    case 0xE2
    where index + 2 < end && bytes[index + 1] == 0x80
      && (bytes[index + 2] == 0xAF || bytes[index + 2] == 0x89 || bytes[index + 2] == 0x99):
      next += 3  // narrow and thin spaces, ’
    default: return nil
    }
    guard next + 3 <= end, ASCII.isDigit(bytes[next]), ASCII.isDigit(bytes[next + 1]),
      ASCII.isDigit(bytes[next + 2]),
      next + 3 == end || !ASCII.isDigit(bytes[next + 3])
    else { return nil }
    let group = (0..<3).reduce(0) { $0 * 10 + Int(bytes[next + $1] - UInt8(ascii: "0")) }
    return (next + 3, group)
  }

  private static func percentEnd(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
    var next = index
    while next < end, case let width = whiteSpaceWidth(bytes, at: next, end: end), width > 0,
      next - index < 3
    { next += width }
    guard next < end else { return nil }
    if bytes[next] == UInt8(ascii: "%") { return next + 1 }
    if next + 2 < end, bytes[next] == 0xEF, bytes[next + 1] == 0xBC, bytes[next + 2] == 0x85 {
      return next + 3
    }  // ％
    if next + 1 < end, bytes[next] == 0xD9, bytes[next + 1] == 0xAA { return next + 2 }  // ٪
    return nil
  }
}
