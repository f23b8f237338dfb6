import Bytes

/// What stands after a possible end of a sentence.
struct Following {
  /// Where it begins, with its opening quotes and brackets.
  let start: Int
  /// The first word, without them; empty when something else follows.
  let word: Range<Int>
  let letterCase: LetterCase
  /// Whether an opening quotation mark stands before the word.
  let isQuoted: Bool
  /// Whether a sentence may begin so at all.
  let mayBegin: Bool

  init(in text: UTF8Text, at start: Int) {
    self.start = start
    var index = start
    var isQuoted = false
    var opened = 0
    while opened < 8 {
      let (scalar, length) = text.scalar(at: index)
      guard Brackets.opens(scalar) else { break }
      isQuoted = isQuoted || scalar == 0x22 || scalar == 0x27 || scalar == 0xAB || scalar >= 0x2018
      index = text.skipBlanks(index + length)
      opened += 1
    }
    self.isQuoted = isQuoted
    let (first, _) = text.scalar(at: index)
    var end = index
    while end < text.count, end - index < SimpleFolding.longest {
      let (scalar, length) = text.scalar(at: end)
      let isJoint = (scalar == 0x27 || scalar == 0x2019) && end > index
      guard isJoint || LetterCase(of: scalar) != .noLetter else { break }
      end += length
    }
    word = index..<end
    var letterCase = LetterCase(of: first)
    // "iPhone", "eBay": a capital behind the first letter begins a sentence as well.
    if letterCase == .lower, text.byte(index) < 0x80, ASCII.isUppercase(text.byte(index + 1)) {
      letterCase = .upper
    }
    self.letterCase = letterCase
    switch letterCase {
    case .upper, .none, .digit: mayBegin = true
    case .lower: mayBegin = false
    // "$5 is", "→ see", an emoji; but not "&", "=", ")".
    case .noLetter: mayBegin = first == 0x24 || first >= 0xA2 || (first == 0x2E && opened == 0)
    }
  }

  /// Whether the word is a capital, or a Roman number, that stands for a number: "Fig. A", "Vol.
  /// IV".
  func isOrdinal(in text: UTF8Text) -> Bool {
    if letterCase == .digit { return true }
    guard letterCase == .upper else { return false }
    return word.count == 1 || text.isRomanNumber(word)
  }
}

extension UTF8Text {
  /// Whether all letters of a word are those of Roman numbers, in capitals.
  func isRomanNumber(_ range: Range<Int>) -> Bool {
    for index in range {
      switch bytes[index] {
      case 0x49, 0x56, 0x58, 0x4C, 0x43: continue
      default: return false
      }
    }
    return !range.isEmpty
  }
}
