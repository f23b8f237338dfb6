import Bytes

/// Syllables of English words by their spelling: runs of vowels, less the silent ones, plus those
/// that stand in one run but are spoken apart.
///
/// The corrections follow the usual spelling rules (as in Fast's Lingua::EN::Syllable): final e is
/// silent but for -le after a consonant; -ed is silent but after t and d; -es but after sibilants;
/// -tion, -cious and -cial are one; ia, io, eo, ua and iu between consonants are two.
enum EnglishSyllables {
  /// Returns the syllables of an ASCII word, at least 1; a hyphen or an apostrophe parts words.
  static func count(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var total = 0
    var start = 0
    for index in 0...word.count {
      let isEnd = index == word.count
      if !isEnd, ASCII.isLetter(word[index]) { continue }
      if index > start, !isContraction(word, start) {
        total += countPart(UnsafeBufferPointer(rebasing: word[start..<index]))
      }
      start = index + 1
    }
    return max(1, total)
  }

  /// What follows an apostrophe is silent: "it's", "we're", "don't"; but "y'all" is not worth a
  /// rule.
  private static func isContraction(_ word: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    start > 0 && word[start - 1] == 0x27 && word.count - start <= 2
  }

  private static func countPart(_ part: UnsafeBufferPointer<UInt8>) -> Int {
    if part.count > 48 { return part.count / 3 }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 48) { room in
      for index in 0..<part.count { room[index] = ASCII.lowercased(part[index]) }
      return count(Letters(word: UnsafeBufferPointer(rebasing: room[..<part.count])))
    }
  }

  private static func count(_ word: Letters) -> Int {
    var syllables = 0
    var index = 0
    while index < word.count {
      guard word.isVowel(index) else {
        index += 1
        continue
      }
      var end = index
      while word.isVowel(end) { end += 1 }
      syllables += 1 + word.hiatuses(index..<end)
      index = end
    }
    return max(1, syllables - word.silentEnding() - word.silentJoint() + word.syllabicEnding())
  }
}
