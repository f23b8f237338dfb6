/// The lower-case letters of an English word, with questions about its spelling.
struct Letters {
  let word: UnsafeBufferPointer<UInt8>

  var count: Int { word.count }

  subscript(_ index: Int) -> UInt8 { index >= 0 && index < word.count ? word[index] : 0 }

  /// Whether a letter is a vowel; y is one but at the beginning or before another vowel ("beyond").
  func isVowel(_ index: Int) -> Bool {
    switch self[index] {
    case 0x61, 0x65, 0x69, 0x6F, 0x75: return !isQu(index)
    case 0x79: return index > 0 && !isPlainVowel(index + 1)
    default: return false
    }
  }

  private func isPlainVowel(_ index: Int) -> Bool {
    switch self[index] {
    case 0x61, 0x65, 0x69, 0x6F, 0x75: return true
    default: return false
    }
  }

  /// The u of "qu" is a consonant.
  private func isQu(_ index: Int) -> Bool { self[index] == 0x75 && self[index - 1] == 0x71 }

  func ends(_ ending: StaticString) -> Bool {
    let length = ending.utf8CodeUnitCount
    guard length <= count else { return false }
    for offset in 0..<length where word[count - length + offset] != ending.utf8Start[offset] {
      return false
    }
    return true
  }

  /// How many vowels of a run are spoken apart from the one before: "ia" in "media", "io" in
  /// "radio", "eo" in "video", "ua" in "actual", "iu" in "medium"; but not in "nation", "special",
  /// "people".
  func hiatuses(_ run: Range<Int>) -> Int {
    var apart = 0
    var index = run.lowerBound
    while index + 1 < run.upperBound {
      if isHiatus(index) {
        apart += 1
        index += 1
      }
      index += 1
    }
    return apart
  }

  private func isHiatus(_ index: Int) -> Bool {
    let before = self[index - 1]
    let after = self[index + 2]
    // "being", "going"
    if self[index + 1] == 0x69, index + 4 == count, ends("ing") { return true }
    switch (self[index], self[index + 1]) {
    case (0x69, 0x61), (0x69, 0x6F), (0x69, 0x75):  // ia io iu
      return isSpokenI(index, before, after)
    case (0x65, 0x6F):  // eo, but "people", "george"
      return before != 0x70 && before != 0x67
    case (0x75, 0x61):  // ua, but "guard", "language", "persuade"
      return before != 0x67 && (before != 0x73 || after == 0x6C)
    case (0x75, 0x6F): return before != 0x71  // duo
    case (0x69, 0x65):  // ie, as in "diet", "client", "variety", "earlier"; but "patient", "friend"
      if after == 0x6E {
        return before != 0x72 && before != 0x66 && before != 0x74
          && (before != 0x63 || self[index - 2] == 0x73)
      }
      return after == 0x74 || (after == 0x72 && index + 3 == count && count > 5)
    case (0x65, 0x61):  // ea, as in "create", "reaction", "idea", "area"
      if before == 0x72, after == 0x74 { return self[index - 2] == 0x63 }
      if before == 0x72, after == 0x63, index == 1 { return self[4] != 0x68 }
      return index + 2 == count && count > 3
    case (0x6F, 0x65): return after == 0x74  // poet
    case (0x6F, 0x6F): return index == 1 && before == 0x63 && (after == 0x70 || after == 0x72)
    case (0x69, 0x69): return true
    default: return false
    }
  }

  /// Whether the i of ia, io, iu is spoken: not after c, t, s, g, x ("nation", "special"), but in
  /// "associate"; nor in "million", "union".
  private func isSpokenI(_ index: Int, _ before: UInt8, _ after: UInt8) -> Bool {
    switch before {
    case 0x63, 0x74, 0x73, 0x67, 0x78: return self[index + 1] == 0x61 && after == 0x74
    case 0x6C, 0x6E: return !(self[index + 1] == 0x6F && after == 0x6E && index > 1)
    default: return true
    }
  }

  /// 1 when the e of the ending is silent: "make", "jumped", "makes".
  func silentEnding() -> Int {
    if ends("e"), !isVowel(count - 2), count > 2 {
      // "table", "little": the l takes the syllable; "acre", "theatre" as well.
      let isLiquid = self[count - 2] == 0x6C || self[count - 2] == 0x72
      return isLiquid && !isVowel(count - 3) && self[count - 3] != self[count - 2] ? 0 : 1
    }
    if ends("ed"), count > 3, !isVowel(count - 3) {
      switch self[count - 3] {
      case 0x74, 0x64: return 0
      case 0x6C, 0x72: return isVowel(count - 4) || self[count - 4] == self[count - 3] ? 1 : 0
      default: return 1
      }
    }
    if ends("es"), count > 3, !isVowel(count - 3) {
      switch self[count - 3] {
      case 0x73, 0x78, 0x7A, 0x63, 0x67: return 0
      case 0x68: return self[count - 4] == 0x63 || self[count - 4] == 0x73 ? 0 : 1
      case 0x6C: return isVowel(count - 4) ? 1 : 0
      default: return 1
      }
    }
    if ends("ely") || ends("eful") || ends("eless") { return 1 }
    if ends("ement") { return !isVowel(count - 6) && self[count - 6] != 0x6C ? 1 : 0 }
    return 0
  }

  /// 1 when an e falls silent inside a compound: "therefore", "something", "framework".
  func silentJoint() -> Int {
    guard let next = jointHead() else { return 0 }
    switch self[next] {
    case 0, 0x72, 0x64, 0x73, 0x6E: return 0
    default: return isVowel(next) || ends("ly") && next + 2 == count ? 0 : 1
    }
  }

  /// Where the first part of a compound ends whose e may fall silent.
  private func jointHead() -> Int? {
    switch self[0] {
    case 0x66: begins("frame") ? 5 : nil
    case 0x68: begins("home") ? 4 : nil
    case 0x6C: begins("like") || begins("life") ? 4 : nil
    case 0x73: begins("some") || begins("side") ? 4 : nil
    case 0x74: begins("there") ? 5 : nil
    case 0x77: begins("where") ? 5 : begins("wide") ? 4 : nil
    default: nil
    }
  }

  private func begins(_ head: StaticString) -> Bool {
    guard head.utf8CodeUnitCount < count else { return false }
    for offset in 0..<head.utf8CodeUnitCount where word[offset] != head.utf8Start[offset] {
      return false
    }
    return true
  }

  /// 1 when the ending has a syllable that no run of vowels shows: "rhythm", "prism", "lying".
  func syllabicEnding() -> Int {
    if ends("sm") || ends("thm") || ends("sms") || ends("thms") { return 1 }
    return ends("ying") && count > 4 && !isVowel(count - 5) ? 1 : 0
  }
}
