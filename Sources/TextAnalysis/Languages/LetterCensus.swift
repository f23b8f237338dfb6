import Bytes

/// How many letters of each script a sample has, for the scripts that languages are told by.
struct LetterCensus {
  enum Group: Int, CaseIterable {
    case latin, cyrillic, greek, arabic, hebrew, devanagari, thai, hangul, han, kana
  }

  private var counts = [Int](repeating: 0, count: Group.allCases.count)

  var han: Int { counts[Group.han.rawValue] }
  var kana: Int { counts[Group.kana.rawValue] }

  init(_ text: UTF8Text) {
    var index = 0
    var ascii = 0
    while index < text.count {
      if index + 8 <= text.count, case let eight = EightBytes(text.bytes + index),
        eight.notASCII == 0
      {
        // The highest byte of the product is the sum of all.
        ascii &+= Int(((eight.letters >> 7) &* 0x0101_0101_0101_0101) >> 56)
        index += 8
        continue
      }
      let byte = text.bytes[index]
      if byte < 0x80 {
        if ASCII.isLetter(byte) { ascii += 1 }
        index += 1
        continue
      }
      let (scalar, length) = text.scalar(at: index)
      index += length
      if let group = Self.group(scalar) { counts[group.rawValue] += 1 }
    }
    counts[Group.latin.rawValue] += ascii
  }

  private static func group(_ scalar: UInt32) -> Group? {
    switch scalar {
    case 0xC0...0x24F, 0x1E00...0x1EFF: return .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: return .greek
    case 0x400...0x52F: return .cyrillic
    case 0x590...0x5FF: return .hebrew
    case 0x600...0x77F: return .arabic
    case 0x900...0x97F: return .devanagari
    case 0xE00...0xE7F: return .thai
    case 0x1100...0x11FF, 0xAC00...0xD7A3: return .hangul
    case 0x3041...0x30FF, 0xFF66...0xFF9D: return .kana
    case 0x3400...0x9FFF, 0x20000...0x3FFFF: return .han
    default: return nil
    }
  }

  /// The script with most weight; nil without letters, or when no script has two fifths of it.
  ///
  /// A letter of an alphabet weighs one; a syllable or an ideograph three, as it stands for that
  /// many and quoted Latin would outnumber it.
  var dominant: Group? {
    func weight(_ group: Group) -> Int {
      switch group {
      case .hangul, .han, .kana: return counts[group.rawValue] * 3
      default: return counts[group.rawValue]
      }
    }
    let eastAsian = weight(.han) + weight(.kana)
    var best: (group: Group, weight: Int)?
    var total = 0
    for group in Group.allCases {
      let weight = group == .han ? eastAsian : group == .kana ? 0 : weight(group)
      total += weight
      if weight > best?.weight ?? 0 { best = (group, weight) }
    }
    guard let best, best.weight * 5 >= total * 2 else { return nil }
    return best.group == .han && han == 0 ? .kana : best.group
  }
}
