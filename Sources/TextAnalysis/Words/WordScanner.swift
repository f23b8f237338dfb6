import Bytes
import CICU

/// One pass over a text for its words.
///
/// The state between two calls of `body` is only `index` and `settled`: a break is certain at
/// `settled`, so a stretch for ICU may begin there without any text before it.
struct WordScanner {
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  private let classes = ScalarTables.wordClasses
  private let ascii: UnsafePointer<UInt8>
  private let colonJoins: Bool
  private var index = 0
  private var settled = 0

  init(_ bytes: UnsafePointer<UInt8>, _ count: Int, language: Language?) {
    self.bytes = bytes
    self.count = count
    colonJoins = language == .finnish || language == .swedish
    ascii = colonJoins ? WordClass.bytesWithColon : WordClass.bytes
  }

  /// Calls `body` for each word.
  mutating func scan(_ body: (Range<Int>) -> Void) {
    let (bytes, count, ascii) = (self.bytes, self.count, self.ascii)
    var place = 0
    while place < count {
      let start = place
      place = WordScanner.runEnd(bytes, place, count)
      let wordClass = place < count ? ascii[Int(bytes[place])] : WordClass.other
      let isPunctuation = wordClass >= WordClass.midLetter && wordClass < WordClass.complex
      if wordClass == WordClass.other || isPunctuation && endsBefore(place) {
        if place > start {
          settled = place
          body(Range(uncheckedBounds: (start, place)))
        }
        place &+= 1
      } else {
        index = start
        step(body)
        place = index
      }
    }
  }

  /// Where the run of ASCII letters and digits ends that begins at `start`.
  @inline(__always)
  private static func runEnd(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
    var place = start
    while place &+ 8 <= count {
      let eight = EightBytes(bytes + place)
      let others = ~(eight.letters | eight.digits) & EightBytes.high
      if others != 0 { return place &+ EightBytes.first(others) }
      place &+= 8
    }
    while place < count, ASCII.isLetter(bytes[place]) || ASCII.isDigit(bytes[place]) { place += 1 }
    return place
  }

  /// Whether the ASCII punctuation at `place` is followed by ASCII that it joins nothing to: most
  /// commas and stops.
  @inline(__always)
  private func endsBefore(_ place: Int) -> Bool {
    place + 1 == count || ascii[Int(bytes[place + 1])] == WordClass.other
  }

  /// Reads one word, or one scalar between words, by all rules.
  private mutating func step(_ body: (Range<Int>) -> Void) {
    let (wordClass, length) = classify(index)
    if WordClass.isWordPart(wordClass) {
      let start = index
      if let counts = takeWord() {
        settled = index
        if counts { body(start..<index) }
      } else {
        scanStretch(body)
      }
    } else if wordClass == WordClass.complex {
      if let end = hangulEnd() {
        body(index..<end)
        index = end
        settled = end
      } else {
        scanStretch(body)
      }
    } else {
      index += length
    }
  }

  @inline(__always)
  private func classify(_ index: Int) -> (wordClass: UInt8, length: Int) {
    let byte = bytes[index]
    if byte < 0x80 {
      if byte == 0x3A, colonJoins { return (WordClass.midLetter, 1) }
      return (classes[Int(byte)], 1)
    }
    let (scalar, length) = UTF8Scalars.decode(bytes, index, count)
    if scalar < ScalarTables.limit { return (classes[Int(scalar)], length) }
    return (scalar == UTF8Scalars.replacement ? WordClass.other : WordClass.complex, length)
  }

  /// Moves `index` behind the segment that starts there and tells whether it has a letter or a
  /// digit; nil when ICU has to decide.
  private mutating func takeWord() -> Bool? {
    var last = WordClass.extendNumLet
    var hasLetterOrDigit = false
    while index < count {
      let (wordClass, length) = classify(index)
      if WordClass.isWordPart(wordClass) {
        last = wordClass
        hasLetterOrDigit = hasLetterOrDigit || WordClass.makesWord(wordClass)
        index += length
        continue
      }
      switch wordClass {
      case WordClass.other:
        return hasLetterOrDigit
      case WordClass.extend:  // WB4
        index += length
      case WordClass.complex:
        return nil
      default:
        guard let joins = joinsAcross(wordClass, length, after: last) else { return nil }
        if joins {
          index += length
          skipExtends()
        } else {
          if wordClass == WordClass.singleQuote, last == WordClass.hebrew {  // WB7a
            index += length
            skipExtends()
          }
          return hasLetterOrDigit
        }
      }
    }
    return hasLetterOrDigit
  }

  /// Tells whether the punctuation at `index` stands inside a word (WB6, 7, 7b, 7c, 11, 12); nil
  /// when what follows it is ICU's business.
  private func joinsAcross(_ wordClass: UInt8, _ length: Int, after last: UInt8) -> Bool? {
    let joinsLetters: Bool
    let joinsDigits: Bool
    switch wordClass {
    case WordClass.midLetter: (joinsLetters, joinsDigits) = (true, false)
    case WordClass.midNum: (joinsLetters, joinsDigits) = (false, true)
    case WordClass.doubleQuote: (joinsLetters, joinsDigits) = (last == WordClass.hebrew, false)
    default: (joinsLetters, joinsDigits) = (true, true)
    }
    var next = index + length
    while next < count {
      let (following, size) = classify(next)
      if following == WordClass.complex { return nil }
      if following != WordClass.extend {
        if wordClass == WordClass.doubleQuote {
          return joinsLetters && following == WordClass.hebrew
        }
        if WordClass.isLetter(last) { return joinsLetters && WordClass.isLetter(following) }
        return joinsDigits && last == WordClass.numeric && following == WordClass.numeric
      }
      next += size
    }
    return false
  }

  /// Returns where a run of Hangul syllables ends that is one word: those that stand between blanks
  /// and punctuation. ICU parts Hangul from letters, Han and digits beside it; those runs are its
  /// own.
  private func hangulEnd() -> Int? {
    var end = index
    while end + 2 < count, bytes[end] &- 0xEA < 4 {
      let (scalar, length) = UTF8Scalars.decode(bytes, end, count)
      if scalar &- 0xAC00 >= 11172 { break }
      end += length
    }
    if end == index { return nil }
    if end == count { return end }
    // Inner punctuation does not join Hangul, dictionary scripts being parted before the rules
    // apply.
    let next = classify(end).wordClass
    let isPunctuation = next >= WordClass.midLetter && next < WordClass.complex
    return next == WordClass.other || isPunctuation ? end : nil
  }

  private mutating func skipExtends() {
    while index < count {
      let (wordClass, length) = classify(index)
      if wordClass != WordClass.extend { return }
      index += length
    }
  }

  /// Gives ICU everything from `settled` to the next blank at which a break is certain.
  private mutating func scanStretch(_ body: (Range<Int>) -> Void) {
    let end = stretchEnd()
    ICUWords.words(bytes, settled..<end, colonJoins: colonJoins, body)
    index = end
    settled = end
  }

  /// Nothing joins a blank to what stands before it, but marks and joiners cling to the blank
  /// itself and a pictograph to those (WB3c), which only ICU resolves.
  private func stretchEnd() -> Int {
    var end = index
    while end < count {
      let byte = bytes[end]
      if byte == 0x20 || byte == 0x0A || byte == 0x0D, end > settled {
        if end + 1 >= count { return end }
        let next = classify(end + 1).wordClass
        if next != WordClass.extend, next != WordClass.complex || !isJoiner(end + 1) { return end }
      }
      end += 1
    }
    return count
  }

  private func isJoiner(_ index: Int) -> Bool {
    UTF8Scalars.decode(bytes, index, count).scalar == 0x200D
  }
}
