import ArticleModel

/// JSON over several lines, for files that people read and compare.
struct PrettyJSON {
  /// What fits into this many bytes stays on one line.
  private static let lineLength = 88

  private(set) var bytes: [UInt8] = []

  init(_ value: JSONValue) {
    write(value, indent: 0)
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func write(_ value: JSONValue, indent: Int) {
    let line = PrettyJSON.line(value)
    guard indent + line.count > PrettyJSON.lineLength || indent == 0 else {
      bytes += line
      return
    }
    switch value {
    case .object(let members) where !members.isEmpty:
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        startLine(index, indent + 2)
        bytes += PrettyJSON.line(.string(member.key)) + Array(": ".utf8)
        write(member.value, indent: indent + 2)
      }
      endLine("}", indent)
    case .array(let elements) where !elements.isEmpty:
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        startLine(index, indent + 2)
        write(element, indent: indent + 2)
      }
      endLine("]", indent)
    default: bytes += line
    }
  }

  private mutating func startLine(_ index: Int, _ indent: Int) {
    bytes += (index == 0 ? "\n" : ",\n").utf8
    bytes += [UInt8](repeating: 0x20, count: indent)
  }

  private mutating func endLine(_ bracket: String, _ indent: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes += [UInt8](repeating: 0x20, count: indent)
    bytes += bracket.utf8
  }

  private static func line(_ value: JSONValue) -> [UInt8] {
    var json = JSONWriter()
    json.value(value)
    return json.finish()
  }
}
