/// The last words of a sentence, up to the length of a phrase.
struct PhraseRow {
  let length: Int
  private(set) var types: [Int32] = []

  init(length: Int) { self.length = length }

  var first: Int32 { types[0] }
  var last: Int32 { types[length - 1] }

  mutating func removeAll() { types.removeAll(keepingCapacity: true) }

  /// Adds a word; tells whether there are enough for a phrase.
  mutating func append(_ type: Int32) -> Bool {
    if types.count == length { types.removeFirst() }
    types.append(type)
    return types.count == length
  }
}

/// Counts phrases of one length, each a row of types: open addressing, at most half full.
struct PhraseTable {
  private let length: Int
  private var slots = [Int32](repeating: -1, count: 4096)
  private var rows = Growing<Int32>(capacity: 4096)
  private var counts = Growing<Int32>(capacity: 1024)

  init(length: Int) { self.length = length }

  func free() {
    rows.free()
    counts.free()
  }

  var count: Int { counts.count }

  func occurrences(_ phrase: Int) -> Int { Int(counts.elements[phrase]) }

  func types(_ phrase: Int) -> UnsafeBufferPointer<Int32> {
    UnsafeBufferPointer(start: rows.elements + phrase * length, count: length)
  }

  mutating func add(_ row: PhraseRow) {
    var place = Self.hash(row.types) & (slots.count - 1)
    while slots[place] >= 0 {
      let phrase = Int(slots[place])
      if types(phrase).elementsEqual(row.types) {
        counts.elements[phrase] += 1
        return
      }
      place = (place + 1) & (slots.count - 1)
    }
    slots[place] = Int32(count)
    row.types.withUnsafeBufferPointer { rows.append($0) }
    counts.append(1)
    if count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for phrase in 0..<count {
      var place = Self.hash(types(phrase)) & (slots.count - 1)
      while slots[place] >= 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = Int32(phrase)
    }
  }

  private static func hash(_ row: some Sequence<Int32>) -> Int {
    var hash: UInt64 = 0
    for type in row { hash = (hash ^ hash >> 29 ^ UInt64(UInt32(type))) &* 0x9E37_79B9_7F4A_7C15 }
    return Int(truncatingIfNeeded: hash >> 33)
  }
}
