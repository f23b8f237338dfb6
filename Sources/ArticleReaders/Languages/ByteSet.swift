/// A set of bytes, such as those that any of many phrases begins with.
struct ByteSet: Sendable {
  private var members = [Bool](repeating: false, count: 256)

  mutating func insert(_ byte: UInt8) { members[Int(byte)] = true }

  func contains(_ byte: UInt8) -> Bool { members[Int(byte)] }
}

/// How phrases begin: their first three bytes, by the five lowest bits of each, which leave out the case of a letter.
struct OpeningSet: Sendable {
  private var members = [UInt64](repeating: 0, count: 512)

  /// Adds a phrase in lower case of at least two bytes.
  mutating func insert(_ phrase: [UInt8]) {
    // Behind a phrase of two bytes stands any other.
    for third in phrase.count > 2 ? [phrase[2]] : Array(0..<32) {
      let place = OpeningSet.place(phrase[0], phrase[1], third)
      members[place >> 6] |= 1 << UInt64(place & 63)
    }
  }

  /// Whether a line in any case may begin with one of the phrases: false for most lines.
  func mayBegin(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    // Small letters beyond ASCII may differ from large ones in any bit.
    guard line.count > 2, (line[0] | line[1] | line[2]) < 0x80 else { return line.count > 1 }
    let place = OpeningSet.place(line[0], line[1], line[2])
    return members[place >> 6] & 1 << UInt64(place & 63) != 0
  }

  private static func place(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    Int(first & 0x1F) << 10 | Int(second & 0x1F) << 5 | Int(third & 0x1F)
  }
}
