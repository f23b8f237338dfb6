/// What a mark at the end of a sentence is.
enum Terminator {
  /// A full stop, which may belong to an abbreviation or a number.
  case stop
  /// Question and exclamation marks, danda and their kin in other scripts.
  case mark
  /// "…", "..", ". . ."
  case ellipsis
  /// 。！？, after which no blank is needed.
  case ideographic

  /// Returns the terminator that a scalar is; nil for all others.
  static func of(_ scalar: UInt32, semicolonAsks: Bool) -> Terminator? {
    switch scalar {
    case 0x2E: return .stop
    case 0x21, 0x3F: return .mark
    case 0x3B: return semicolonAsks ? .mark : nil
    case 0x2026: return .ellipsis
    // Greek, Armenian, Arabic, Urdu, Devanagari, Burmese, Ethiopic, Khmer; ‼ ‽ ⁇ ⁈ ⁉
    case 0x37E, 0x589, 0x61F, 0x6D4, 0x964, 0x965, 0x104A, 0x104B, 0x1362, 0x1367, 0x17D4,
      0x203C, 0x203D, 0x2047, 0x2048, 0x2049:
      return .mark
    case 0x3002, 0xFF01, 0xFF1F, 0xFF61, 0xFE52, 0xFE56, 0xFE57: return .ideographic
    default: return nil
    }
  }

  /// For each byte, whether a sentence may end, a bracket open or a line break at a scalar that it
  /// begins; all other bytes are passed over without a decision.
  static let interesting: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in [0x0A, 0x0D, 0x21, 0x28, 0x2E, 0x3B, 0x3F, 0x5B] { table[byte] = true }
    // Lead bytes of the scalars above, of ideographic brackets and of U+2028 and U+2029.
    for byte in [0xCD, 0xD6, 0xD8, 0xDB, 0xE0, 0xE1, 0xE2, 0xE3, 0xEF] { table[byte] = true }
    return table
  }()
}
