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

  /// Returns the measure of a row with `count` types, in which what is below 0 is none; `factor`
  /// numbers the factors of all rows.
  static func measure(
    _ row: UnsafeBufferPointer<Int32>, count: Int, _ kinds: UnsafeMutablePointer<Lexicon.Kind>,
    factor: inout UInt32
  ) -> Double? {
    guard count >= fewestTokens else { return nil }
    let forward = factors(row.count, kinds, &factor) { row[$0] }
    let backward = factors(row.count, kinds, &factor) { row[row.count - 1 - $0] }
    guard forward > 0, backward > 0 else { return nil }
    return (Double(count) / forward + Double(count) / backward) / 2
  }

  /// How many factors the row has, the last one in part.
  @inline(__always)
  private static func factors(
    _ count: Int, _ kinds: UnsafeMutablePointer<Lexicon.Kind>, _ factor: inout UInt32,
    _ type: (Int) -> Int32
  ) -> Double {
    var complete = 0.0
    var (length, repeated) = (0, 0)
    // (length - repeated) / length ≤ 0.72 is 25 repeated - 7 length ≥ 0, which is kept as a sum.
    var balance = 0
    factor += 1
    for index in 0..<count {
      let type = type(index)
      if type < 0 { continue }
      let kind = kinds + Int(type)
      length &+= 1
      balance &-= 7
      if kind.pointee.factor != factor {
        kind.pointee.factor = factor
        continue
      }
      repeated &+= 1
      balance &+= 25
      // Only a repetition can bring it there.
      if balance >= 0 {
        complete += 1
        factor += 1
        (length, repeated, balance) = (0, 0, 0)
      }
    }
    guard length > 0 else { return complete }
    return complete + (1 - Double(length - repeated) / Double(length)) / (1 - threshold)
  }
}
