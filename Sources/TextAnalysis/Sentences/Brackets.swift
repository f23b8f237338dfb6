/// Brackets and quotation marks around sentences.
enum Brackets {
  /// Whether a scalar right after a stop still belongs to the sentence that the stop ends.
  ///
  /// “ and « close in German, Polish, Danish; `*` and `_` close Markdown's emphasis.
  static func closes(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0x2A, 0x5F, 0xAB, 0xBB, 0x2018, 0x2019, 0x201C, 0x201D,
      0x203A, 0x2039, 0x2033, 0x300B, 0x3009, 0x300D, 0x300F, 0x3011, 0x3015, 0xFF09, 0xFF3D,
      0xFF5D, 0xFF02, 0x301E, 0x301F:
      return true
    default: return false
    }
  }

  /// Whether a scalar may stand before the first letter of a sentence: quotes, brackets, dashes,
  /// ¿¡.
  static func opens(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x28, 0x5B, 0x7B, 0x2A, 0x5F, 0xAB, 0xBB, 0xBF, 0xA1, 0x2018, 0x2019, 0x201A,
      0x201C, 0x201D, 0x201E, 0x2039, 0x203A, 0x2013, 0x2014, 0x2015, 0x2D, 0x300A, 0x3008, 0x300C,
      0x300E, 0x3010, 0x3014, 0xFF08, 0xFF3B, 0x23, 0x40, 0x60, 0x2C:
      return true
    default: return false
    }
  }

  /// What an opening bracket protects: how it closes and whether a stop before the closing one may
  /// end the sentence around it.
  struct Pair {
    let close: UInt32
    let endsSentence: Bool
    /// Not even a bracket that begins the sentence lets sentences end inside.
    let always: Bool
  }

  /// Returns the pair that a scalar opens; nil for quotes that open and close alike, and for all
  /// other scalars.
  static func pair(_ open: UInt32) -> Pair? {
    switch open {
    case 0x28: return Pair(close: 0x29, endsSentence: true, always: false)
    case 0x5B: return Pair(close: 0x5D, endsSentence: false, always: false)
    case 0xFF08: return Pair(close: 0xFF09, endsSentence: true, always: false)
    case 0x300A: return Pair(close: 0x300B, endsSentence: false, always: true)
    case 0x3008: return Pair(close: 0x3009, endsSentence: false, always: true)
    case 0x300C: return Pair(close: 0x300D, endsSentence: true, always: true)
    case 0x300E: return Pair(close: 0x300F, endsSentence: true, always: true)
    case 0x3010: return Pair(close: 0x3011, endsSentence: true, always: false)
    default: return nil
    }
  }

  /// The longest bracket, in bytes, that is read as part of its sentence: several sentences' worth.
  static let longest = 600

  /// Returns where the bracket that closes `pair`, opened before `index`, stands; nil when it is
  /// not near, or an empty line comes first.
  static func closing(of pair: Pair, open: UInt32, from index: Int, in text: UTF8Text) -> Int? {
    let end = min(text.count, index + longest)
    var depth = 1
    var index = index
    while index < end {
      let (scalar, length) = text.scalar(at: index)
      if scalar == open {
        depth += 1
      } else if scalar == pair.close {
        depth -= 1
        if depth == 0 { return index }
      } else if scalar == 0x0A, text.byte(index + 1) == 0x0A {
        return nil
      }
      index += length
    }
    return nil
  }
}
