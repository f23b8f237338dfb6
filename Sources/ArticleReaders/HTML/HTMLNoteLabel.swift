import ArticleModel
import Bytes

/// Reads the texts of links that are the labels of notes.
enum HTMLNoteLabel {
  /// The label that a link's text is, without brackets and dots: `12` of `[12]`, `a`, `*`, `nb 1`; `nil` for other text.
  static func parse(_ text: [UInt8]) -> [UInt8]? {
    guard text.count <= 16 else { return nil }
    let label = withoutDress(text)
    guard !label.isEmpty else { return nil }
    if let (value, end) = NoteLabelParser.superscriptNumber(text.span, 0, text.count),
      end == text.count
    {
      return Array(String(value).utf8)
    }
    if label.count <= 4, label.allSatisfy(ASCII.isDigit) { return Array(label) }
    if label.count == 1, ASCII.isLetter(label.first!) || isSign(label) { return Array(label) }
    if isSign(label) { return Array(label) }
    // `nb 1`, `Note 3`: a short word and a number.
    if let space = label.lastIndex(of: 0x20),
      label[..<space].allSatisfy({ ASCII.isLetter($0) || $0 == UInt8(ascii: ".") }),
      label[(space + 1)...].allSatisfy(ASCII.isDigit), label.endIndex - space <= 5,
      space > label.startIndex
    {
      return Array(label)
    }
    return nil
  }

  /// A text without the brackets and spaces around it and the dots behind.
  static func withoutDress(_ text: [UInt8]) -> ArraySlice<UInt8> {
    var label = text[...]
    while let first = label.first, isDress(first) { label.removeFirst() }
    while let last = label.last,
      isDress(last) || last == UInt8(ascii: ".") || last == UInt8(ascii: ":")
    {
      label.removeLast()
    }
    return label
  }

  private static let arrows: Set<Unicode.Scalar> = [
    "↩", "↑", "^", "⏎", "↵", "⤴", "▲", "⬆", "\u{FE0E}", "\u{FE0F}", " ", "[", "]", "→", "←",
  ]
  private static let wordsBack: Set<String> = [
    "back", "return", "jump up", "up", "zurück", "retour", "volver", "назад", "back to text",
  ]

  /// Whether a link's text is one of the signs or words that lead back from a note.
  static func isArrow(_ text: [UInt8]) -> Bool {
    let string = String(decoding: text, as: UTF8.self)
    return string.unicodeScalars.allSatisfy(arrows.contains)
      || wordsBack.contains(string.lowercased().filter { $0.isLetter || $0 == " " })
  }

  /// The number of bytes that a label with its brackets and dots takes at the start of a text, or `nil` where the text
  /// does not begin with it.
  static func prefixLength(of label: [UInt8], in text: [UInt8]) -> Int? {
    var index = 0
    while index < text.count, isDress(text[index]) { index += 1 }
    guard text.count >= index + label.count, text[index..<index + label.count].elementsEqual(label)
    else { return nil }
    index += label.count
    if index < text.count,
      ASCII.isDigit(text[index]) || ASCII.isLetter(text[index]) && ASCII.isLetter(label.last!)
    {
      return nil
    }
    let marks: Set<UInt8> = [
      UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "."), UInt8(ascii: ":"), 0x20,
    ]
    while index < text.count, marks.contains(text[index]) { index += 1 }
    return index
  }

  /// Whether a byte is a bracket or space that stands around labels.
  static func isDress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: ";"):
      true
    default: false
    }
  }

  /// Asterisks, daggers and section signs.
  private static func isSign(_ label: ArraySlice<UInt8>) -> Bool {
    String(decoding: label, as: UTF8.self).unicodeScalars.allSatisfy {
      "*†‡§¶#".unicodeScalars.contains($0)
    }
  }

  /// Whether a label is a Roman number in small or capital letters.
  static func isRomanNumber(_ label: [UInt8]) -> Bool {
    let small = label.map { $0 | 0x20 }
    return NoteLabelParser.isRomanNumber(small.span, small.indices)
  }
}
