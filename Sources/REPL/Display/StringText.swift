import PluginHost

/// A string: quoted and wrapped for a person, or its bare text on a whole page.
struct StringText {
  let string: DisplayString
  let page: Page

  var lines: [String] {
    if page.isWhole {
      return string.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    // A line end is shown and also ends the line, so that a text of paragraphs stays readable.
    let pieces = StringText.escaped(string.text).split(
      separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for (number, piece) in pieces.enumerated() {
      let isLast = number == pieces.count - 1
      let text = (number == 0 ? "\"" : "") + piece + (isLast ? (string.isCut ? "" : "\"") : "")
      lines += page.broken(text, columns: page.columns)
      if lines.count > page.room { break }
    }
    guard lines.count > page.room else { return lines.map(page.string) }
    let kept = lines.prefix(page.room - 1).map(page.string)
    return kept + [
      page.dim(page.rest("… \(string.byteCount) bytes in all\(page.rawHint("them"))", after: 0))
    ]
  }

  /// A string as Lua source on one line.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for piece in escaped(text).unicodeScalars where piece != "\n" {
      quoted.unicodeScalars.append(piece)
    }
    return quoted + "\""
  }

  /// The text with escapes as in Lua source; after each `\n` stands a real line end.
  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": escaped.append(contentsOf: "\\n\n".unicodeScalars)
      case "\t": escaped.append(contentsOf: "\\t".unicodeScalars)
      case "\r": escaped.append(contentsOf: "\\r".unicodeScalars)
      case "\"": escaped.append(contentsOf: "\\\"".unicodeScalars)
      case "\\": escaped.append(contentsOf: "\\\\".unicodeScalars)
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
        escaped.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
