/// The bytes after `ESC [` or `ESC O`, and the key that they stand for.
struct ControlSequence {
  private let numbers: [Int]
  private let final: UInt8
  private let isShift: Bool
  private let isPrivate: Bool

  /// Splits parameters from the final byte.
  ///
  /// - Parameter isShift: whether `ESC O` introduced the sequence.
  init(_ bytes: [UInt8], isShift: Bool) {
    final = bytes.last ?? 0
    self.isShift = isShift
    let parameters = bytes.dropLast()
    isPrivate = parameters.contains { !(0x30...0x3B).contains($0) }
    numbers = parameters.split(separator: 0x3B, omittingEmptySubsequences: false).map { field in
      field.prefix { (0x30...0x39).contains($0) }
        .reduce(0) { min($0 * 10 + Int($1 - 0x30), 0x11_0000) }
    }
  }

  /// Whether the terminal announces pasted text.
  var beginsPaste: Bool { !isPrivate && !isShift && final == 0x7E && numbers.first == 200 }

  /// The key press that the sequence stands for.
  var press: KeyPress {
    guard !isPrivate else { return KeyPress(.unknown) }
    switch final {
    case 0x7E: return numbered
    case 0x75 where !isShift: return encoded(number(0), modifier: number(1))
    case 0x5A: return KeyPress(.tab, .shift)
    case 0x61...0x64:  // rxvt: ESC O a is Ctrl-Up, ESC [ a is Shift-Up
      return KeyPress(Self.arrows[Int(final) - 0x61], isShift ? .control : .shift)
    default:
      guard let key = Self.letters[final] else { return KeyPress(.unknown) }
      // Old terminals put the modifier first and alone: ESC O 5 C.
      return KeyPress(key, modifiers(numbers.count > 1 ? number(1) : isShift ? number(0) : 0))
    }
  }

  private var numbered: KeyPress {
    if number(0) == 27, numbers.count == 3 {  // xterm's modifyOtherKeys
      return encoded(number(2), modifier: number(1))
    }
    guard let key = Self.numberedKeys[number(0)] else { return KeyPress(.unknown) }
    return KeyPress(key, modifiers(number(1)))
  }

  /// A key given by its code point, as xterm's modifyOtherKeys and kitty's protocol do.
  private func encoded(_ code: Int, modifier: Int) -> KeyPress {
    let modifiers = modifiers(modifier)
    switch code {
    case 9: return KeyPress(.tab, modifiers)
    case 13: return KeyPress(.enter, modifiers)
    case 27: return KeyPress(.escape, modifiers)
    case 8, 127: return KeyPress(.backspace, modifiers)
    case 32..<0xE000, 0xF900...0x10FFFF:  // between them kitty's own keys, in the private area
      guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else { break }
      return KeyPress(.scalar(scalar), modifiers)
    default: break
    }
    return KeyPress(.unknown)
  }

  private func number(_ index: Int) -> Int {
    index < numbers.count ? numbers[index] : 0
  }

  private func modifiers(_ parameter: Int) -> KeyPress.Modifiers {
    guard parameter > 1 else { return [] }
    return KeyPress.Modifiers(rawValue: UInt8(truncatingIfNeeded: (parameter - 1) & 7))
  }

  private static let arrows: [KeyPress.Key] = [.up, .down, .right, .left]

  private static let letters: [UInt8: KeyPress.Key] = [
    0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x48: .home, 0x46: .end,
    0x50: .function(1), 0x51: .function(2), 0x52: .function(3), 0x53: .function(4),
    0x4D: .enter,
  ]

  private static let numberedKeys: [Int: KeyPress.Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]
}
