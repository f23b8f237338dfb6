/// A set of bytes, such as those that any of many phrases begins with.
struct ByteSet: Sendable {
  private var members = [Bool](repeating: false, count: 256)

  mutating func insert(_ byte: UInt8) { members[Int(byte)] = true }

  func contains(_ byte: UInt8) -> Bool { members[Int(byte)] }
}
