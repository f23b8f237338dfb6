/// MTLD, the measure of textual lexical diversity: how many words on average keep the ratio of types
/// to tokens above 0.72, read from both ends.
///
/// McCarthy and Jarvis, "MTLD, vocd-D, and HD-D: A validation study" (Behavior Research Methods
/// 42, 2010). It hardly depends on length, as the plain ratio does.
enum LexicalDiversity {
  static let threshold = 0.72
  /// The authors take no texts under a hundred words; half of that is the least that gives a factor
  /// or two.
  static let fewestTokens = 50

  /// Returns the measure of a row with `count` types, in which -1 is none. `factor` numbers the factors
  /// of all rows; `factors` holds for each type the one that has met it last, and one more place before
  /// them for what is none.
  static func measure(
    _ row: UnsafeBufferPointer<Int32>, count: Int, _ factors: UnsafeMutablePointer<UInt32>,
    factor: inout UInt32
  ) -> Double? {
    guard count >= fewestTokens, let first = row.baseAddress else { return nil }
    let last = first + (row.count - 1)
    let forward = factorCount(from: first, step: 1, row.count, factors, &factor)
    let backward = factorCount(from: last, step: -1, row.count, factors, &factor)
    guard forward > 0, backward > 0 else { return nil }
    return (Double(count) / forward + Double(count) / backward) / 2
  }

  /// How many factors the row has that begins at `first`, the last one in part.
  @inline(__always)
  private static func factorCount(
    from first: UnsafePointer<Int32>, step: Int, _ count: Int,
    _ factors: UnsafeMutablePointer<UInt32>, _ factor: inout UInt32
  ) -> Double {
    var complete = 0.0
    var length = 0
    // (length - repeated) / length ≤ 0.72 is 25 repeated - 7 length ≥ 0, a sum that tells `repeated` as well.
    var balance = 0
    var (place, left) = (first, count)
    factor += 1
    while left > 0 {
      let type = Int(place.pointee)
      place += step
      left &-= 1
      // Sums of masks, because whether a word is a repetition cannot be foreseen: all bits for a type, and for one
      // that this factor has met.
      let isType = ~(type >> 63)
      let isMet = (Int(factors[type] ^ factor) &- 1) >> 63
      length &-= isType
      balance &+= ((isMet & 25) &- 7) & isType
      factors[type] = factor
      // Neither is below 0. Only a repetition can bring the first there.
      if balance | (length &- 1) >= 0 {
        complete += 1
        factor += 1
        (length, balance) = (0, 0)
      }
    }
    guard length > 0 else { return complete }
    let repeated = (balance + 7 * length) / 25
    return complete + (1 - Double(length - repeated) / Double(length)) / (1 - threshold)
  }
}
