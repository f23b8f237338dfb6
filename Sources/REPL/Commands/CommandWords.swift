/// The words of a command's rest, parted by blanks; quotation marks and `\` keep blanks in a word.
enum CommandWords {
  static func split(_ text: String) -> [String] {
    var words: [[UInt8]] = []
    var word: [UInt8]?
    var mark: UInt8?
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        word = (word ?? []) + [byte]
        isEscaped = false
      } else if byte == UInt8(ascii: "\\"), mark != UInt8(ascii: "'") {
        isEscaped = true
      } else if let open = mark {
        if byte == open { mark = nil } else { word = (word ?? []) + [byte] }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        mark = byte
        word = word ?? []
      } else if byte <= 0x20 {
        if let finished = word { words.append(finished) }
        word = nil
      } else {
        word = (word ?? []) + [byte]
      }
    }
    if let word { words.append(word) }
    return words.map { String(decoding: $0, as: UTF8.self) }
  }

  /// A word as it has to be written so that `split` gives it back.
  static func quoted(_ word: String) -> String {
    var quoted: [UInt8] = []
    for byte in word.utf8 {
      if byte <= 0x20 || "\\\"'".utf8.contains(byte) { quoted.append(UInt8(ascii: "\\")) }
      quoted.append(byte)
    }
    return String(decoding: quoted, as: UTF8.self)
  }
}
