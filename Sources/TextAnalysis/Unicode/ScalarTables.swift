import CICU

/// Tables over the scalars below U+3000, read from ICU on first use so that they cannot disagree
/// with it: filling them takes well under a millisecond, a look-up one load.
///
/// They live as long as the process; nothing writes to them after they are filled.
enum ScalarTables {
  /// The tables hold the scalars below this one: all but CJK, Hangul syllables and the emoji
  /// planes.
  static let limit: UInt32 = 0x3000

  /// Word classes (`IBID_WORD_…`) of the scalars below `limit`.
  nonisolated(unsafe) static let wordClasses: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: Int(limit))
    ibid_fill_word_classes(table, limit)
    return UnsafePointer(table)
  }()

  /// Simple case foldings of the scalars below `limit`.
  nonisolated(unsafe) static let simpleFolds: UnsafePointer<UInt16> = {
    let table = UnsafeMutablePointer<UInt16>.allocate(capacity: Int(limit))
    ibid_fill_simple_folds(table, limit)
    return UnsafePointer(table)
  }()

  /// Full case foldings of the scalars below `limit`; 0 where the folding is several scalars.
  nonisolated(unsafe) static let fullFolds: UnsafePointer<UInt16> = {
    let table = UnsafeMutablePointer<UInt16>.allocate(capacity: Int(limit))
    ibid_fill_full_folds(table, limit)
    return UnsafePointer(table)
  }()

  /// Returns the simple case folding of any scalar.
  @inline(__always)
  static func simpleFold(_ scalar: UInt32) -> UInt32 {
    scalar < limit ? UInt32(simpleFolds[Int(scalar)]) : ibid_simple_fold(scalar)
  }
}
