import Bytes

/// Words numbered from 0 in the order in which they are first seen.
///
/// Open addressing, at most half full, over one arena of bytes. A word of up to sixteen bytes, as nearly
/// all are, is told from others without a look into the arena, which is seldom in the cache.
struct WordIndex {
  private struct Slot {
    /// The first eight bytes, zeros behind a shorter word.
    var head: UInt64 = 0
    /// The last eight bytes of a word that has more, else 0.
    var tail: UInt64 = 0
    /// 24 bits of the hash over the length, 255 for longer ones.
    var tag: UInt32 = 0
    /// -1 where the slot is free.
    var number: Int32 = -1
  }

  private struct Place {
    var start: UInt32
    var length: UInt32
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var places = Growing<Place>()
  private var arena = Growing<UInt8>(capacity: 4096)

  /// Creates an index with room for half of `capacity` words, a power of two, before it grows.
  init(capacity: Int = 4096) {
    mask = capacity - 1
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(), count: capacity)
  }

  func free() {
    slots.deallocate()
    places.free()
    arena.free()
  }

  /// The number of words.
  var count: Int { places.count }

  /// Bytes that it holds, about.
  var size: Int { arena.count + count * 8 + mask * MemoryLayout<Slot>.stride }

  /// The bytes of a word, until the next one is added.
  func word(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    let place = places.elements[number]
    return UnsafeBufferPointer(start: arena.elements + Int(place.start), count: Int(place.length))
  }

  /// Returns the number of a word of at least one byte, which is `count` before the call when the
  /// word is new. Bytes before `limit` may be read even where they are no longer the word's.
  @inline(__always)
  mutating func number(
    of word: UnsafePointer<UInt8>, _ length: Int, limit: UnsafePointer<UInt8>
  ) -> Int32 {
    let key = WordIndex.key(of: word, length, WordIndex.head(word, length, limit))
    let (number, place) = find(key, word, length)
    return number < 0 ? insert(word, length, key, at: place) : number
  }

  /// Returns the number of a word, which is new where it is `count` before the call.
  mutating func number(of word: [UInt8]) -> Int32 {
    word.withUnsafeBufferPointer { word in
      guard let base = word.baseAddress else { return -1 }
      return number(of: base, word.count, limit: base + word.count)
    }
  }

  /// Returns the number of a word; -1 where it has none. Bytes before `limit` may be read.
  @inline(__always)
  func known(
    _ word: UnsafePointer<UInt8>, _ length: Int, limit: UnsafePointer<UInt8>
  ) -> Int32 {
    guard length <= 16, word + 8 <= limit else { return knownRare(word, length, limit) }
    let key = WordIndex.shortKey(of: word, length)
    return number(key.head, key.tail, key.tag)
  }

  /// Returns the number of a word that stands in the first slot where it may; -1 for others, and for those that are
  /// long or at the end of the memory.
  ///
  /// No decision depends on what is found, so that one look-up begins while others still wait for their slots.
  @inline(__always)
  func likely(
    _ word: UnsafePointer<UInt8>, _ length: Int, limit: UnsafePointer<UInt8>
  ) -> Int32 {
    guard length <= 16, word + 8 <= limit else { return -1 }
    let key = WordIndex.shortKey(of: word, length)
    let slot = slots[WordIndex.start(key.tag) & mask]
    let rest = (slot.head ^ key.head) | (slot.tail ^ key.tail) | UInt64(slot.tag ^ key.tag)
    // All bits where anything differs.
    let differs = 0 &- (rest | (0 &- rest)) >> 63
    return slot.number | Int32(truncatingIfNeeded: differs)
  }

  /// What the slot of a word of up to sixteen bytes has, but for its number. Eight bytes are read of a shorter one.
  ///
  /// One way for words of up to eight bytes and longer ones: which comes next is hard to foresee.
  @inline(__always)
  private static func shortKey(of word: UnsafePointer<UInt8>, _ length: Int) -> Slot {
    let isLong = length > 8
    let first = EightBytes(word).bits
    let all = UInt64.max
    let head = isLong ? first : first & ~(all << UInt64(truncatingIfNeeded: length &* 8))
    let tail = EightBytes(isLong ? word + (length &- 8) : word).bits & (isLong ? all : 0)
    let hash = WordIndex.hash(head, length)
    return Slot(
      head: head, tail: tail, tag: tag(isLong ? WordIndex.mixed(hash, tail) : hash, length))
  }

  /// The number of a word of up to sixteen bytes; -1 where it has none.
  @inline(__always)
  private func number(_ head: UInt64, _ tail: UInt64, _ tag: UInt32) -> Int32 {
    var place = WordIndex.start(tag) & mask
    while case let slot = slots[place], slot.number >= 0 {
      if slot.head == head, slot.tail == tail, slot.tag == tag { return slot.number }
      place = (place &+ 1) & mask
    }
    return -1
  }

  /// The same for words of more than sixteen bytes and at the end of a text.
  @inline(never)
  private func knownRare(
    _ word: UnsafePointer<UInt8>, _ length: Int, _ limit: UnsafePointer<UInt8>
  ) -> Int32 {
    find(WordIndex.key(of: word, length, WordIndex.head(word, length, limit)), word, length).number
  }

  /// Returns the number of a word; -1 where it has none.
  func known(_ word: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
    known(word, length, limit: word)
  }

  /// Returns the number of a word; -1 where it has none.
  func known(_ word: [UInt8]) -> Int32 {
    word.withUnsafeBufferPointer { word in
      guard let base = word.baseAddress else { return -1 }
      return known(base, word.count)
    }
  }

  /// Returns the number of a word of up to eight bytes, the first in the lowest byte of `head`; -1
  /// where it has none.
  @inline(__always)
  func known(short head: UInt64, _ length: Int) -> Int32 {
    number(head, 0, WordIndex.tag(WordIndex.hash(head, length), length))
  }

  /// The number of a word and its slot; -1 and the free slot where it would stand.
  @inline(__always)
  private func find(_ key: Slot, _ word: UnsafePointer<UInt8>, _ length: Int)
    -> (number: Int32, place: Int)
  {
    var place = WordIndex.start(key.tag) & mask
    while case let slot = slots[place], slot.number >= 0 {
      if slot.head == key.head, slot.tail == key.tail, slot.tag == key.tag,
        length <= 16 || isSame(word, length, slot.number)
      {
        return (slot.number, place)
      }
      place = (place &+ 1) & mask
    }
    return (-1, place)
  }

  @inline(__always)
  private static func start(_ tag: UInt32) -> Int { Int(tag >> 8) }

  @inline(__always)
  private static func head(
    _ word: UnsafePointer<UInt8>, _ length: Int, _ limit: UnsafePointer<UInt8>
  ) -> UInt64 {
    if length >= 8 { return EightBytes(word).bits }
    if word + 8 <= limit {
      return EightBytes(word).bits & ((1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1)
    }
    return EightBytes(word, count: length).bits
  }

  @inline(__always)
  private static func hash(_ head: UInt64, _ length: Int) -> UInt64 {
    (head ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
  }

  @inline(__always)
  private static func tag(_ hash: UInt64, _ length: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32) & ~0xFF | UInt32(truncatingIfNeeded: length)
  }

  /// What the slot of a word has, but for its number.
  @inline(__always)
  private static func key(of word: UnsafePointer<UInt8>, _ length: Int, _ head: UInt64) -> Slot {
    let first = hash(head, length)
    if length <= 8 { return Slot(head: head, tag: tag(first, length)) }
    let tail = EightBytes(word + (length - 8)).bits
    var hash = mixed(first, tail)
    eachMiddle(length) { hash = mixed(hash, EightBytes(word + $0).bits) }
    return Slot(head: head, tail: tail, tag: tag(hash, min(length, 255)))
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ bytes: UInt64) -> UInt64 {
    (hash ^ hash >> 29 ^ bytes) &* 0x9E37_79B9_7F4A_7C15
  }

  /// The places of eight bytes each between the first and the last eight of a word.
  @inline(__always)
  private static func eachMiddle(_ length: Int, _ body: (Int) -> Void) {
    var index = 8
    while index < length - 8 {
      body(index)
      index += 8
    }
  }

  /// Whether a word of more than sixteen bytes is the one of that number, given that its ends are.
  @inline(never)
  private func isSame(_ word: UnsafePointer<UInt8>, _ length: Int, _ number: Int32) -> Bool {
    let place = places.elements[Int(number)]
    guard Int(place.length) == length else { return false }
    let known = UnsafePointer(arena.elements + Int(place.start))
    var isSame = true
    WordIndex.eachMiddle(length) {
      isSame = isSame && EightBytes(known + $0).bits == EightBytes(word + $0).bits
    }
    return isSame
  }

  @inline(never)
  private mutating func insert(
    _ word: UnsafePointer<UInt8>, _ length: Int, _ key: Slot, at place: Int
  ) -> Int32 {
    let number = Int32(count)
    slots[place] = key
    slots[place].number = number
    places.append(Place(start: UInt32(arena.count), length: UInt32(length)))
    arena.append(UnsafeBufferPointer(start: word, count: length))
    if count * 2 > mask { grow() }
    return number
  }

  private mutating func grow() {
    let old = UnsafeMutableBufferPointer(start: slots, count: mask + 1)
    mask = mask * 2 + 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(), count: mask + 1)
    for slot in old where slot.number >= 0 {
      var place = WordIndex.start(slot.tag) & mask
      while slots[place].number >= 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
    old.deallocate()
  }
}
