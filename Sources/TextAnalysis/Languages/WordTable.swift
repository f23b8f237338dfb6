import Bytes

/// A set of words in which each carries bits, looked up by UTF-8 bytes without allocating.
///
/// Tables are made once for each language and live as long as the process: their memory is never
/// freed, so that copies cost no reference counting, which took half of the time of a look-up.
struct WordTable: @unchecked Sendable {
  private let words: WordIndex
  private let bits: UnsafePointer<UInt64>

  /// Creates a table of words parted by blanks; bits given to one word several times are united.
  init(_ lists: [(words: String, bits: UInt64)]) {
    var words = WordIndex(capacity: 256)
    var bits = Growing<UInt64>()
    for list in lists {
      var string = list.words
      string.withUTF8 { bytes in
        for word in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
          // Look-ups fold also what is small, as the ς of Greek.
          SimpleFolding.withFolded(UnsafeBufferPointer(rebasing: word)) { folded in
            guard let folded, let base = folded.baseAddress, !folded.isEmpty else { return }
            let number = Int(words.number(of: base, folded.count, limit: base))
            if number == bits.count { bits.append(0) }
            bits.elements[number] |= list.bits
          }
        }
      }
    }
    self.words = words
    self.bits = UnsafePointer(bits.elements)
  }

  /// Returns the bits of a word that is already folded; 0 when it is not there.
  func bits(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = word.baseAddress else { return 0 }
    let number = words.known(base, word.count)
    return number < 0 ? 0 : bits[Int(number)]
  }

  /// Returns the bits of a folded word of up to eight bytes, packed as `EightBytes` packs them; 0 when it is not there.
  func bits(ofShort packed: UInt64, _ count: Int) -> UInt64 {
    let number = words.known(short: packed, count)
    return number < 0 ? 0 : bits[Int(number)]
  }

  /// Returns the bits of a word in any case; 0 when it is not there. Words over 64 bytes never are.
  func bits(ofAnyCase word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = word.baseAddress else { return 0 }
    // Nearly all words that tell a language are that short, and nearly all that are looked up.
    if word.count <= 8, case let eight = EightBytes(base, count: word.count), eight.notASCII == 0 {
      return bits(ofShort: eight.lowercased.bits, word.count)
    }
    return SimpleFolding.withFolded(word) { folded in folded.map { bits(of: $0) } ?? 0 }
  }
}
