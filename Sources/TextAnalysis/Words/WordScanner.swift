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
    while index &+ SixtyFourBytes.count < count { scanBlock(body) }
    while index < count { scanOne(body) }
  }

  /// Reads the words of sixty-four bytes, of which most are runs of letters between bytes that join nothing: those are
  /// told by bits, as where a word ends is hard to foresee.
  ///
  /// A word that goes on behind the block is left to the next.
  @inline(__always)
  private mutating func scanBlock(_ body: (Range<Int>) -> Void) {
    let (bytes, ascii, base) = (self.bytes, self.ascii, index)
    let block = SixtyFourBytes(bytes + base)
    var done = 0
    while done < SixtyFourBytes.count {
      let left = UInt64.max << UInt64(truncatingIfNeeded: done)
      let parts = block.parts & left
      let other = (block.others & left).trailingZeroBitCount
      var starts = parts & ~(parts << 1)
      var ends = ~parts & (parts << 1)
      var next = -1
      while ends != 0 {
        let (start, end) = (starts.trailingZeroBitCount, ends.trailingZeroBitCount)
        if end >= other { break }
        if WordScanner.mayJoin(ascii[Int(bytes[base + end])], ascii[Int(bytes[base + end + 1])]) {
          next = start
          break
        }
        settled = base + end
        body(Range(uncheckedBounds: (base + start, base + end)))
        starts &= starts &- 1
        ends &= ends &- 1
      }
      if next < 0 {
        let start = starts.trailingZeroBitCount
        // What is left may be the beginning of a word.
        if other == SixtyFourBytes.count, start > 0 {
          index = base + start
          return
        }
        next = min(start, other)
      }
      index = base + next
      step(body)
      done = index - base
    }
  }

  /// Whether what follows a run of ASCII letters and digits may belong to its word: no punctuation does before a byte
  /// that joins nothing, as most commas and stops are.
  @inline(__always)
  private static func mayJoin(_ wordClass: UInt8, _ following: UInt8) -> Bool {
    let isPunctuation = wordClass >= WordClass.midLetter && wordClass < WordClass.complex
    return wordClass != WordClass.other && !(isPunctuation && following == WordClass.other)
  }

  /// Reads one word, or one byte between words.
  private mutating func scanOne(_ body: (Range<Int>) -> Void) {
    let end = WordScanner.runEnd(bytes, index, count)
    let wordClass = end < count ? ascii[Int(bytes[end])] : WordClass.other
    let following = end + 1 < count ? ascii[Int(bytes[end + 1])] : WordClass.other
    if WordScanner.mayJoin(wordClass, following) { return step(body) }
    if end > index {
      settled = end
      body(index..<end)
    }
    index = end + 1
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
