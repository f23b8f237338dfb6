/// A set of bytes, such as those that any of many phrases begins with.
struct ByteSet: Sendable {
  private var members = [Bool](repeating: false, count: 256)

  mutating func insert(_ byte: UInt8) { members[Int(byte)] = true }

  func contains(_ byte: UInt8) -> Bool { members[Int(byte)] }
}

/// A set of pairs of bytes that may hold a few more than were put in.
struct PairSet: Sendable {
  private var members = [Bool](repeating: false, count: 1024)

  mutating func insert(_ first: UInt8, _ second: UInt8) {
    members[PairSet.place(first, second)] = true
  }

  /// False only where the pair was not put in.
  func mayContain(_ first: UInt8, _ second: UInt8) -> Bool { members[PairSet.place(first, second)] }

  private static func place(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 0x1F) << 5 | Int(second & 0x1F)
  }
}
