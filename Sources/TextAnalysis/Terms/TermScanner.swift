import CICU

/// Cuts a text into what terms are compared by: words of alphabets, runs of katakana, and single
/// characters of the scripts that put no spaces between words.
///
/// White space, hyphens, apostrophes and middle dots separate and are passed over, so that
/// `water-commune` and `water commune` are one term. Any other mark is a token of its own, which parts
/// what stands before it from what follows unless a term has it too (`C++`).
struct TermScanner {
  /// A token's bytes in the text.
  struct Token: BitwiseCopyable {
    var start: Int32
    var end: Int32
    var kind: Kind
  }

  enum Kind: UInt8, BitwiseCopyable {
    /// May be inflected.
    case word
    /// One character, or a run of katakana.
    case plain
    /// A syllable of Hangul behind another one: no term begins here, though its particles may.
    case inner
  }

  private enum Class {
    case word, single, katakana, hangul, mark, separator, other
  }

  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  private let classes = ScalarTables.wordClasses
  private let parts = WordClass.parts

  init(_ text: UnsafeBufferPointer<UInt8>) {
    // An empty buffer may have no address; nothing is read from it then.
    bytes = text.baseAddress ?? UnsafePointer(bitPattern: 1)!
    count = text.count
  }

  /// Calls `body` with each token in order.
  @inline(__always)
  func scan(_ body: (Token) -> Void) {
    var index = 0
    var afterHangul = false
    while index < count {
      let start = index
      if parts[Int(bytes[index])] != 0 {
        index = wordEnd(index + 1)
        body(Token(start: Int32(start), end: Int32(index), kind: .word))
        afterHangul = false
        continue
      }
      if bytes[index] == 0x20 {
        index += 1
        afterHangul = false
        continue
      }
      let (kind, length) = classify(index)
      index += length
      switch kind {
      case .word:
        index = wordEnd(index)
        body(Token(start: Int32(start), end: Int32(index), kind: .word))
      case .katakana:
        while index < count {
          let (next, length) = classify(index)
          guard next == .katakana || next == .mark else { break }
          index += length
        }
        body(Token(start: Int32(start), end: Int32(index), kind: .plain))
      case .single, .hangul, .other:
        // Vowel signs and tones belong to the character before them.
        while index < count, bytes[index] >= 0x80 {
          let (next, length) = classify(index)
          guard next == .mark else { break }
          index += length
        }
        let isInner = kind == .hangul && afterHangul
        body(Token(start: Int32(start), end: Int32(index), kind: isInner ? .inner : .plain))
      case .mark, .separator: break
      }
      afterHangul = kind == .hangul
    }
  }

  private func wordEnd(_ start: Int) -> Int {
    var index = start
    while index < count {
      let byte = bytes[index]
      if byte < 0x80 {
        if parts[Int(byte)] == 0 { break }
        index += 1
        continue
      }
      let (kind, length) = classify(index)
      guard kind == .word || kind == .mark else { break }
      index += length
    }
    return index
  }

  private func classify(_ index: Int) -> (Class, Int) {
    let (scalar, length) = UTF8Scalars.decode(bytes, index, count)
    return (scalar < ScalarTables.limit ? low(scalar) : TermScanner.high(scalar), length)
  }

  private func low(_ scalar: UInt32) -> Class {
    switch classes[Int(scalar)] {
    case WordClass.letter, WordClass.hebrew, WordClass.numeric: return .word
    case WordClass.extend:
      // Of the invisible ones only the soft hyphen and the joiners stand inside words.
      return .mark
    case WordClass.complex:
      return scalar == 0x200D ? .mark : ibid_is_letter(scalar) ? .single : .mark
    default:
      switch scalar {
      case 0x27, 0x2D, 0xB7, 0x2010...0x2013, 0x2018, 0x2019, 0x200B, 0x02BC: return .separator
      default: return WhiteSpace.contains(scalar) ? .separator : .other
      }
    }
  }

  private static func high(_ scalar: UInt32) -> Class {
    switch scalar {
    case 0x3000, 0x30FB, 0xFF65, 0xFF0D, 0xFEFF: .separator
    case 0x3099, 0x309A: .mark
    case 0x30A1...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: .katakana
    case 0x3005...0x3007, 0x3041...0x309F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      .single
    case 0xAC00...0xD7A3: .hangul
    case 0xFF10...0xFF19: .word
    default: ibid_is_mark(scalar) ? .mark : ibid_is_letter(scalar) ? .word : .other
    }
  }
}
