import Bytes

/// Reads dates as machines write them: `2014-08-07`, `2014-08-07T10:00:00+02:00`, `20140807`, `2014-08`.
enum ISODate {
  /// The date in ISO 8601 without the time, as precise as the text gives it, or `nil` where the text is no such date.
  static func read(_ text: String) -> String? {
    let bytes = Array(text.utf8.drop { $0 <= 0x20 })
    guard let year = number(bytes, 0..<4), (1000...2999).contains(year) else { return nil }
    let separator = bytes.count > 4 ? bytes[4] : 0
    guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") else {
      guard let month = number(bytes, 4..<6), (1...12).contains(month),
        let day = number(bytes, 6..<8),
        (1...31).contains(day), bytes.count == 8 || !ASCII.isDigit(bytes[8])
      else { return nil }
      return form(year, month, day)
    }
    guard let month = number(bytes, 5..<7), (1...12).contains(month) else { return nil }
    guard bytes.count > 7, bytes[7] == separator, let day = number(bytes, 8..<10),
      (1...31).contains(day)
    else {
      return form(year, month, nil)
    }
    return form(year, month, day)
  }

  /// The date as `read` gives it, or a year alone: `2018`.
  static func readOrYear(_ text: String) -> String? {
    if let date = read(text) { return date }
    let bytes = Array(text.utf8)
    guard bytes.count == 4, let year = number(bytes, 0..<4), (1000...2999).contains(year) else {
      return nil
    }
    return text
  }

  /// Joins the parts of a date to `2014-08-07`, or `2014-08` without a day.
  static func form(_ year: Int, _ month: Int, _ day: Int?) -> String {
    let start = "\(year)-\(month < 10 ? "0" : "")\(month)"
    return day.map { "\(start)-\($0 < 10 ? "0" : "")\($0)" } ?? start
  }

  private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    range.upperBound <= bytes.count ? decimal(bytes[range]) : nil
  }
}
