import PluginHost

/// The limits under which an answer was made.
struct LimitStamp: Equatable {
  /// Microseconds, bytes and milliseconds, in an order that never changes.
  let amounts: FiveNumbers

  init(_ limits: Limits, patience: Int) {
    let cpu = limits.cpu.components
    amounts = FiveNumbers(
      cpu.seconds * 1_000_000 + cpu.attoseconds / 1_000_000_000_000, Int64(limits.memory),
      Int64(limits.result), Int64(limits.print), Int64(patience))
  }

  /// Takes the bytes of a cache; `nil` where they are no limits.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let amounts = FiveNumbers(bytes) else { return nil }
    self.amounts = amounts
  }

  /// Whether an answer that was made under these limits would be the same under others.
  ///
  /// What went well goes well with more; everything else may be owed to a limit.
  func holds(under other: LimitStamp, _ status: RecordStatus) -> Bool {
    self == other || (status == .ok && amounts.isWithin(other.amounts))
  }
}
