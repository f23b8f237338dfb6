/// A set of words in which each carries bits, looked up by UTF-8 bytes without allocating.
///
/// Open addressing over FNV-1a, at most half full; all words stand in one array.
struct WordTable: Sendable {
  private struct Slot: Sendable {
    var start: UInt32 = 0
    var length: UInt32 = 0  // 0: the slot is free
    var hash: UInt32 = 0
    var bits: UInt64 = 0
  }

  private var slots: [Slot]
  private var text: [UInt8] = []

  /// Creates a table; bits given to one word several times are united.
  init(_ lists: [(words: String, bits: UInt64)]) {
    var entries: [(word: Substring.UTF8View, bits: UInt64)] = []
    for list in lists {
      for word in list.words.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        entries.append((word, list.bits))
      }
    }
    var capacity = 16
    while capacity < entries.count * 2 { capacity *= 2 }
    slots = Array(repeating: Slot(), count: capacity)
    for entry in entries { insert(Array(entry.word), entry.bits) }
  }

  private mutating func insert(_ word: [UInt8], _ bits: UInt64) {
    word.withUnsafeBufferPointer { buffer in
      let hash = Self.hash(buffer)
      let place = find(buffer, hash)
      if slots[place].length == 0 {
        slots[place] = Slot(
          start: UInt32(text.count), length: UInt32(word.count), hash: hash, bits: bits)
        text += word
      } else {
        slots[place].bits |= bits
      }
    }
  }

  /// Returns the bits of a word that is written as in the lists; 0 when it is not there.
  func bits(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if word.isEmpty { return 0 }
    let slot = slots[find(word, Self.hash(word))]
    return slot.length == 0 ? 0 : slot.bits
  }

  /// Returns the bits of a word in any case; 0 when it is not there. Words over 64 bytes never are.
  func bits(ofAnyCase word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    SimpleFolding.withFolded(word) { folded in folded.map { bits(of: $0) } ?? 0 }
  }

  private func find(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while slots[place].length != 0 {
      if slots[place].hash == hash, Int(slots[place].length) == word.count {
        let start = Int(slots[place].start)
        if text[start..<start + word.count].elementsEqual(word) { return place }
      }
      place = (place + 1) & mask
    }
    return place
  }

  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash ^ hash >> 15
  }
}
