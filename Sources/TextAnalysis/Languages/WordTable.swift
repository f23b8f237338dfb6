/// A set of words in which each carries bits, looked up by UTF-8 bytes without allocating.
///
/// Open addressing over FNV-1a, at most half full. Tables are made once for each language and live
/// as long as the process: their memory is never freed, so that copies cost no reference counting,
/// which took half of the time of a look-up.
struct WordTable: @unchecked Sendable {
  private struct Slot {
    var start: UInt32 = 0
    var length: UInt32 = 0  // 0: the slot is free
    var hash: UInt32 = 0
    var bits: UInt64 = 0
  }

  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int
  private let text: UnsafeMutablePointer<UInt8>

  /// Creates a table of words parted by blanks; bits given to one word several times are united.
  init(_ lists: [(words: String, bits: UInt64)]) {
    var entries: [(word: Substring.UTF8View, bits: UInt64)] = []
    var size = 0
    for list in lists {
      for word in list.words.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        entries.append((word, list.bits))
        size += word.count
      }
    }
    var capacity = 16
    while capacity < entries.count * 2 { capacity *= 2 }
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(), count: capacity)
    mask = capacity - 1
    text = .allocate(capacity: size * 2)  // folding lengthens a word by half at most (U+023A)
    var used = 0
    for entry in entries {
      let length = Self.writeFolded(Array(entry.word), to: text + used)
      let word = UnsafeBufferPointer(start: text + used, count: length)
      let hash = Self.hash(word)
      let slot = find(word, hash)
      if slot.pointee.length == 0 {
        slot.pointee = Slot(
          start: UInt32(used), length: UInt32(word.count), hash: hash, bits: entry.bits)
        used += word.count
      } else {
        slot.pointee.bits |= entry.bits
      }
    }
  }

  /// Lists hold words as they are read; look-ups fold also what is small, as the ς of Greek.
  private static func writeFolded(
    _ word: [UInt8], to place: UnsafeMutablePointer<UInt8>
  ) -> Int {
    word.withUnsafeBufferPointer { buffer in
      SimpleFolding.withFolded(buffer) { folded in
        guard let folded, let base = folded.baseAddress else { return 0 }
        place.initialize(from: base, count: folded.count)
        return folded.count
      }
    }
  }

  /// Returns the bits of a word that is already folded; 0 when it is not there.
  func bits(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    word.isEmpty ? 0 : find(word, Self.hash(word)).pointee.bits
  }

  /// Returns the bits of a word in any case; 0 when it is not there. Words over 64 bytes never are.
  func bits(ofAnyCase word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    SimpleFolding.withFolded(word) { folded in folded.map { bits(of: $0) } ?? 0 }
  }

  /// Returns the slot of a word, or the free one where it would stand.
  private func find(
    _ word: UnsafeBufferPointer<UInt8>, _ hash: UInt32
  ) -> UnsafeMutablePointer<Slot> {
    var place = Int(hash) & mask
    while true {
      let slot = slots + place
      if slot.pointee.length == 0 { return slot }
      if slot.pointee.hash == hash, Int(slot.pointee.length) == word.count,
        word.elementsEqual(
          UnsafeBufferPointer(start: text + Int(slot.pointee.start), count: word.count))
      {
        return slot
      }
      place = (place + 1) & mask
    }
  }

  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash ^ hash >> 15
  }
}
