/// The lines `Name: value` in front of a record of a web archive and of an HTTP message.
struct HeaderBlock {
  /// `WARC/1.0` or `HTTP/1.1 200 OK`.
  let first: String
  /// Names in lower case, in order.
  private let fields: [(name: String, value: String)]

  /// Reads lines that end with CR LF or LF. A line that begins with a blank goes on with the one before; one
  /// without a colon is passed over.
  init(_ bytes: ArraySlice<UInt8>) {
    var lines: [String] = []
    for part in bytes.split(separator: UInt8(ascii: "\n")) {
      let text = String(
        decoding: part.last == UInt8(ascii: "\r") ? part.dropLast() : part, as: UTF8.self)
      if let start = text.utf8.first, start == 0x20 || start == 0x09, !lines.isEmpty {
        lines[lines.count - 1] += text
      } else {
        lines.append(text)
      }
    }
    first = lines.first ?? ""
    fields = lines.dropFirst().compactMap { line in
      guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      return (line[..<colon].lowercased(), HeaderBlock.trimmed(line[line.index(after: colon)...]))
    }
  }

  /// The first value of a name, which is given in lower case.
  subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The media type in lower case and the label of its character set.
  var mediaType: (type: String, charset: String?)? {
    guard let value = self["content-type"] else { return nil }
    let parts = value.split(separator: ";", omittingEmptySubsequences: false)
    var charset: String?
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      if pair.count == 2, HeaderBlock.trimmed(pair[0]).lowercased() == "charset" {
        charset = HeaderBlock.trimmed(pair[1]).filter { $0 != "\"" && $0 != "'" }
      }
    }
    return (HeaderBlock.trimmed(parts[0]).lowercased(), charset)
  }

  private static func trimmed(_ text: Substring) -> String {
    let isBlank: (UInt8) -> Bool = { $0 <= 0x20 }
    let bytes = text.utf8.drop(while: isBlank)
    let end = bytes.lastIndex { !isBlank($0) }.map { bytes.index(after: $0) } ?? bytes.startIndex
    return String(text[bytes.startIndex..<end])
  }

  /// Where a block ends that starts at `start`: the bytes up to its empty line and those behind it; `nil`
  /// where the empty line is not there yet.
  static func end(in bytes: [UInt8], from start: Int) -> (block: Range<Int>, next: Int)? {
    var index = start
    while index < bytes.count, let line = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) {
      let next = line + 1
      if next < bytes.count, bytes[next] == UInt8(ascii: "\n") { return (start..<line, next + 1) }
      if next + 1 < bytes.count, bytes[next] == UInt8(ascii: "\r"),
        bytes[next + 1] == UInt8(ascii: "\n")
      {
        return (start..<line, next + 2)
      }
      index = next
    }
    return nil
  }
}
