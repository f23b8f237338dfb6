import PluginHost

/// The limits under which an answer was made.
struct LimitStamp: Hashable {
  /// Microseconds, bytes and milliseconds, in an order that never changes.
  private let amounts: [Int64]

  init(_ limits: Limits, patience: Int) {
    let cpu = limits.cpu.components
    amounts = [
      cpu.seconds * 1_000_000 + cpu.attoseconds / 1_000_000_000_000, Int64(limits.memory),
      Int64(limits.result), Int64(limits.print), Int64(patience),
    ]
  }

  init?(_ bytes: [UInt8]) {
    guard bytes.count == 40 else { return nil }
    amounts = (0..<5).map { index in
      bytes.withUnsafeBytes {
        Int64(littleEndian: $0.loadUnaligned(fromByteOffset: 8 * index, as: Int64.self))
      }
    }
  }

  var bytes: [UInt8] {
    amounts.flatMap { amount in withUnsafeBytes(of: amount.littleEndian) { Array($0) } }
  }

  /// Whether an answer that was made under these limits would be the same under others.
  ///
  /// What went well goes well with more; everything else may be owed to a limit.
  func holds(under other: LimitStamp, _ status: RecordStatus) -> Bool {
    self == other || (status == .ok && zip(amounts, other.amounts).allSatisfy { $0 <= $1 })
  }
}
