import ArticleModel
import Bytes
import TextAnalysis

/// Reads lines that name the authors and the date: `By Ann Smith, 7 August 2014`, `by Li Wei | 7 August 2014 | 3 comments`,
/// `Posted on 7 August 2014 by Ann Smith`.
enum DatedByline {
  typealias Found = (authors: [Author], date: DateParser.Parsed?)

  /// The longest line with a byline and a date, in bytes.
  private static let longest = 160

  /// The authors and, where the line has one, the date; `nil` where no word says that the line names authors.
  static func parse(_ line: ArraySlice<UInt8>) -> Found? {
    guard line.count <= longest else { return Byline.parse(line).map { ($0, nil) } }
    let line = withPlainSpaces(line)
    // Few lines have either.
    let hasDigit = line.contains(where: ASCII.isDigit)
    let mayHavePrefix = line.withUnsafeBufferPointer { Lexicon.shared.mayHavePrefix($0) }
    guard hasDigit || mayHavePrefix else { return nil }
    let parts = parts(of: line)
    return parts.count > 1 ? joined(parts) : part(line)
  }

  /// The date behind the name of a newspaper: `来源：北方日报 2019年3月5日 10:22`.
  static func sourced(_ line: ArraySlice<UInt8>) -> DateParser.Parsed? {
    guard line.withUnsafeBufferPointer({ Lexicon.shared.mayHavePrefix($0) }) else { return nil }
    let folded = Lexicon.fold(withPlainSpaces(line.prefix(Lexicon.longestLine)))
    guard line.count <= longest, Lexicon.shared.prefix(of: folded, meaning: .source) != nil else {
      return nil
    }
    return folded.indices.lazy.filter { folded[$0] == 0x20 }
      .compactMap { DateParser.parse(Array(folded[($0 + 1)...])) }.first
  }

  /// A line with spaces as wide as an ideograph replaced.
  private static func withPlainSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard line.contains(0xE3) else { return line }
    return DateParser.withPlainSpaces(line)[...]
  }

  /// The authors and the date of a line at the top of a text, where a mark parts them and no word says which is which, as in
  /// `Ann Smith | 7 August 2014` or `Ann Smith, 7 August 2014`.
  static func unannounced(_ line: ArraySlice<UInt8>) -> Found? {
    guard line.count <= longest, line.contains(where: ASCII.isDigit) else { return nil }
    let parts = parts(of: line)
    guard parts.count > 1 else { return behindSpace(line) ?? behindComma(line) }
    guard parts.count <= 4,
      let date = parts.lazy.compactMap({ DateParser.parse(Lexicon.fold($0)) }).first
    else { return nil }
    let names = parts.first { Byline.isName($0) && !Affiliation.isOne($0) }
    return (names.map { [Author(name: text($0))] } ?? [], date)
  }

  /// `Ann Smith     7 August 2014`
  private static func behindSpace(_ line: ArraySlice<UInt8>) -> Found? {
    let gap = line.indices.dropLast().first { line[$0] == 0x20 && line[$0 + 1] == 0x20 }
    guard let gap, Byline.isNames(line[..<gap]),
      let date = DateParser.parse(Lexicon.fold(line[gap...].drop { $0 == 0x20 }))
    else { return nil }
    return (Byline.split(text(line[..<gap])).map { Author(name: $0) }, date)
  }

  /// `Ann Smith, 7 August 2014`; what stands before a date may be the place as well: `New York, 7 August 2014`.
  private static func behindComma(_ line: ArraySlice<UInt8>) -> Found? {
    guard let (end, date) = trailingDate(line), line[end] == UInt8(ascii: ",") else { return nil }
    let head = line[..<end]
    if Byline.isPlace(text(head)) { return ([], date) }
    guard Byline.isNames(head) else { return nil }
    return (Byline.split(text(head)).map { Author(name: $0) }, date)
  }

  private static func text(_ part: ArraySlice<UInt8>) -> String {
    String(decoding: Normalisation.collapseWhitespace(Array(part)), as: UTF8.self)
  }

  // MARK: Parts

  /// What stands between marks such as ` | `, without the space around it.
  private static func parts(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = line.startIndex
    for index in line.indices.dropLast(2) where line[index] == 0x20 && index >= start {
      guard !ASCII.isLetter(line[index + 1]),
        let mark = marks.first(where: { line[index...].starts(with: $0) })
      else { continue }
      parts.append(line[start..<index])
      start = index + mark.count
    }
    parts.append(line[start...])
    return parts.map { part in part.drop { $0 <= 0x20 } }.filter { !$0.isEmpty }
  }

  private static let marks = [" | ", " · ", " • ", " / ", " – ", " — ", " - "].map {
    Array($0.utf8)
  }

  private static func joined(_ parts: [ArraySlice<UInt8>]) -> Found? {
    var authors: [Author]?
    var date: DateParser.Parsed?
    for one in parts {
      if let found = part(one) {
        authors = authors ?? found.authors
        date = date ?? found.date
      } else if date == nil {
        date = DateParser.parse(Lexicon.fold(one))
      }
    }
    return authors.map { ($0, date) }
  }

  /// A byline with or without a date on either side.
  private static func part(_ line: ArraySlice<UInt8>) -> Found? {
    if line.withUnsafeBufferPointer({ Lexicon.shared.mayHavePrefix($0) }) {
      if line.contains(where: ASCII.isDigit), let (end, date) = trailingDate(line),
        let authors = Byline.parse(line[..<end])
      {
        return (authors, date)
      }
      if let authors = Byline.parse(line) { return (authors, nil) }
    }
    return dateFirst(line)
  }

  /// `Publié le 7 août 2014 par Anne Aske`: a date and, behind it, a byline.
  private static func dateFirst(_ line: ArraySlice<UInt8>) -> Found? {
    guard line.contains(where: ASCII.isDigit) else { return nil }
    for index in line.indices.dropFirst() where line[index] == 0x20 {
      // Few places have a word for bylines behind them, which is quicker to see than a date.
      let tail = line[(index + 1)...]
      guard tail.withUnsafeBufferPointer({ Lexicon.shared.mayHavePrefix($0) }),
        let authors = Byline.parse(tail),
        let date = DateParser.parse(Lexicon.fold(line[..<index]))
      else { continue }
      return (authors, date)
    }
    return nil
  }

  /// Where a byline ends and the date behind it: behind a mark or a word such as ` on `, before a word such as
  /// *Published*, else at the last place from which on there is nothing but a date.
  private static func trailingDate(_ line: ArraySlice<UInt8>) -> (
    namesEnd: Int, date: DateParser.Parsed
  )? {
    var last: (Int, DateParser.Parsed)?
    for index in line.indices.dropFirst() {
      let mark = Lexicon.shared.tables.dateMarks.first { line[index...].starts(with: $0) }
      guard mark != nil || line[index] == 0x20 else { continue }
      let tail = line[(index + (mark?.count ?? 1))...].drop { $0 == 0x20 }
      guard tail.contains(where: { $0 >= 0x80 }) || DateParser.mayHoldYear(tail) else { continue }
      let folded = Lexicon.fold(tail)
      guard let date = DateParser.parse(folded) else { continue }
      if mark != nil || Lexicon.shared.prefix(of: folded, meaning: .date) != nil {
        return (index, date)
      }
      last = (index, date)
    }
    return last
  }
}
