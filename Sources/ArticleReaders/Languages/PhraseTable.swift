import Bytes

/// Phrases by their bytes, numbered as they come and looked up without allocating.
///
/// Open addressing, at most half full; a slot holds the number of a phrase, or -1.
struct PhraseTable: Sendable {
  private var slots = [Int32](repeating: -1, count: 16)
  private var text: [UInt8] = []
  private var ends: [Int] = []

  init() {}

  /// Creates a table of words.
  init(_ words: [String]) {
    for word in words { _ = insert(Array(word.utf8)) }
  }

  /// The number of phrases.
  var count: Int { ends.count }

  /// Whether a phrase has these bytes.
  func contains(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { index(of: $0) } != nil
  }

  /// The number of a phrase; a new one is added.
  mutating func insert(_ phrase: [UInt8]) -> Int {
    if let known = phrase.withUnsafeBufferPointer({ index(of: $0) }) { return known }
    text += phrase
    ends.append(text.count)
    if count * 2 > slots.count { grow() }
    place(count - 1)
    return count - 1
  }

  /// The number of the phrase that has these bytes, or `nil`.
  func index(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let mask = slots.count - 1
    var slot = PhraseTable.hash(bytes) & mask
    while slots[slot] >= 0 {
      if isSame(Int(slots[slot]), bytes) { return Int(slots[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  private func isSame(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == bytes.count else { return false }
    for index in 0..<bytes.count where text[range.lowerBound + index] != bytes[index] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in 0..<count - 1 { place(number) }
  }

  private mutating func place(_ number: Int) {
    let mask = slots.count - 1
    let hash = text[range(number)].withUnsafeBufferPointer { PhraseTable.hash($0) }
    var slot = hash & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(number)
  }

  /// A hash of the length and of up to eight bytes at each end: phrases that differ in the middle alone are few.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var value = UInt64(bytes.count)
    if bytes.count >= 8 {
      let raw = UnsafeRawBufferPointer(bytes)
      value ^= raw.loadUnaligned(as: UInt64.self) &* 0x9E37_79B9_7F4A_7C15
      value ^= value >> 29
      value ^= raw.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
    } else if let base = bytes.baseAddress {
      value ^= EightBytes(base, count: bytes.count).bits &* 0x9E37_79B9_7F4A_7C15
    }
    return Int(truncatingIfNeeded: (value &* 0xD6E8_FEB8_6659_FD93) >> 33)
  }
}
