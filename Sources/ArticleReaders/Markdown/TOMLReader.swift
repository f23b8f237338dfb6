import Bytes

/// Reads the keys at the top of a TOML document, before its first table: what front matter says of an article.
///
/// Strings, dates and arrays of strings are written in TOML as in YAML's flow style (TOML 1.0, YAML 1.2 section 7), so
/// libyaml reads each value; `"""` and inline tables are left out.
enum TOMLReader {
  /// The keys with their values; a value that is not valid is left out, and the first such is reported. The first table,
  /// where there is one, comes last as a key without a name.
  static func members(_ bytes: [UInt8]) -> (members: [YAMLMember], fault: YAMLReader.Fault?) {
    var members: [YAMLMember] = []
    var fault: YAMLReader.Fault?
    let (statements, end) = statements(bytes)
    for (key, value) in statements {
      let result = YAMLReader.read(Array(bytes[value]))
      if let found = result.fault {
        fault = fault ?? .init(problem: found.problem, offset: value.lowerBound + found.offset)
      } else if let read = result.value {
        let name = String(decoding: bytes[key], as: UTF8.self)
        members.append(YAMLMember(key: name, value: read, offset: key.lowerBound))
      }
    }
    if end < bytes.count { members.append(YAMLMember(key: "", value: .scalar(""), offset: end)) }
    return (members, fault)
  }

  /// Whether a document assigns a value to a key before its first table.
  static func hasKey(_ bytes: [UInt8]) -> Bool { !statements(bytes).statements.isEmpty }

  /// The keys and values, and where they end: at the first table. A value may go on over lines that begin with neither.
  private static func statements(
    _ bytes: [UInt8]
  ) -> (statements: [(key: Range<Int>, value: Range<Int>)], end: Int) {
    var statements: [(key: Range<Int>, value: Range<Int>)] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      if let key = key(bytes, start..<end), isAssigned(bytes, key.upperBound..<end) {
        let separator = bytes[key.upperBound...].firstIndex(of: UInt8(ascii: "="))!
        statements.append((key, separator + 1..<end))
      } else if bytes[start] == UInt8(ascii: "[") {
        return (statements, start)
      } else if let last = statements.indices.last {
        statements[last].value = statements[last].value.lowerBound..<end
      }
      start = end
    }
    return (statements, bytes.count)
  }

  /// Whether a value of TOML stands behind a key: a string, a number, a date, a truth value or an array.
  private static func isAssigned(_ bytes: [UInt8], _ rest: Range<Int>) -> Bool {
    let separator = bytes[rest].firstIndex(of: UInt8(ascii: "="))!
    let value = bytes[(separator + 1)..<rest.upperBound].drop { $0 == 0x20 || $0 == 0x09 }
    guard let first = value.first else { return false }
    return ASCII.isDigit(first) || "\"'[{+-".utf8.contains(first)
      || value.starts(with: "true".utf8) || value.starts(with: "false".utf8)
  }

  /// The bare or quoted key that a line assigns a value to.
  private static func key(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    let isQuote: (UInt8) -> Bool = { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    var start = line.lowerBound
    while start < line.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    if start < line.upperBound, isQuote(bytes[start]) { start += 1 }
    var end = start
    while end < line.upperBound,
      ASCII.isLetter(bytes[end]) || ASCII.isDigit(bytes[end]) || "-_".utf8.contains(bytes[end])
    { end += 1 }
    var next = end
    if next < line.upperBound, isQuote(bytes[next]) { next += 1 }
    while next < line.upperBound, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    guard end > start, next < line.upperBound, bytes[next] == UInt8(ascii: "=") else { return nil }
    return start..<end
  }
}
