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
    var words = 0
    var size = 0
    for list in lists {
      size += list.words.utf8.count + 1
      words += list.words.utf8.count { $0 == 0x20 || $0 == 0x0A } + 1
    }
    var capacity = 16
    while capacity < words * 2 { capacity *= 2 }
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(), count: capacity)
    mask = capacity - 1
    // Folding lengthens a word by half at most (U+023A).
    text = .allocate(capacity: size * 2)
    var used = 0
    for list in lists {
      var string = list.words
      string.withUTF8 { bytes in
        for word in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
          insert(UnsafeBufferPointer(rebasing: word), list.bits, &used)
        }
      }
    }
  }

  /// Inserts a word folded: look-ups fold also what is small, as the ς of Greek.
  private func insert(_ word: UnsafeBufferPointer<UInt8>, _ bits: UInt64, _ used: inout Int) {
    SimpleFolding.withFolded(word) { folded in
      guard let folded, let base = folded.baseAddress, !folded.isEmpty else { return }
      let hash = Self.hash(folded)
      let slot = find(folded, hash)
      if slot.pointee.length == 0 {
        (text + used).initialize(from: base, count: folded.count)
        slot.pointee = Slot(
          start: UInt32(used), length: UInt32(folded.count), hash: hash, bits: bits)
        used += folded.count
      } else {
        slot.pointee.bits |= bits
      }
    }
  }

  /// Returns the bits of a word that is already folded; 0 when it is not there.
  func bits(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    word.isEmpty ? 0 : find(word, Self.hash(word)).pointee.bits
  }

  /// Returns the bits of a word in any case; 0 when it is not there. Words over 64 bytes never are.
  func bits(ofAnyCase word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if let short = Self.foldedShort(word) {
      return withUnsafeBytes(of: short.littleEndian) { bytes in
        bits(of: UnsafeBufferPointer(rebasing: bytes.bindMemory(to: UInt8.self)[..<word.count]))
      }
    }
    return SimpleFolding.withFolded(word) { folded in folded.map { bits(of: $0) } ?? 0 }
  }

  /// Up to eight ASCII bytes in lower case, the first in the lowest byte; nil for any other word.
  ///
  /// Nearly all words that tell a language are that short, and nearly all that are looked up.
  @inline(__always)
  private static func foldedShort(_ word: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard word.count <= 8 else { return nil }
    var packed: UInt64 = 0
    for byte in word.reversed() { packed = packed << 8 | UInt64(byte) }
    guard packed & 0x8080_8080_8080_8080 == 0 else { return nil }
    // The top bit of each byte from `A` on, without those behind `Z`; a capital differs by 0x20.
    let capitals = (packed &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(packed &+ 0x2525_2525_2525_2525)
    return packed | (capitals & 0x8080_8080_8080_8080) >> 2
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
